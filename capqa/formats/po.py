"""Gettext translations: each translation is a segment; what is translated is never touched.

Entries that are fuzzy, obsolete or not translated yet are not read, nor is the header.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from capqa.errors import UnreadableError
from capqa.formats._cues import document_of, lines_between
from capqa.formats._declared_encoding import decode_declared
from capqa.formats._declared_language import declared_language
from capqa.formats._mapping import Places, SegmentBuilder
from capqa.formats._markup_edits import edited
from capqa.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from capqa.model import Document, Edit, Segment

SUFFIXES: tuple[str, ...] = (".po",)
"""The endings of the names of gettext translations; templates (.pot) hold none."""

_CHARSET = re.compile(rb"(?s:.{0,4000}?)charset=([A-Za-z0-9._:-]{1,40})\\n")
_LANGUAGE = re.compile(r"(?:^|\\n)(X-Source-)?Language:[ ]*([A-Za-z][A-Za-z0-9_@.-]{0,34})")
_FUZZY = re.compile(r"#,.*\bfuzzy\b")
_FIELD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d{1,3})\])?[ \t]*(?=\"|$)")
_STRING = re.compile(r'[ \t]*"((?:[^"\\]|\\.)*+)"[ \t]*')
_ESCAPE = re.compile(r"\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{2})|(.))")
_MEANT = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_WRITTEN = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n", "\t": r"\t", "\r": r"\r"})
_NEXT_STRING = re.compile(r'(?:"\s*")*')


class _Field(NamedTuple):
    """A keyword, its number (of a plural), and where its strings stand without their quotes.

    The flag `#, fuzzy` is a field too.
    """

    keyword: str
    number: str
    strings: list[tuple[int, int]]
    line: int


def read(data: bytes, name: str) -> Document:
    """Return the document in a file's bytes; a file without translations has no segments.

    Raises UnreadableError when the bytes are no text or a line is not as gettext writes it.
    """
    decoded = decode_declared(data, name, _CHARSET)
    segments = _segments(decoded.text, name)
    language = next((each.language for each in segments), None)
    return document_of(name, "po", data, decoded, segments, language)


def apply(document: Document, edits: Sequence[Edit]) -> bytes:
    """Return the document's bytes with the edits made and every other byte as it was.

    A string that goes on over lines is joined where an edit spans them. Raises ConflictError when
    an edit's old text is not what stands there and when two edits overlap; CapqaError when the
    document's encoding lacks a character of the new text.
    """
    return edited(
        document,
        edits,
        segments=_segments,
        written=lambda text, _: text.translate(_WRITTEN),
        glue=_NEXT_STRING,
    )


def _segments(text: str, name: str) -> list[Segment]:
    places = Places(text)
    segments: list[Segment] = []
    language = source_language = None
    sources: dict[str, str] = {}
    entries, before = 0, ""
    fuzzy = skipped = is_header = False
    for field in _fields(text, name):
        if field.keyword == "fuzzy":
            fuzzy = True
            continue
        if field.keyword in ("msgctxt", "msgid") and before != "msgctxt":
            skipped, fuzzy = fuzzy, False
        if field.keyword == "msgid":
            is_header = before != "msgctxt" and all(start == end for start, end in field.strings)
            entries += not is_header
            sources.clear()
        if field.keyword.startswith("msgid"):
            source = _builder(text, field.strings, places).segment(Role.BODY)
            sources[field.keyword] = source.text if source else ""
        elif field.keyword == "msgstr":
            if not before.startswith("ms") or before == "msgctxt":
                raise _broken(name, field.line, "msgstr without msgid")
            if is_header:
                language, source_language = _languages(text, field)
            elif not skipped:
                locator = f"entry {entries}" + (f", plural {field.number}" if field.number else "")
                builder = _builder(text, field.strings, places)
                segment = builder.segment(Role.BODY, locator=locator, language=language)
                if segment:
                    source_text = _source_of(field, sources)
                    segments.append(
                        replace(
                            segment, translation_of=source_text, source_language=source_language
                        )
                    )
        before = field.keyword
    if not before:
        raise UnreadableError(
            "holds no gettext entry", where=name, mend="name the file after its format"
        )
    return segments


def _languages(text: str, header: _Field) -> tuple[str | None, str | None]:
    """Return the language of the translations and that of what they translate."""
    lines = "".join(text[start:end] for start, end in header.strings)
    declared = {found[1] or "": found[2] for found in reversed(list(_LANGUAGE.finditer(lines)))}
    return declared_language(declared.get("", "")), declared_language(declared.get("X-Source-", ""))


def _source_of(field: _Field, sources: Mapping[str, str]) -> str:
    # What the forms stand for is the header's formula to say; the first is the singular in nearly
    # every language that has one.
    keyword = "msgid" if field.number in ("", "0") else "msgid_plural"
    return sources.get(keyword, sources.get("msgid", ""))


def _fields(text: str, name: str) -> Iterator[_Field]:
    field: _Field | None = None
    for number, (start, end) in enumerate(lines_between(text), start=1):
        while start < end and text[start] in " \t\ufeff":
            start += 1
        if start == end:
            continue
        if text[start] == "#":
            if _FUZZY.match(text, start, end):
                yield _Field("fuzzy", "", [], number)
            continue
        keyword = _FIELD.match(text, start, end)
        if keyword:
            if field:
                yield field
            field = _Field(keyword[1], keyword[2] or "", [], number)
            start = keyword.end()
            if start == end:
                continue
        string = _STRING.fullmatch(text, start, end)
        if string is None or field is None:
            raise _broken(name, number, "neither a comment, a keyword nor a string in quotes")
        field.strings.append(string.span(1))
    if field:
        yield field


def _broken(name: str, line: int, what: str) -> UnreadableError:
    return UnreadableError(
        f"is no gettext translation (line {line}: {what})", where=name, mend="mend that line"
    )


def _builder(text: str, strings: Sequence[tuple[int, int]], places: Places) -> SegmentBuilder:
    builder = SegmentBuilder(places)
    for at, end in strings:
        for escape in _ESCAPE.finditer(text, at, end):
            builder.letters(text[at : escape.start()], at)
            octal, hexadecimal, letter = escape.groups()
            if letter:
                meant = _MEANT.get(letter, letter)
            else:
                meant = chr(int(octal, 8) if octal else int(hexadecimal, 16))
            builder.whole(meant, escape.start(), len(escape[0]))
            at = escape.end()
        builder.letters(text[at:end], at)
    return builder
