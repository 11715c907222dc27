"""What a layer consists of: columns of text and numbers, in memory or as they lie in a file.

Terms and spellings are numbered: spelling n below the number of terms is the source of term n,
those above are variants. A lower number goes before a higher one of the same folded form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from capqa.glossary.deletions import section

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from capqa.glossary.deletions import Deletions
    from capqa.glossary.entry import Entry


class Records(Protocol):
    """The entries of a layer, by the number of their term."""

    def __len__(self) -> int:
        """Return the number of entries."""

    def of(self, term: int) -> tuple[Entry, ...]:
        """Return the entries of a term, best first."""


class Groups(NamedTuple):
    """Numbers under keys: those of ``keys[n]`` are ``numbers[starts[n]:starts[n + 1]]``."""

    keys: Sequence[str]
    starts: Sequence[int]
    numbers: Sequence[int]

    @classmethod
    def of(cls, grouped: Mapping[str, Sequence[int]]) -> Groups:
        """Return a mapping of keys to numbers in this form."""
        starts = [0]
        numbers: list[int] = []
        for group in grouped.values():
            numbers += group
            starts.append(len(numbers))
        return cls(list(grouped), starts, numbers)


class Tables(NamedTuple):
    """The columns of one layer.

    ``words`` and ``phrases`` file the spellings of one word and of several under their folded form,
    ``openings`` those of several under what all forms of their first two words share. ``combining``
    are the spellings with an open hyphen. ``deletions`` are by section and number the keys of
    ``words``; None when they have not been compiled yet.
    """

    sources: Sequence[str]
    records: Records
    variants: Sequence[str]
    variant_terms: Sequence[int]
    words: Groups
    phrases: Groups
    openings: Groups
    combining: Sequence[int]
    deletions: Mapping[str, Deletions] | None = None

    def sections(self) -> dict[str, list[int]]:
        """Return the numbers of the keys of ``words`` by their sections, see `deletions`."""
        found: dict[str, list[int]] = {}
        keys, starts, numbers = self.words
        for at, key in enumerate(keys):
            spellings = map(self.text, numbers[starts[at] : starts[at + 1]])
            for capitalised in {text[:1].isupper() for text in spellings}:
                found.setdefault(section(key[:1], capitalised=capitalised), []).append(at)
        return found

    def text(self, spelling: int) -> str:
        """Return the text of a spelling."""
        above = spelling - len(self.sources)
        return self.sources[spelling] if above < 0 else self.variants[above]
