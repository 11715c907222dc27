"""A text of a page as the reader finds it, before it becomes a segment."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from capqa.formats._html.visible_text import Run, Tag
    from capqa.model import Role


class Place(Enum):
    """Where a text stands, which decides how it is escaped."""

    TEXT = "text"
    ATTRIBUTE = "attribute"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Passage:
    """A visible text and all that is needed to write into it.

    ``value_start`` and ``value_end`` bound an attribute's value, which stands within ``quote``,
    "" if it is not quoted; ``tags`` is the markup amid a text.
    """

    text: str
    runs: tuple[Run, ...]
    role: Role
    language: str | None
    place: Place
    locator: str = ""
    tags: tuple[Tag, ...] = ()
    quote: str = ""
    value_start: int = 0
    value_end: int = 0

    @property
    def start(self) -> int:
        """The offset in the source of the first code point."""
        return self.runs[0].start
