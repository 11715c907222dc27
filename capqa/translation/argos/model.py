"""One package's model: texts in, the best few translations of each out, with their alignment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from capqa.errors import EngineError
from capqa.translation.argos import tokens
from capqa.translation.argos.packages import MEND
from capqa.translation.argos.quarantine import without
from capqa.translation.enforcement.alignment import Alignment
from capqa.translation.enforcement.rendering import Rendering

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.translation.argos.packages import Package
    from capqa.translation.argos.settings import Settings

_BATCH_TOKENS: Final = 1024
_LONGEST_INPUT: Final = 512
_LONGEST_OUTPUT: Final = 512
# What argostranslate translates with.
_LENGTH_PENALTY: Final = 0.2


class Model:
    """A package loaded into memory. Not safe for use by several threads at once."""

    def __init__(self, package: Package, settings: Settings) -> None:
        """Load tokenizer and model; EngineError, in one line, when either cannot be read."""
        self._package = package
        self._beam_size = settings.beam_size
        self._tokenizer = tokens.load(package)
        self._translator = _load(package, settings)

    def translate(self, texts: Sequence[str], count: int) -> list[list[Rendering]]:
        """Return up to ``count`` translations of each text, best first; one of an empty text.

        Raises EngineError when the model fails.
        """
        encoded = [self._tokenizer.encode(text) for text in texts]
        prefix = self._package.target_prefix
        try:
            answers = self._translator.translate_batch(
                encoded,
                target_prefix=[[prefix]] * len(encoded) if prefix else None,
                max_batch_size=_BATCH_TOKENS,
                batch_type="tokens",
                beam_size=max(count, self._beam_size),
                num_hypotheses=count,
                length_penalty=_LENGTH_PENALTY,
                max_input_length=_LONGEST_INPUT,
                max_decoding_length=_LONGEST_OUTPUT,
                replace_unknowns=True,
                return_attention=True,
            )
        except (RuntimeError, ValueError) as error:
            raise _failed(self._package, "the model fails", error) from error
        return [
            self._renderings(text, source, answer)
            for text, source, answer in zip(texts, encoded, answers, strict=True)
        ]

    def _renderings(self, text: str, source: list[str], answer: Any) -> list[Rendering]:
        source_places = tokens.offsets(source, text)
        found: dict[str, Rendering] = {}
        for hypothesis, attention in zip(answer.hypotheses, answer.attention, strict=True):
            target = tokens.decoded(self._tokenizer, hypothesis, self._package.target_prefix)
            places = tokens.offsets(hypothesis, target)
            alignment = None
            if source_places is not None and places is not None:
                alignment = Alignment.from_attention(source_places, places, attention)
            found.setdefault(target, Rendering(target, alignment))
        return list(found.values())


def _load(package: Package, settings: Settings) -> Any:
    try:
        with without():
            import ctranslate2
    except ImportError as error:
        raise EngineError(
            f"ctranslate2 cannot be used: {error}", mend="install it with `pip install ctranslate2`"
        ) from error
    ctranslate2.set_log_level(_log_level())
    try:
        return ctranslate2.Translator(
            str(package.path / "model"),
            device=settings.device,
            compute_type=settings.compute_type,
            inter_threads=settings.inter_threads,
            intra_threads=settings.intra_threads,
        )
    except (RuntimeError, ValueError) as error:
        raise _failed(package, "the model cannot be loaded", error) from error


def _log_level() -> int:
    import logging

    return logging.CRITICAL


def _failed(package: Package, what: str, error: Exception) -> EngineError:
    reason = str(error).strip().splitlines() or [type(error).__name__]
    return EngineError(f"{what}: {reason[0]}", where=str(package.path / "model"), mend=MEND)
