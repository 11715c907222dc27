"""What engines that run CTranslate2 share: loading a model, searching, aligning what it says."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Final

from capqa.errors import EngineError
from capqa.translation.argos.quarantine import without
from capqa.translation.argos.tokens import offsets
from capqa.translation.enforcement.alignment import Alignment
from capqa.translation.enforcement.rendering import Rendering

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_BATCH_TOKENS: Final = 1024
_LONGEST: Final = 512
"""Tokens a text or its translation may have: the models have seen no longer ones."""


def load_translator(path: str, failed: Callable[[str, Exception], EngineError], **how: Any) -> Any:
    """Load a model folder with CTranslate2; EngineError, in one line, when that cannot be done.

    ``failed`` makes the error of what went wrong with the model; ``how`` are CTranslate2's options.
    """
    try:
        with without():
            import ctranslate2
    except ImportError as error:
        raise EngineError(
            f"ctranslate2 cannot be used: {error}", mend="install it with `pip install ctranslate2`"
        ) from error
    ctranslate2.set_log_level(logging.CRITICAL)
    try:
        return ctranslate2.Translator(path, **how)
    except (RuntimeError, ValueError) as error:
        raise failed("the model cannot be loaded", error) from error


def search(
    translator: Any,
    texts: Sequence[list[str]],
    failed: Callable[[str, Exception], EngineError],
    *,
    count: int,
    beam_size: int,
    **how: Any,
) -> list[Any]:
    """Return CTranslate2's answers to tokenized texts, ``count`` hypotheses each, aligned."""
    try:
        answers: list[Any] = translator.translate_batch(
            texts,
            max_batch_size=_BATCH_TOKENS,
            batch_type="tokens",
            beam_size=max(count, beam_size),
            num_hypotheses=count,
            max_input_length=_LONGEST,
            max_decoding_length=_LONGEST,
            replace_unknowns=True,
            return_attention=True,
            **how,
        )
    except (RuntimeError, ValueError) as error:
        raise failed("the model fails", error) from error
    return answers


def aligned(
    text: str, tokens: list[str], answer: Any, decode: Callable[[list[str]], str]
) -> list[Rendering]:
    """Return what an answer says of a text, best first, each translation once and aligned."""
    source_places = offsets(tokens, text)
    found: dict[str, Rendering] = {}
    for hypothesis, attention in zip(answer.hypotheses, answer.attention, strict=True):
        target = decode(hypothesis)
        places = offsets(hypothesis, target)
        alignment = None
        if source_places is not None and places is not None:
            alignment = Alignment.from_attention(source_places, places, attention)
        found.setdefault(target, Rendering(target, alignment))
    return list(found.values())
