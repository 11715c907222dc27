"""What an element can be to readers of a document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from capqa.model import Role


class Reads(Enum):
    """How what an element holds is read."""

    THROUGH = "through"
    """As part of the text around it, if there is one; else it only holds other elements."""
    TEXT = "text"
    """As a text of its own, in which other elements may be."""
    LINE_BREAK = "line break"
    NOTHING = "nothing"
    """Not at all."""
    HTML = "html"
    """As a string with HTML in it, escaped or in CDATA."""
    PERHAPS_HTML = "perhaps html"
    """As such a string if it looks like one, else as a text."""
    LINES = "lines"
    """As lines of plain text, unless there are other elements in it."""
    LINES_OR_HTML = "lines or html"
    """As a string with HTML in it if it looks like one, else as lines of plain text."""
    PAGE = "page"
    """As HTML, with the element itself: XHTML."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an element is: how it is read, the role of its texts (None: that of what is around it),
    and which attributes are texts, by their names as written.
    """

    reads: Reads = Reads.THROUGH
    role: Role | None = None
    attributes: tuple[tuple[str, Role], ...] = ()


NOTHING = Meaning(Reads.NOTHING)
THROUGH = Meaning()
LINE_BREAK = Meaning(Reads.LINE_BREAK)


def texts(role: Role | None, names: str) -> dict[str, Meaning]:
    """Return the meaning of elements that are texts in a role; the names are parted by spaces."""
    return dict.fromkeys(names.split(), Meaning(Reads.TEXT, role))


def unread(names: str) -> dict[str, Meaning]:
    """Return the meaning of elements that are not read; the names are parted by spaces."""
    return dict.fromkeys(names.split(), NOTHING)
