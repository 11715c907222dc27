"""One package's model: texts in, the best few translations of each out, with their alignment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.errors import EngineError
from capqa.translation.argos import tokens
from capqa.translation.argos.packages import MEND
from capqa.translation.neural import aligned, load_translator, search

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.translation.argos.packages import Package
    from capqa.translation.argos.settings import Settings
    from capqa.translation.enforcement.rendering import Rendering

# What argostranslate translates with.
_LENGTH_PENALTY: Final = 0.2


class Model:
    """A package loaded into memory. Not safe for use by several threads at once."""

    def __init__(self, package: Package, settings: Settings) -> None:
        """Load tokenizer and model; EngineError, in one line, when either cannot be read."""
        self._package = package
        self._beam_size = settings.beam_size
        self._tokenizer = tokens.load(package)
        self._translator = load_translator(
            str(package.path / "model"),
            self._failed,
            device=settings.device,
            compute_type=settings.compute_type,
            inter_threads=settings.inter_threads,
            intra_threads=settings.intra_threads,
        )

    def translate(self, texts: Sequence[str], count: int) -> list[list[Rendering]]:
        """Return up to ``count`` translations of each text, best first; one of an empty text.

        Raises EngineError when the model fails.
        """
        encoded = [self._tokenizer.encode(text) for text in texts]
        prefix = self._package.target_prefix
        answers = search(
            self._translator,
            encoded,
            self._failed,
            count=count,
            beam_size=self._beam_size,
            target_prefix=[[prefix]] * len(encoded) if prefix else None,
            length_penalty=_LENGTH_PENALTY,
        )
        return [
            aligned(text, source, answer, self._decoded)
            for text, source, answer in zip(texts, encoded, answers, strict=True)
        ]

    def _decoded(self, pieces: list[str]) -> str:
        return tokens.decoded(self._tokenizer, pieces, self._package.target_prefix)

    def _failed(self, what: str, error: Exception) -> EngineError:
        reason = str(error).strip().splitlines() or [type(error).__name__]
        where = str(self._package.path / "model")
        return EngineError(f"{what}: {reason[0]}", where=where, mend=MEND)
