"""Sources with two preferred targets for one part of speech, in one file or in two.

Which one is proposed is then chance, and no text can honour both.

>>> from capqa.glossary.linting.samples import messages
>>> messages(check, "Waffe,weapon", "Waffe,arm")
["3: 'Waffe' is 'arm' here and 'weapon' in line 2, both preferred; make one of them admitted"]
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
    """Yield the rows whose binding target is another than that of the first row of their source."""
    first: dict[tuple[Spelling, str], Row] = {}
    for row in glossary.entries:
        if not row.binds:
            continue
        earlier = first.setdefault((Spelling.of(row.source), row.part_of_speech), row)
        if earlier.target != row.target:
            place = glossary.other(earlier, row)
            if earlier.source != row.source:
                place += f", spelt {earlier.source!r}"
            problem = f"{row.source!r} is {row.target!r} here and {earlier.target!r} in {place}"
            yield Problem(row, f"{problem}, both preferred; make one of them admitted")
