"""What all layers say of one term, and which of it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from capqa.glossary.files import glossary_files, read_glossary
from capqa.glossary.folding import fold
from capqa.glossary.termbase import Termbase

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from capqa.glossary.entry import Entry


class Standing(NamedTuple):
    """An entry of some layer; ``in_force`` unless a later layer replaces it, ``wins`` if proposed.

    What wins is what `Termbase.lookup` answers first for the text that was asked for.
    """

    entry: Entry
    in_force: bool
    wins: bool


def standings(
    text: str, source_language: str, target_language: str, extra_paths: Sequence[Path] = ()
) -> list[Standing]:
    """Return the entries of a source or variant in all layers, those that override first.

    Case, ae/oe/ue spellings and hyphens are forgiven, as when terms are looked up.
    Raises ConfigurationError for a file that cannot be read.
    """
    files = glossary_files(source_language, target_language, extra_paths)
    wanted = fold(text)
    layers = [read_glossary(path) for path in files]
    found = [[entry for entry in layer if _spelt(entry, wanted)] for layer in layers]
    if not any(found):
        return []
    answer = Termbase.load(source_language, target_language, extra_paths).lookup(text)
    winner = (answer[0].file, answer[0].row) if answer else None
    result: list[Standing] = []
    overriding: set[str] = set()
    for layer, entries in zip(reversed(layers), reversed(found), strict=True):
        for entry in entries:
            in_force = entry.source not in overriding
            result.append(Standing(entry, in_force, (entry.file, entry.row) == winner))
        overriding |= {entry.source for entry in layer}
    return result


def _spelt(entry: Entry, wanted: str) -> bool:
    return fold(entry.source) == wanted or any(fold(each) == wanted for each in entry.variants)
