"""The text of XML as readers see it: entities decoded, white space collapsed or kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from capqa.formats import _entities
from capqa.formats._mapping import SegmentBuilder

if TYPE_CHECKING:
    from capqa.formats._mapping import Places
    from capqa.model import Role, Segment

_SPACE_OR_ENTITY = re.compile(rf"[ \t\r\n]+|{_entities.PATTERN}")
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_BREAK_OR_ENTITY = re.compile(rf"\r\n|\r|\n|{_entities.PATTERN}")


def add_as_it_is(
    builder: SegmentBuilder, source: str, start: int, end: int, *, decodes: bool = True
) -> None:
    """Add a stretch of the source with all its white space; line breaks become LF.

    ``decodes`` says that entities are decoded, as they are not in CDATA.
    """
    at = start
    for special in (_BREAK_OR_ENTITY if decodes else _LINE_BREAK).finditer(source, start, end):
        builder.letters(source[at : special.start()], at)
        at = special.end()
        meant: str | None = "\n"
        if special[0][0] == "&":
            meant = _entities.decoded(special[0])
        if meant is None:
            builder.letters(special[0], special.start())
        else:
            builder.whole(meant, special.start(), len(special[0]))
    builder.letters(source[at:end], at)


class CollapsingText:
    """Collects the text of a block, white space collapsed as a browser does."""

    def __init__(self, source: str, places: Places) -> None:
        """Begin with no text; ``places`` are those of the whole source."""
        self._source = source
        self._builder = SegmentBuilder(places)
        self._space: tuple[int, int] | None = None
        self._begins_line = True

    def segment(self, role: Role, *, locator: str, language: str | None) -> Segment | None:
        """Return the segment, None where there is no text."""
        return self._builder.segment(role, locator=locator, language=language)

    def break_line(self, start: int, length: int) -> None:
        """Add a line break that stands in the source as markup."""
        self._builder.whole("\n", start, length)
        self._space, self._begins_line = None, True

    def add(self, start: int, end: int, *, decodes: bool = True, keeps_space: bool = False) -> None:
        """Add a stretch of the source; ``decodes`` says that entities are decoded."""
        at = start
        for found in _SPACE_OR_ENTITY.finditer(self._source, start, end):
            self._add_letters(at, found.start())
            at = found.end()
            if found[0][0] == "&":
                meant = _entities.decoded(found[0]) if decodes else None
                if meant is None:
                    self._add_letters(found.start(), at)
                else:
                    self._add_pending_space()
                    self._builder.whole(meant, found.start(), len(found[0]))
            elif keeps_space:
                self._add_pending_space()
                add_as_it_is(self._builder, self._source, found.start(), at)
            elif not self._begins_line and self._space is None:
                self._space = found.start(), at
        self._add_letters(at, end)

    def _add_letters(self, start: int, end: int) -> None:
        if start < end:
            self._add_pending_space()
            self._builder.letters(self._source[start:end], start)

    def _add_pending_space(self) -> None:
        if self._space:
            start, end = self._space
            if self._source[start:end] == " ":
                self._builder.letters(" ", start)
            else:
                self._builder.whole(" ", start, end - start)
        self._space, self._begins_line = None, False
