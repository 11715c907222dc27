"""Parts of speech that nobody knows.

How a term is inflected, and whether it may stand in a compound, follows from its part of speech; of
a word it does not know, capqa finds the dictionary form only.

>>> from capqa.glossary.linting.samples import messages
>>> messages(check, "Waffe,weapon,nuon")
["2: unknown part of speech 'nuon'; did you mean 'noun'?"]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.glossary.linting.glossary import Problem
from capqa.glossary.linting.values import PARTS_OF_SPEECH, known_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.glossary.linting.glossary import Glossary


def check(glossary: Glossary) -> Iterator[Problem]:
    """Yield the rows with a part of speech that is not one of the list."""
    for row in glossary.rows:
        stated = row.part_of_speech
        if stated and stated not in PARTS_OF_SPEECH:
            mend = known_values(stated, PARTS_OF_SPEECH)
            yield Problem(row, f"unknown part of speech {stated!r}; {mend}")
