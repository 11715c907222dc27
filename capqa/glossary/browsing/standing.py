"""What all layers say of one term, and which of it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from capqa.glossary.folding import fold
from capqa.glossary.termbase import Termbase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.glossary.browsing.layers import Layer
    from capqa.glossary.entry import Entry


class Standing(NamedTuple):
    """An entry of some layer; ``in_force`` unless a later layer replaces it, ``wins`` if proposed.

    What wins is what `Termbase.lookup` answers first for the text that was asked for, or, where
    its case keeps it from being a term, for the first term found.
    """

    entry: Entry
    in_force: bool
    wins: bool


def standings(text: str, layers: Sequence[Layer], source_language: str) -> list[Standing]:
    """Return the entries of a source or variant in layers, which come in order of precedence.

    Case, ae/oe/ue spellings and hyphens are forgiven, as when terms are looked up.
    """
    wanted = fold(text)
    found = [(layer, entry) for layer in layers for entry in layer.entries if _spelt(entry, wanted)]
    # A termbase of what bears on the answer: the sources found, whatever else their files say.
    sources = {entry.source for _, entry in found}
    termbase = Termbase(
        [
            [entry for entry in layer.entries if entry.source in sources]
            for layer in reversed(layers)
        ],
        source_language=source_language,
    )
    # Capitals may keep a text from being the term ("gbg" is no Gbg), yet that was asked about.
    spellings = (text, *(entry.source for _, entry in found))
    answer = next(filter(None, map(termbase.lookup, spellings)), ())
    winner = (answer[0].file, answer[0].row) if answer else None
    return [
        Standing(entry, layer.in_force(entry), (entry.file, entry.row) == winner)
        for layer, entry in found
    ]


def _spelt(entry: Entry, wanted: str) -> bool:
    return fold(entry.source) == wanted or any(fold(each) == wanted for each in entry.variants)
