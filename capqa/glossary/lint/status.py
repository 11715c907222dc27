"""Statuses that are none, and terms kept as they are that are not.

The reader refuses a file with an unknown status; a "keep-as-is" row with another target says two
things at once.

>>> from capqa.glossary.linting.samples import messages
>>> messages(check, "Waffe,weapon,noun,prefered", "Kiew,Kyiv,proper noun,keep-as-is")
["2: unknown status 'prefered'; did you mean 'preferred'?",
 "3: 'Kiew' is to be kept as it is, but its target is 'Kyiv'; make it preferred"]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.glossary.entry import STATUSES, Status
from capqa.glossary.linting.glossary import Problem
from capqa.glossary.linting.values import known_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.glossary.linting.glossary import Glossary


def check(glossary: Glossary) -> Iterator[Problem]:
    """Yield the rows with an unknown status and those whose status contradicts the target."""
    for row in glossary.rows:
        stated = row.values.get("status", "")
        if stated and stated not in STATUSES:
            mend = known_values(stated, tuple(STATUSES))
            yield Problem(row, f"unknown status {stated!r}; {mend}")
        elif row.status is Status.KEEP_AS_IS and row.target and row.target != row.source:
            problem = f"{row.source!r} is to be kept as it is, but its target is {row.target!r}"
            yield Problem(row, f"{problem}; make it preferred")
