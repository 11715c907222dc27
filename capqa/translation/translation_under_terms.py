"""Translating requests with any text translator under the glossary's terms.

Pieces that are one term or place and nothing else never reach the translator.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.model import Part
from capqa.translation.enforcement.pieces import enforce_pieces
from capqa.translation.enforcement.requirements import requirements
from capqa.translation.engine import Candidate
from capqa.translation.grammar.english.rendering import capitalised
from capqa.translation.separators import fragments, rejoined
from capqa.translation.word_by_word import translate_fragment

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from capqa.translation.enforcement.cascade import Enforced
    from capqa.translation.enforcement.rendering import TextTranslator
    from capqa.translation.enforcement.terms import RequiredTerm
    from capqa.translation.engine import TranslationRequest
    from capqa.translation.lexicon.lexicon import Lexicons
    from capqa.translation.separators import Fragment

_GLOSSARY_HIT: Final = frozenset({"glossary", "exonym", "name", "kept"})
_ALTERNATIVES: Final = 3


def translate_under_terms(
    requests: Sequence[TranslationRequest],
    lexicons: Lexicons,
    translator: TextTranslator,
    version: str,
) -> list[Candidate]:
    """Return a candidate for each request, ``version`` saying who translated.

    Every piece between separators is a part; its detail is the means that made it keep its terms.
    Raises EngineError when the translator does.
    """
    cut = [
        fragments(request.text, opens=request.opens_sentence, inside_sentences=False)
        for request in requests
    ]
    known: dict[tuple[int, int], str] = {}
    texts: list[str] = []
    terms: list[tuple[RequiredTerm, ...]] = []
    places: list[tuple[int, int]] = []
    for at, (request, pieces) in enumerate(zip(requests, cut, strict=True)):
        lexicon = lexicons.of(request.source_language, request.target_language)
        for number, piece in enumerate(pieces):
            text = piece.span.of(request.text)
            rendered, parts = translate_fragment(text, lexicon, request.names, opens=piece.opens)
            if len(parts) == 1 and parts[0].origin in _GLOSSARY_HIT:
                known[at, number] = rendered
                continue
            places.append((at, number))
            texts.append(text)
            terms.append(requirements(text, lexicon, request.names))
    results = dict(zip(places, enforce_pieces(texts, terms, translator), strict=True))
    return [
        _candidate(request, pieces, at, known, results, version)
        for at, (request, pieces) in enumerate(zip(requests, cut, strict=True))
    ]


def _candidate(
    request: TranslationRequest,
    pieces: Sequence[Fragment],
    at: int,
    known: Mapping[tuple[int, int], str],
    results: Mapping[tuple[int, int], Enforced],
    version: str,
) -> Candidate:
    texts: list[str] = []
    parts: list[Part] = []
    for number, piece in enumerate(pieces):
        result = results.get((at, number))
        text = result.text if result else known[at, number]
        texts.append(capitalised(text) if piece.opens else text)
        origin, detail = ("engine", str(result.method)) if result else ("glossary", "")
        parts.append(Part(piece.span, texts[-1], origin, detail))
    text = rejoined(request.text, pieces, texts)
    alternatives = []
    for number, piece in enumerate(pieces):
        result = results.get((at, number))
        for other in result.alternatives if result else ():
            changed = [*texts]
            changed[number] = capitalised(other) if piece.opens else other
            alternatives.append(rejoined(request.text, pieces, changed))
    others = tuple(each for each in dict.fromkeys(alternatives) if each != text)
    return Candidate(text, others[:_ALTERNATIVES], tuple(parts), version)
