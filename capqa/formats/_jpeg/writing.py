"""Edits of a photo's fields: the new values that exiftool is to write."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from capqa.errors import CapqaError
from capqa.formats._jpeg import exiftool
from capqa.formats._jpeg.fields import Shape
from capqa.formats._jpeg.reading import texts
from capqa.formats._jpeg.values import DEFAULT_LANGUAGE
from capqa.formats._jpeg.verification import refuse_other_changes
from capqa.formats._splicing import Replacement, spliced, verify_old_text
from capqa.model import Document, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.formats._jpeg.values import Value
    from capqa.model import Edit

_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8}){0,6}")
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
# What exiftool calls the encodings of metadata that do not tell theirs.
_CHARSETS = {
    "utf-8": "UTF8",
    "windows-1252": "Latin",
    "windows-1250": "Latin2",
    "windows-1251": "Cyrillic",
    "windows-1253": "Greek",
    "windows-1254": "Turkish",
    "windows-1255": "Hebrew",
    "windows-1256": "Arabic",
    "windows-1257": "Baltic",
    "cp874": "Thai",
    "mac-roman": "MacRoman",
    "mac-cyrillic": "MacCyrillic",
    "cp850": "cp850",
    "cp866": "cp866",
}
_OWN_ENCODING = "utf-16"


def written(document: Document, edits: Sequence[Edit]) -> bytes:
    """Return the photo with the edits made by exiftool.

    Raises ConflictError and CapqaError as `capqa.formats.jpeg.apply` does.
    """
    name = document.name
    values = [value for value, _ in texts(document.data, name)]
    # By the place of the segment, which knows its value.
    index_of = {segment.start: at for at, segment in enumerate(document.segments)}
    edits_of: dict[int, list[Edit]] = {}
    for edit in edits:
        index = index_of.get(edit.segment.start, -1)
        verify_old_text(document, edit, document.segments[index].text if index >= 0 else None)
        edits_of.setdefault(index, []).append(edit)
    raws = [value.raw for value in values]
    charsets: dict[str, str] = {}
    any_length = False
    for index, own in edits_of.items():
        value = values[index]
        stored = _edited(value, own, document)
        any_length |= _is_long(value, stored, name)
        raws[index] = stored.decode(value.encoding)
        charsets |= _charset(value, name)
    tags: dict[str, list[str]] = {}
    for value, raw in zip(values, raws, strict=True):
        is_edited = any(value.field == values[index].field for index in edits_of)
        if is_edited and value.field.shape is Shape.LIST:
            tags.setdefault(value.field.tag, []).append(raw)
    for index in edits_of:
        value = values[index]
        if value.field.shape is not Shape.LIST:
            tags[_tag(value, name)] = [raws[index]]
    result = exiftool.rewritten(document.data, tags, charsets, name, any_length=any_length)
    expected = [
        (value.field, value.language, text)
        for value, raw in zip(values, raws, strict=True)
        if (text := _LINE_BREAK.sub("\n", raw).strip())
    ]
    refuse_other_changes(document, result, expected, tags)
    return result.data


def _edited(value: Value, edits: Sequence[Edit], document: Document) -> bytes:
    raw = value.raw
    found = _LINE_BREAK.search(raw)
    line_break = found[0] if found else "\n"
    stored = replace(
        document,
        name=f"{document.name}: {value.locator}",
        data=b"",
        text=raw,
        encoding=value.encoding,
        segments=(),
    )
    replacements = [
        Replacement(
            Span(value.raw_offset(edit.span.start), value.raw_offset(edit.span.end)),
            _LINE_BREAK.sub(line_break, edit.new),
        )
        for edit in edits
    ]
    return spliced(stored, replacements)


def _is_long(value: Value, stored: bytes, name: str) -> bool:
    """Return whether a value is longer than its standard allows, as it was before."""
    limit = value.field.limit
    if not limit or len(stored) <= limit:
        return False
    if len(stored) <= len(value.raw.encode(value.encoding)):
        return True
    raise CapqaError(
        f"{value.locator} takes at most {limit:,} bytes and would have {len(stored):,}",
        where=name,
        mend="shorten it",
    )


def _charset(value: Value, name: str) -> dict[str, str]:
    kind = value.field.label.partition(" ")[0]
    if kind == "XMP" or value.encoding.startswith(_OWN_ENCODING):
        return {}
    if value.encoding not in _CHARSETS:
        raise CapqaError(
            f"{value.locator} is in {value.encoding}, which exiftool does not write",
            where=name,
            mend="save the photo's metadata as UTF-8 first",
        )
    return {kind: _CHARSETS[value.encoding]}


def _tag(value: Value, name: str) -> str:
    if value.field.shape is not Shape.LANGUAGES:
        return value.field.tag
    if value.language != DEFAULT_LANGUAGE and not _LANGUAGE.fullmatch(value.language):
        raise CapqaError(
            f"{value.locator[:60]!a} is in a language of no known name",
            where=name,
            mend="change the field in a picture editor",
        )
    return f"{value.field.tag}-{value.language}"
