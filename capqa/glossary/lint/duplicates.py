"""Rows that say the same again: same source, target and part of speech, in one file or in two.

Sooner or later only one of them is changed, and then they contradict each other. Two that differ
in status do so already. Hyphens and ae for ä make no other source: both spellings are found by one.

>>> from capqa.glossary.linting.samples import messages
>>> messages(check, "Waffe,weapon", "Waffe,weapon")
["3: 'Waffe' -> 'weapon' stands in line 2 already; remove one of them"]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.glossary.linting.glossary import Problem
from capqa.glossary.linting.spelling import Spelling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.glossary.linting.glossary import Glossary
    from capqa.glossary.linting.table import Row


def check(glossary: Glossary) -> Iterator[Problem]:
    """Yield the rows whose source, target and part of speech an earlier one has."""
    first: dict[tuple[Spelling, str, str], Row] = {}
    for row in glossary.entries:
        key = (Spelling.of(row.source), row.target, row.part_of_speech)
        earlier = first.setdefault(key, row)
        if earlier is row:
            continue
        place = glossary.other(earlier, row)
        pair = f"{row.source!r} -> {row.target!r}"
        if earlier.status is not row.status:
            problem = f"{pair} is {row.status.value} here, {earlier.status.value} in {place}"
            yield Problem(row, f"{problem}; decide which")
        elif earlier.source == row.source:
            yield Problem(row, f"{pair} stands in {place} already; remove one of them")
        else:
            spelt = f"stands in {place} already, spelt {earlier.source!r}"
            yield Problem(row, f"{pair} {spelt}; either spelling finds both, remove one")
