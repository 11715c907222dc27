"""Building the tables of a layer from entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.glossary.folding import fold
from capqa.glossary.layers.tables import Groups, Tables
from capqa.glossary.spellings import is_combining_form
from capqa.glossary.words import is_one_word, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from capqa.glossary.entry import Entry
    from capqa.glossary.morphology import Morphology


class BuiltRecords:
    """Entries that are in memory already."""

    def __init__(self, groups: Iterable[tuple[Entry, ...]]) -> None:
        """Hold the entries of each term, best first."""
        self.groups = list(groups)

    def __len__(self) -> int:
        """Return the number of entries."""
        return sum(map(len, self.groups))

    def of(self, term: int) -> tuple[Entry, ...]:
        """Return the entries of a term, best first."""
        return self.groups[term]


def build(entries: Iterable[Entry], morphology: Morphology) -> Tables:
    """Return the tables of a layer; entries of one source need not stand together."""
    by_source: dict[str, list[Entry]] = {}
    for entry in entries:
        by_source.setdefault(entry.source, []).append(entry)
    records = BuiltRecords(
        tuple(sorted(group, key=lambda each: each.rank)) for group in by_source.values()
    )
    sources = list(by_source)
    variants, variant_terms = _variants(records)
    single: dict[str, list[int]] = {}
    several: dict[str, list[int]] = {}
    openings: dict[str, list[int]] = {}
    combining: list[int] = []
    for number, text in enumerate([*sources, *variants]):
        if is_combining_form(text):
            combining.append(number)
        elif is_one_word(text):
            single.setdefault(fold(text), []).append(number)
        elif (opening := _opening(text, morphology)) is not None:
            several.setdefault(fold(text), []).append(number)
            openings.setdefault(opening, []).append(number)
    return Tables(
        sources,
        records,
        variants,
        variant_terms,
        Groups.of(single),
        Groups.of(several),
        Groups.of(openings),
        combining,
    )


def opening(bucket: str) -> str:
    """Return half the key of a phrase one of whose first two words has this bucket."""
    return bucket + " "


def _variants(records: BuiltRecords) -> tuple[list[str], list[int]]:
    texts: list[str] = []
    terms: list[int] = []
    for term, group in enumerate(records.groups):
        for variant in dict.fromkeys(each for entry in group for each in entry.variants):
            if variant != group[0].source and any(True for _ in words(variant)):
                texts.append(variant)
                terms.append(term)
    return texts, terms


def _opening(text: str, morphology: Morphology) -> str | None:
    found = [span.of(text) for span, _ in zip(words(text), range(2), strict=False)]
    if len(found) < 2:
        return None
    return "".join(opening(morphology.bucket(fold(word))) for word in found)
