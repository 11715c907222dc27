"""Variants that say nothing or belong to another term.

A variant that is the source itself or stands twice is a slip, mostly for a spelling that is now
missing; one that is another row's source or variant leaves open which of the two terms is meant.

>>> from capqa.glossary.linting.samples import messages
>>> columns = "source,target,variants"
>>> rows = "Kiew,Kyiv,Kiew", "Kyjiw,Kyiv,Kiev;Kiev", "Kiev,Kyiv,"
>>> messages(check, *rows, columns=columns)
["2: the variant 'Kiew' is the source itself; remove it",
 "3: the variant 'Kiev' is the source in line 4; remove it, or that row",
 "3: the variant 'Kiev' stands twice; remove one"]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.glossary.linting.glossary import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.glossary.linting.glossary import Glossary
    from capqa.glossary.linting.table import Row, Table


def check(glossary: Glossary) -> Iterator[Problem]:
    """Yield the rows with a variant that is no other spelling, or is another term's."""
    for table in glossary.tables:
        yield from _problems(glossary, table)


def _problems(glossary: Glossary, table: Table) -> Iterator[Problem]:
    sources: dict[str, Row] = {}
    for row in table.entries:
        sources.setdefault(row.source, row)
    owners: dict[str, Row] = {}
    for row in table.entries:
        seen: set[str] = set()
        for variant in row.variants:
            named = f"the variant {variant!r}"
            if variant == row.source:
                yield Problem(row, f"{named} is the source itself; remove it")
                continue
            if variant in seen:
                yield Problem(row, f"{named} stands twice; remove one")
                continue
            seen.add(variant)
            owner = owners.setdefault(variant, row)
            if variant in sources:
                place = glossary.other(sources[variant], row)
                yield Problem(row, f"{named} is the source in {place}; remove it, or that row")
            elif owner.source != row.source:
                place = f"{owner.source!r} in {glossary.other(owner, row)}"
                yield Problem(row, f"{named} is one of {place} too; remove one")
