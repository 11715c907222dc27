"""The text a reader sees of a stretch of source, and where each of its characters comes from."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from capqa.formats._html.references import reference

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WHITE_SPACE = " \t\n\f\r"
"""What HTML takes for white space; a no-break space is none."""

_LETTERS = re.compile("[^ \t\n\f\r&\0\xad]+(?: [^ \t\n\f\r&\0\xad]+)*")
_SPACES = re.compile("[ \t\n\f\r]+")
_UNSEEN = re.compile("[\0\xad]+")


def run_at(runs: Sequence[Run], index: int) -> Run:
    """Return the run that holds a code point of the text, by bisection."""
    return runs[bisect_right(runs, index, key=lambda run: run.first) - 1]


class Run(NamedTuple):
    """Code points of a visible text that lie together in the source.

    ``first`` and ``length`` count in the visible text, ``start`` and ``end`` in the source. Where
    both are as long, each code point stands for one of the source; else the run is one reference,
    escape or stretch of white space, and cannot be parted.
    """

    first: int
    length: int
    start: int
    end: int

    @property
    def is_parted(self) -> bool:
        """Whether each code point has its own place in the source."""
        return self.end - self.start == self.length


class Tag(NamedTuple):
    """Markup between pieces of a text, from ``start`` to ``end`` in the source.

    ``kind`` is "open", "close", "empty" for what shows nothing, or "content" for a whole element
    that shows something of its own: a picture, code, a word in another language.
    """

    start: int
    end: int
    kind: str
    name: str = ""


class VisibleText:
    """Gathers the visible text of a block, white space collapsed as a browser does."""

    def __init__(self) -> None:
        """Begin without text."""
        self.tags: list[Tag] = []
        self._pieces: list[str] = []
        self._runs: list[Run] = []
        self._length = 0
        self._may_grow = False
        self._space: tuple[int, int] | None = None

    def __len__(self) -> int:
        """Return the number of code points so far, without white space at the end."""
        return self._length

    def add_source(
        self, source: str, start: int, end: int, *, in_attribute: bool = False, raw: bool = False
    ) -> None:
        """Add a stretch of the source; ``raw`` has no character references."""
        position = start
        while position < end:
            if found := _LETTERS.match(source, position, end):
                self.add(found[0], position, found.end())
                position = found.end()
            elif found := _SPACES.match(source, position, end):
                self.add_space(position, found.end())
                position = found.end()
            elif found := _UNSEEN.match(source, position, end):
                # Browsers drop NUL and hide soft hyphens, which German captions are full of.
                position = found.end()
            else:
                characters, behind = "&", position + 1
                if not raw:
                    characters, behind = reference(source, position, end, in_attribute=in_attribute)
                self.add_decoded(characters, position, behind)
                position = behind

    def add_decoded(self, characters: str, start: int, end: int) -> None:
        """Add what a reference or an escape stands for."""
        if characters in WHITE_SPACE:
            self.add_space(start, end)
        elif characters != "\xad":
            self.add(characters, start, end)

    def add_space(self, start: int, end: int) -> None:
        """Add white space, or what parts words like it."""
        if self._runs:
            self._space = (self._space[0] if self._space else start, end)

    def add(self, characters: str, start: int, end: int) -> None:
        """Add characters other than white space that stand from ``start`` to ``end``."""
        if self._space is not None:
            # A line break must not come to lie within a run: lines and columns are those of runs.
            self._may_grow = False
            self._append(" ", *self._space)
            self._may_grow = False
            self._space = None
        self._append(characters, start, end)

    def add_tag(self, tag: Tag) -> None:
        """Add markup within the text."""
        if self._runs:
            self.tags.append(tag)
            if tag.kind == "content" or tag.name == "br":
                self.add_space(tag.start, tag.end)

    def finish(self) -> tuple[str, tuple[Run, ...]]:
        """Return the text without white space around it, and its runs in order."""
        text = "".join(self._pieces)
        first, last = len(text) - len(text.lstrip()), len(text.rstrip())
        if first >= last:
            return "", ()
        if (first, last) == (0, len(text)):
            return text, tuple(self._runs)
        return text[first:last], tuple(_cut(self._runs, first, last))

    def _append(self, characters: str, start: int, end: int) -> None:
        length = len(characters)
        is_parted = length == end - start
        if self._may_grow and is_parted and self._runs[-1].end == start:
            last = self._runs[-1]
            self._runs[-1] = Run(last.first, last.length + length, last.start, end)
        else:
            self._runs.append(Run(self._length, length, start, end))
        self._may_grow = is_parted
        self._pieces.append(characters)
        self._length += length


def _cut(runs: Sequence[Run], first: int, last: int) -> Iterable[Run]:
    for run in runs:
        start, end = max(run.first, first), min(run.first + run.length, last)
        if start >= end:
            continue
        if run.is_parted:
            source = run.start + start - run.first
            yield Run(start - first, end - start, source, source + end - start)
        else:
            yield Run(start - first, end - start, run.start, run.end)
