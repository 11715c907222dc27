"""A row as a document: its texts one below the other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from capqa.formats._declared_language import declared_language
from capqa.formats._json.wording import is_html
from capqa.formats._neighbours import with_neighbours
from capqa.formats._nesting import NestedPage
from capqa.model import Document, Role, Segment, SourceRun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.audit.sources._parquet.columns import ChosenColumns

_LONGEST_TAG = 40


def document_of(row: dict[str, Any], number: int, path: str, columns: ChosenColumns) -> Document:
    """Return the document of a row, from 1. Raises UnicodeDecodeError for bytes that are no text.

    Its segments are named by their columns ("column captions[0].text"). A text of several lines in
    the body is a segment for each line, HTML one for each passage.
    """
    told = row.get(columns.language) if columns.language else None
    language = declared_language(told[:_LONGEST_TAG]) if isinstance(told, str) else None
    pieces: list[str] = []
    segments: list[Segment] = []
    at = 0
    for column in columns.texts:
        for name, text in _texts(row, column.steps, ""):
            html = is_html(text) if column.is_html is None else column.is_html
            for start, part in _parts(text, split=column.role is Role.BODY and not html):
                segment = Segment(
                    part,
                    column.role,
                    at + start,
                    len(pieces) + 1,
                    start + 1,
                    column.language or language,
                    f"row {number}, column {name}",
                )
                segments += _passages(segment) if html else (segment,)
            pieces.append(text)
            at += len(text) + 1
    joined = "\n".join(pieces)
    return Document(
        name=path,
        format="parquet",
        data=joined.encode("utf-8"),
        text=joined,
        encoding="utf-8",
        byte_order_mark=b"",
        segments=with_neighbours(segments),
        language=language,
    )


def _texts(value: object, steps: tuple[str, ...], name: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, list):
        for index, each in enumerate(value):
            yield from _texts(each, steps, f"{name}[{index}]")
    elif isinstance(value, dict) and steps:
        step, *others = steps
        yield from _texts(value.get(step), tuple(others), f"{name}.{step}" if name else step)
    elif isinstance(value, bytes):
        yield name, value.decode("utf-8")
    elif isinstance(value, str):
        yield name, value


def _parts(text: str, *, split: bool) -> Iterator[tuple[int, str]]:
    """Yield the parts of a text with their offsets, without the white space around them."""
    start = 0
    for line in text.splitlines(keepends=True) if split else (text,):
        stripped = line.strip()
        if stripped:
            yield start + len(line) - len(line.lstrip()), stripped
        start += len(line)


def _passages(segment: Segment) -> tuple[Segment, ...]:
    size = len(segment.text)
    run = SourceRun(0, size, segment.start, size, segment.line, segment.column)
    return NestedPage(replace(segment, runs=(run,))).segments
