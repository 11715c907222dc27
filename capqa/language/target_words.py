"""When a word is good evidence by itself: for another language, or for the target."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from capqa.language.word_evidence import WordEvidence

SOLID: Final = 2.4
"""The nats from which on a word is good evidence for another language."""

WORTH_READING: Final = 1.0
"""The nats from which on it is worth asking what the words that nobody lists may mean."""

_CLEARLY_TARGET: Final = -0.7
EVERYDAY_TARGET: Final = 1e-5
"""The frequency in the target language from which on a word is one of everyday use."""


def is_target_word(word: WordEvidence) -> bool:
    """Return whether a word clearly is the target language's and no other's."""
    return word.own >= EVERYDAY_TARGET and (word.best <= _CLEARLY_TARGET or word.own == 1.0)
