"""One converted model in memory: texts in, the best few translations of each out, aligned."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from capqa.errors import EngineError
from capqa.translation.argos.quarantine import without
from capqa.translation.argos.tokens import offsets
from capqa.translation.enforcement.alignment import Alignment
from capqa.translation.enforcement.rendering import Rendering

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from capqa.translation.opus.directory import ModelDirectory

_BATCH_TOKENS: Final = 1024
# Marian's models have seen no longer ones.
_LONGEST_INPUT: Final = 512
_LONGEST_OUTPUT: Final = 512
_END: Final = "</s>"
_SPACE: Final = "▁"


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """How CTranslate2 is to run; the number of threads 0 leaves the choice to it."""

    device: str = "cpu"
    compute_type: str = "default"
    threads: int = 0
    beam_size: int = 4


class OpusModel:
    """A model with its tokenizers. Not safe for use by several threads at once."""

    def __init__(self, directory: ModelDirectory, settings: ModelSettings) -> None:
        """Load all of it; EngineError, in one line, when a part cannot be read."""
        self._directory = directory
        self._beam_size = settings.beam_size
        self._source = _tokenizer(directory, directory.source_tokenizer)
        self._target = (
            self._source
            if directory.target_tokenizer == directory.source_tokenizer
            else _tokenizer(directory, directory.target_tokenizer)
        )
        self._translator = _translator(directory, settings)

    @property
    def label(self) -> str:
        """The name of the model's folder."""
        return self._directory.label

    def translate(self, texts: Sequence[str], count: int) -> list[list[Rendering]]:
        """Return up to ``count`` translations of each text, best first; one of an empty text.

        Raises EngineError when the model fails.
        """
        end = [] if self._directory.adds_end else [_END]
        encoded = [self._source.encode(text, out_type=str) for text in texts]
        try:
            answers = self._translator.translate_batch(
                [tokens + end for tokens in encoded],
                max_batch_size=_BATCH_TOKENS,
                batch_type="tokens",
                beam_size=max(count, self._beam_size),
                num_hypotheses=count,
                max_input_length=_LONGEST_INPUT,
                max_decoding_length=_LONGEST_OUTPUT,
                replace_unknowns=True,
                return_attention=True,
            )
        except (RuntimeError, ValueError) as error:
            raise self._directory.failed("the model fails", error) from error
        return [
            self._renderings(text, tokens, answer)
            for text, tokens, answer in zip(texts, encoded, answers, strict=True)
        ]

    def _renderings(self, text: str, tokens: list[str], answer: Any) -> list[Rendering]:
        source_places = offsets(tokens, text)
        found: dict[str, Rendering] = {}
        for hypothesis, attention in zip(answer.hypotheses, answer.attention, strict=True):
            # What replaces an unknown token is no piece of the target's, and decoded as it stands.
            target = self._target.decode_pieces(hypothesis).replace(_SPACE, " ").strip()
            places = offsets(hypothesis, target)
            alignment = None
            if source_places is not None and places is not None:
                alignment = Alignment.from_attention(source_places, places, attention)
            found.setdefault(target, Rendering(target, alignment))
        return list(found.values())


def _tokenizer(directory: ModelDirectory, path: Path) -> Any:
    try:
        import sentencepiece
    except ImportError as error:
        raise EngineError(
            f"sentencepiece cannot be used: {error}",
            mend="install it with `pip install sentencepiece`",
        ) from error
    try:
        tokenizer = sentencepiece.SentencePieceProcessor(model_file=str(path))
        # An empty file loads, and fails on the first word.
        tokenizer.encode("a")
    except (OSError, RuntimeError, ValueError) as error:
        raise directory.failed(f"{path.name} cannot be read", error) from error
    return tokenizer


def _translator(directory: ModelDirectory, settings: ModelSettings) -> Any:
    try:
        with without():
            import ctranslate2
    except ImportError as error:
        raise EngineError(
            f"ctranslate2 cannot be used: {error}", mend="install it with `pip install ctranslate2`"
        ) from error
    ctranslate2.set_log_level(logging.CRITICAL)
    try:
        return ctranslate2.Translator(
            str(directory.path),
            device=settings.device,
            compute_type=settings.compute_type,
            intra_threads=settings.threads,
        )
    except (RuntimeError, ValueError) as error:
        raise directory.failed("the model cannot be loaded", error) from error
