"""Genders that are none, and German nouns without one.

German nouns take the endings of their gender: without it, genitives and plurals are missed or other
words taken for them. Only where a file has the column are genders missed.

>>> from capqa.glossary.linting.samples import messages
>>> columns = "source,target,part_of_speech,gender"
>>> messages(check, "Waffe,weapon,noun,fem", "Krieg,war,noun,", columns=columns)
["2: unknown gender 'fem'; did you mean 'f'?",
 "3: the German noun 'Krieg' has no gender; give m, f, n, or p for a plural"]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.glossary.editing.cells import GENDERS
from capqa.glossary.linting.glossary import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.glossary.linting.glossary import Glossary


def check(glossary: Glossary) -> Iterator[Problem]:
    """Yield the rows with an unknown gender, and German nouns of files with genders without one."""
    for table in glossary.tables:
        genders_wanted = glossary.source_language == "de" and "gender" in table.columns
        for row in table.rows:
            stated = row.values.get("gender", "")
            if stated and stated not in GENDERS:
                first = stated[:1].casefold()
                mend = f"did you mean {first!r}?" if first in GENDERS else "use m, f, n or p"
                yield Problem(row, f"unknown gender {stated!r}; {mend}")
            elif genders_wanted and not stated and row.part_of_speech.casefold() == "noun":
                problem = f"the German noun {row.source!r} has no gender"
                yield Problem(row, f"{problem}; give m, f, n, or p for a plural")
