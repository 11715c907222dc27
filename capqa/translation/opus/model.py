"""One converted model in memory: texts in, the best few translations of each out, aligned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from capqa.errors import EngineError
from capqa.translation.neural import aligned, load_translator, search

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from capqa.translation.enforcement.rendering import Rendering
    from capqa.translation.opus.directory import ModelDirectory

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
        self._translator = load_translator(
            str(directory.path),
            directory.failed,
            device=settings.device,
            compute_type=settings.compute_type,
            intra_threads=settings.threads,
        )

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
        answers = search(
            self._translator,
            [tokens + end for tokens in encoded],
            self._directory.failed,
            count=count,
            beam_size=self._beam_size,
        )
        return [
            aligned(text, tokens, answer, self._decoded)
            for text, tokens, answer in zip(texts, encoded, answers, strict=True)
        ]

    def _decoded(self, pieces: list[str]) -> str:
        # What replaces an unknown token is no piece of the target's, and decoded as it stands.
        decoded: str = self._target.decode_pieces(pieces)
        return decoded.replace(_SPACE, " ").strip()


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
