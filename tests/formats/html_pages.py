"""Pages for the tests of the HTML format, and what they ask of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.formats import html
from tests.formats.markup_properties import edit_of

if TYPE_CHECKING:
    from capqa.model import Document, Role


def read(page: str, name: str = "page.html") -> Document:
    return html.read(page.encode(), name)


def texts(page: str, name: str = "page.html") -> list[str]:
    return [segment.text for segment in read(page, name).segments]


def roles(page: str) -> list[tuple[str, Role]]:
    return [(segment.text, segment.role) for segment in read(page).segments]


def languages(page: str) -> list[tuple[str, str | None]]:
    return [(segment.text, segment.language) for segment in read(page).segments]


def edited(page: str, *changes: tuple[str, str]) -> str:
    """Return a page with words replaced by others, each where it is first found."""
    document = read(page)
    return html.apply(document, [edit_of(document, old, new) for old, new in changes]).decode()
