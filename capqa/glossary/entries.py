"""The entries of a termbase, each made when it is read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.glossary.entry import Entry
    from capqa.glossary.layers.stack import Stack

# The ABC rather than a plain class: callers may treat it as the tuple it stands for.


class Entries(Sequence["Entry"]):
    """The entries of a stack of layers; as a layer of a termbase it brings its index along."""

    def __init__(self, stack: Stack, source_language: str) -> None:
        """Read the entries of a stack whose sources are in a language."""
        self.stack = stack
        self.source_language = source_language

    def __len__(self) -> int:
        """Return the number of entries in force."""
        return len(self.stack)

    def __iter__(self) -> Iterator[Entry]:
        """Yield the entries in the order of their files."""
        for term in self.stack.terms():
            yield from term.entries

    @overload
    def __getitem__(self, index: int) -> Entry: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Entry, ...]: ...

    def __getitem__(self, index: int | slice) -> Entry | tuple[Entry, ...]:
        """Return the entry or the entries at a place. Raises IndexError where there is none."""
        if isinstance(index, slice):
            return tuple(self)[index]
        return tuple(self)[index]
