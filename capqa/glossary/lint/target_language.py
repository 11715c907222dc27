"""Targets that are certainly not in the language the file's name states.

What a row proposes is written into pages: a target left in the source language puts there what
capqa is to find. Names, loan words and what is kept as it is are left alone.

>>> from capqa.glossary.linting.samples import messages
>>> messages(check, "Waffe,Waffen", "Krieg,война")
["2: the target 'Waffen' is German, not English; translate it, or make the row keep-as-is",
 "3: the target 'война' is not English: it is written in Cyrillic letters; translate it"]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.glossary.linting.glossary import Problem
from capqa.glossary.linting.language_evidence import (
    is_borrowed,
    is_surely_other,
    wrong_alphabet,
)
from capqa.language_names import language_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.glossary.linting.glossary import Glossary


def check(glossary: Glossary) -> Iterator[Problem]:
    """Yield the rows whose usable target has strange letters or is a word of the source's."""
    own, other = glossary.target_language, glossary.source_language
    for row in glossary.entries:
        if not row.status.usable:
            continue
        named = f"the target {row.target!r} is"
        reason = wrong_alphabet(row.target, own)
        if reason:
            yield Problem(row, f"{named} not {language_name(own)}: {reason}; translate it")
        elif row.is_proper or is_borrowed(row.source, row.target):
            continue
        elif is_surely_other(row.target, own, other):
            problem = f"{named} {language_name(other)}, not {language_name(own)}"
            yield Problem(row, f"{problem}; translate it, or make the row keep-as-is")
