"""One translation as a model offers it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.translation.enforcement.alignment import Alignment


@dataclass(frozen=True, slots=True)
class Rendering:
    """A translated text, aligned with its source where the model says how."""

    text: str
    alignment: Alignment | None = None

    def unaligned(self) -> Rendering:
        """Return the text alone."""
        return Rendering(self.text)


class TextTranslator(Protocol):
    """What can translate texts without knowing of terms."""

    def translate(self, texts: Sequence[str], count: int) -> list[list[Rendering]]:
        """Return up to ``count`` translations of each text, best first, at least one."""
