"""Glossaries that only map a term to its translation, as machine translation takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.glossary.exchange._cells import starts_a_formula
from capqa.glossary.spellings import is_combining_form

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from capqa.glossary.entry import Entry
    from capqa.glossary.exchange._left_out import LeftOut

LONGEST_TERM = 1_024
"""The most bytes of a term in UTF-8. Source: the DeepL API's reference on glossaries."""


def term_pairs(
    entries: Sequence[Entry], left_out: LeftOut, kept: Collection[str] = ()
) -> Iterator[tuple[str, str, Entry]]:
    """Yield each source with its best target, then its variants with the same one.

    ``kept`` names the fields the format has beside the terms. What must not be proposed, holds
    only inside compounds, or would be a formula in a spreadsheet is left out, and recorded.
    """
    best = list(_best(entries, left_out))
    taken = {source for source, _ in best}
    for source, entry in best:
        left_out.fields(entry, {*kept, "variants"})
        yield source, _one_line(entry.target), entry
        variants = [_one_line(each) for each in entry.variants]
        fitting = [each for each in variants if each not in taken and _fits(each)]
        if fitting:
            left_out.changed(entry, "has no variants: written as rows of their own")
        if len(fitting) < len(variants):
            left_out.changed(entry, "has no variants: left out")
        for variant in fitting:
            taken.add(variant)
            yield variant, _one_line(entry.target), entry


def _best(entries: Iterable[Entry], left_out: LeftOut) -> Iterator[tuple[str, Entry]]:
    found: dict[str, Entry] = {}
    usable = []
    for entry in entries:
        if not entry.status.usable:
            left_out.entry(entry, "cannot forbid a target")
        elif is_combining_form(entry.source):
            left_out.entry(entry, "has no parts of compounds")
        elif not _fits(entry.source) or not _fits(entry.target):
            left_out.entry(entry, "takes no overlong terms, none that start a formula")
        else:
            usable.append(entry)
    for entry in usable:
        source = _one_line(entry.source)
        if source not in found or entry.rank < found[source].rank:
            found[source] = entry
    for entry in usable:
        source = _one_line(entry.source)
        if found[source] is entry:
            yield source, entry
        else:
            left_out.entry(entry, "has one target for a source")


def _fits(text: str) -> bool:
    return len(text.encode("utf-8", "replace")) <= LONGEST_TERM and not starts_a_formula(text)


def _one_line(text: str) -> str:
    return " ".join(text.split())
