"""A package's own tokenizer, as argostranslate wraps it, and where its tokens stand in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from capqa.errors import EngineError
from capqa.translation.argos import underscores
from capqa.translation.argos.packages import MEND, TOKENIZERS
from capqa.translation.argos.quarantine import without

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from capqa.translation.argos.packages import Package

_SPACE = "▁"
_CONTINUED = "@@"


class Tokenizer(Protocol):
    """What argostranslate's tokenizers do."""

    def encode(self, sentence: str) -> list[str]:
        """Return the tokens of a sentence."""

    def decode(self, tokens: Sequence[str]) -> str:
        """Return the text of tokens."""


def load(package: Package) -> Tokenizer:
    """Return the tokenizer of a package, ready to use; EngineError when its file is broken."""
    path = next(path for name in TOKENIZERS if (path := package.path / name).is_file())
    tokenizer = _create(package, path)
    try:
        tokenizer.encode("a")
    except Exception as error:
        reason = str(error).strip().splitlines() or [type(error).__name__]
        raise EngineError(
            f"the tokenizer cannot be read: {reason[0]}", where=str(path), mend=MEND
        ) from error
    return tokenizer


def decoded(tokenizer: Tokenizer, tokens: Sequence[str], prefix: str) -> str:
    """Return the text of a model's answer without the prefix its package asks for."""
    text = underscores.show(tokenizer.decode(underscores.hide(tokens)))
    return text.removeprefix(prefix).strip() if prefix else text.strip()


def offsets(tokens: Sequence[str], text: str) -> list[tuple[int, int]] | None:
    """Return the (start, end) of every token in a text, None when they do not make it up.

    They do for SentencePiece without normalisation and for BPE over plain words.
    """
    places: list[tuple[int, int]] = []
    position = 0
    for token in tokens:
        surface = token.replace(_SPACE, " ").removesuffix(_CONTINUED)
        while position < len(text) and text[position].isspace():
            position += 1
        core = surface.strip()
        if not text.startswith(core, position):
            return None
        places.append((position, position + len(core)))
        position += len(core)
    return places if not text[position:].strip() else None


def _create(package: Package, path: Path) -> Tokenizer:
    try:
        with without():
            # The one place where argostranslate is imported.
            from argostranslate.tokenizer import BPETokenizer, SentencePieceTokenizer
    except ImportError as error:
        raise EngineError(
            f"argostranslate cannot be used: {error}",
            mend="install it with `pip install argos-translate-lt`",
        ) from error
    tokenizer: Tokenizer
    if path.name == TOKENIZERS[0]:
        tokenizer = SentencePieceTokenizer(path)
    else:
        tokenizer = BPETokenizer(path, package.source, package.target)
    return tokenizer
