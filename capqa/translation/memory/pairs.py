"""What a memory is made of, and what reads it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class TranslatedPair:
    """A text and the translation a reviewer accepted or wrote for it.

    ``time`` is UTC in ISO 8601. Languages are ISO 639-1 codes, empty where not recorded; such a
    pair serves every language.
    """

    source: str
    target: str
    reviewer: str = ""
    time: str = ""
    source_language: str = ""
    target_language: str = ""

    def serves(self, source_language: str, target_language: str) -> bool:
        """Return whether the pair may be of these languages."""
        return self.source_language in ("", source_language) and self.target_language in (
            "",
            target_language,
        )


PairReader: TypeAlias = Callable[[], Sequence[TranslatedPair]]
"""Returns the pairs known now, oldest first; may raise CapqaError."""
