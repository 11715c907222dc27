"""Translating sentences whole, and those that lose a colon or dash on the way in pieces."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from capqa.translation.enforcement.cascade import Enforced, Method, enforce
from capqa.translation.separators import fragments, rejoined, separators

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.translation.enforcement.rendering import TextTranslator
    from capqa.translation.enforcement.terms import RequiredTerm


def enforce_pieces(
    texts: Sequence[str],
    terms: Sequence[Sequence[RequiredTerm]],
    translator: TextTranslator,
) -> list[Enforced]:
    """Do as `enforce` does, then translate again, piece by piece, what lost its separators.

    Raises EngineError when the translator does.
    """
    if not texts:
        return []
    results = enforce(texts, terms, translator)
    again = [
        at
        for at, (text, result) in enumerate(zip(texts, results, strict=True))
        if separators(text) != separators(result.text)
    ]
    pieces = [(at, piece) for at in again for piece in fragments(texts[at])]
    if not pieces:
        return results
    found = enforce(
        [piece.span.of(texts[at]) for at, piece in pieces],
        [
            [
                replace(term, span=term.span.shifted(-piece.span.start))
                for term in terms[at]
                if piece.span.start <= term.span.start and term.span.end <= piece.span.end
            ]
            for at, piece in pieces
        ],
        translator,
    )
    for at in again:
        own = [(piece, each) for (of, piece), each in zip(pieces, found, strict=True) if of == at]
        translated = [each.text for _, each in own]
        text = rejoined(texts[at], [piece for piece, _ in own], translated)
        methods = [each.method for _, each in own]
        results[at] = Enforced(text, max(methods, key=list(Method).index))
    return results
