"""Sources that are certainly not in the language the file's name states.

Mostly source and target were swapped, or a row stands in the wrong file; no text in that language
will ever hold the term. Names, loan words and what is kept as it is are left alone.

>>> from capqa.glossary.linting.samples import messages
>>> messages(check, "hostage,Geisel", "оружие,weapon")
["2: the source 'hostage' is English, not German; are source and target swapped?",
 "3: the source 'оружие' is not German: it is written in Cyrillic letters; correct it or move it"]
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
    """Yield the rows whose source has strange letters or is a word of the target language."""
    own, other = glossary.source_language, glossary.target_language
    for row in glossary.entries:
        named = f"the source {row.source!r} is"
        reason = wrong_alphabet(row.source, own)
        if reason:
            yield Problem(row, f"{named} not {language_name(own)}: {reason}; correct it or move it")
        elif row.is_proper or is_borrowed(row.source, row.target):
            continue
        elif is_surely_other(row.source, own, other):
            problem = f"{named} {language_name(other)}, not {language_name(own)}"
            yield Problem(row, f"{problem}; are source and target swapped?")
