"""Rows out of order: by source (case aside), then status, best first, then target.

In a sorted file a duplicate is seen at once, and two people's additions seldom clash in a merge.

>>> from capqa.glossary.linting.samples import messages
>>> messages(check, "Waffe,weapon", "Krieg,war", "Zaun,fence")
["3: 'Krieg' -> 'war' stands after 'Waffe' -> 'weapon'; sort the rows: --fix does"]
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from capqa.glossary.linting.glossary import Problem
from capqa.glossary.linting.order import order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.glossary.linting.glossary import Glossary


def check(glossary: Glossary) -> Iterator[Problem]:
    """Yield the rows that belong before the row they follow."""
    for table in glossary.tables:
        for before, row in pairwise(table.entries):
            if order(row) < order(before):
                terms = [f"{each.source!r} -> {each.target!r}" for each in (row, before)]
                yield Problem(row, f"{terms[0]} stands after {terms[1]}; sort the rows: --fix does")
