"""The place of a finding in its document: the lines around it, the words objected to marked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual.content import Content

from capqa.model import Span
from capqa.tui.drawing import styles
from capqa.tui.drawing.fields import field_rows
from capqa.tui.drawing.rows import cropped, drawn, shortened

if TYPE_CHECKING:
    from capqa.model import Document, Finding

LINES_AROUND = 3

_BEFORE, _FOUND, _AFTER = 240, 600, 240
_LONGEST_NEIGHBOUR = 1000
_LINE_END = re.compile(r"\r\n|\n|\r")
_MARKER = "▸"


def context_rows(
    document: Document, finding: Finding, width: int, *, rows_a_line: int = 1
) -> list[Content]:
    """Return numbered lines around a finding, each other line cropped to ``rows_a_line`` rows."""
    source = finding.segment.source_of(finding.span)
    text, start, end = document.text, source.start, source.end
    if "\0" in text[max(start - _LONGEST_NEIGHBOUR, 0) : end + _LONGEST_NEIGHBOUR]:
        return field_rows(document, finding, width)
    if text[start:end] != finding.text:
        # The format decodes what it reads (entities, escapes): the segment is what people see.
        text, start, end = finding.segment.text, finding.span.start, finding.span.end
    first, last = _line_start(text, start), _line_end(text, end)
    above = _lines_above(text, first)
    below = _lines_below(text, last)
    number = finding.line
    digits = len(str(number + len(_LINE_END.findall(text[start:end])) + len(below)))
    rows: list[Content] = []
    for offset, line in enumerate(above):
        rows += _neighbour(number - len(above) + offset, line, digits, width, rows_a_line)
    parts = _marked_lines(text, first, Span(start, end), last)
    for offset, content in enumerate(parts):
        rows += _numbered(number + offset, content, digits, width, _MARKER)
    for offset, line in enumerate(below):
        rows += _neighbour(number + len(parts) + offset, line, digits, width, rows_a_line)
    return rows


def _marked_lines(text: str, first: int, span: Span, last: int) -> list[Content]:
    before = text[first : span.start]
    if len(before) > _BEFORE:
        before = "…" + before[-_BEFORE:]
    after = shortened(text[span.end : last], _AFTER)
    found = _LINE_END.split(shortened(span.of(text), _FOUND))
    contents = [drawn((line, styles.FOUND)) for line in found]
    contents[0] = drawn(before) + contents[0]
    contents[-1] = contents[-1] + drawn(after)
    return contents


def _neighbour(number: int, line: str, digits: int, width: int, rows_a_line: int) -> list[Content]:
    content = drawn((shortened(line, _LONGEST_NEIGHBOUR), styles.QUIET))
    room = max(width - digits - 5, 1)
    if rows_a_line == 1:
        return _numbered(number, cropped(content, room), digits, width, " ")
    rows = _numbered(number, content, digits, width, " ")
    if len(rows) > rows_a_line:
        rows[rows_a_line - 1] = cropped(rows[rows_a_line - 1] + " …", width)
    return rows[:rows_a_line]


def _numbered(number: int, content: Content, digits: int, width: int, sign: str) -> list[Content]:
    room = max(width - digits - 5, 1)
    head = Content.assemble((sign, styles.BAD), " ", (f"{number:>{digits}}", styles.NUMBER))
    margin = Content(" " * (digits + 2))
    bar = Content.styled(" │ ", styles.NUMBER)
    lines = content.wrap(room) or [Content("")]
    return [(margin if index else head) + bar + line for index, line in enumerate(lines)]


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _line_end(text: str, at: int) -> int:
    found = _LINE_END.search(text, at)
    return found.start() if found else len(text)


def _lines_above(text: str, first: int) -> list[str]:
    lines: list[str] = []
    end = first
    while end > 0 and len(lines) < LINES_AROUND:
        end -= 2 if text.endswith("\r\n", 0, end) else 1
        start = _line_start(text, end)
        lines.append(text[start:end])
        end = start
    return lines[::-1]


def _lines_below(text: str, last: int) -> list[str]:
    lines: list[str] = []
    at = last
    while len(lines) < LINES_AROUND and (found := _LINE_END.match(text, at)):
        at = _line_end(text, found.end())
        lines.append(text[found.end() : at])
    return lines
