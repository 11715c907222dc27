"""The place of a finding in a file that is no text, such as a photo: the fields around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from capqa.tui.drawing import styles
from capqa.tui.drawing.queue import fitted
from capqa.tui.drawing.rows import cropped, drawn, shortened
from capqa.visible import display_width

if TYPE_CHECKING:
    from capqa.model import Document, Finding, Segment

FIELDS_AROUND = 3

_LONGEST = 600
_WIDEST_NAME = 24
_ROOM_BESIDE_NAME = 5


def field_rows(document: Document, finding: Finding, width: int) -> list[Content]:
    """Return a finding's field with the words marked, and a row for each of those around it."""
    segments = list(document.segments)
    try:
        at = segments.index(finding.segment)
    except ValueError:
        segments, at = [finding.segment], 0
    first = max(at - FIELDS_AROUND, 0)
    shown = segments[first : at + FIELDS_AROUND + 1]
    names = [shortened(each.locator, 2 * _WIDEST_NAME) for each in shown]
    widest = min(max(map(display_width, names)), _WIDEST_NAME, max(width // 2, 1))
    rows: list[Content] = []
    for index, (segment, name) in enumerate(zip(shown, names, strict=True), start=first):
        current = index == at
        head = drawn(("▸ " if current else "  ", styles.BAD))
        head += Content.styled(fitted(name, widest), styles.NUMBER)
        bar = Content.styled(" │ ", styles.NUMBER)
        room = max(width - widest - _ROOM_BESIDE_NAME, 1)
        field = _marked(finding) if current else _quiet(segment)
        lines = field.wrap(room) if current else [cropped(field, room)]
        margin = Content(" " * (widest + 2))
        rows += [(margin if number else head) + bar + line for number, line in enumerate(lines)]
    return rows


def _marked(finding: Finding) -> Content:
    text, span = finding.segment.text, finding.span
    return drawn(
        shortened(text[: span.start], _LONGEST),
        (shortened(finding.text, _LONGEST), styles.FOUND),
        shortened(text[span.end :], _LONGEST),
    )


def _quiet(segment: Segment) -> Content:
    return drawn((shortened(" ".join(segment.text.split()), _LONGEST), styles.QUIET))
