"""Pages for the tests of the HTML format, and what they ask of it."""

from __future__ import annotations

from capqa.formats import html
from capqa.model import Document, Edit, Finding, Role, Segment, Span


def read(page: str, name: str = "page.html") -> Document:
    return html.read(page.encode(), name)


def texts(page: str, name: str = "page.html") -> list[str]:
    return [segment.text for segment in read(page, name).segments]


def roles(page: str) -> list[tuple[str, Role]]:
    return [(segment.text, segment.role) for segment in read(page).segments]


def languages(page: str) -> list[tuple[str, str | None]]:
    return [(segment.text, segment.language) for segment in read(page).segments]


def edit(segment: Segment, start: int, end: int, new: str) -> Edit:
    span = Span(start, end)
    return Edit(segment, span, span.of(segment.text), new)


def edit_of(document: Document, old: str, new: str) -> Edit:
    """Return the edit of the first place of a text in the document."""
    segment = next(each for each in document.segments if old in each.text)
    start = segment.text.index(old)
    return edit(segment, start, start + len(old), new)


def edited(page: str, *changes: tuple[str, str]) -> str:
    """Return a page with words replaced by others, each where it is first found."""
    document = read(page)
    return html.apply(document, [edit_of(document, old, new) for old, new in changes]).decode()


def place(segment: Segment, start: int, end: int) -> tuple[int, int]:
    """Return the line and column a report gives for a part of a segment."""
    finding = Finding("rule", "page", segment, Span(start, end), "", "de", 1)
    return finding.line, finding.column
