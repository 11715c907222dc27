"""The engine that is always there: glossary, common words, place names and a little grammar.

It never invents: what it does not know stands in its translation as it stood in the source, and
every word says where it comes from.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import capqa
from capqa.translation.engine import Candidate
from capqa.translation.grammar.english.rendering import capitalised
from capqa.translation.lexicon.lexicon import lexicons_of
from capqa.translation.separators import fragments, rejoined
from capqa.translation.word_by_word import translate_fragment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.model import Part
    from capqa.translation.engine import EngineContext, TranslationRequest
    from capqa.translation.lexicon.lexicon import Lexicon, Lexicons
    from capqa.translation.separators import Fragment

_ALTERNATIVES: Final = 3


def create(context: EngineContext) -> GlossaryEngine:
    """Return the engine over the context's termbase."""
    return GlossaryEngine(lexicons_of(context.termbase))


class GlossaryEngine:
    """Translates word by word and term by term; see the module."""

    def __init__(self, lexicons: Lexicons) -> None:
        """Translate with these words; their tables are read on the first request."""
        self._lexicons = lexicons

    @property
    def label(self) -> str:
        """The engine's name and the version of capqa, whose grammar and word list it uses."""
        return f"glossary {capqa.__version__}"

    def supports(self, source_language: str, target_language: str) -> bool:
        """Return whether the target is English; of any source at least the places are known."""
        return target_language == "en" and source_language != target_language

    def translate(self, requests: Sequence[TranslationRequest]) -> list[Candidate | None]:
        """Return a candidate for each request, None where not one word could be translated.

        Raises ConfigurationError when a glossary file is broken.
        """
        return [self._translated(request) for request in requests]

    def _translated(self, request: TranslationRequest) -> Candidate | None:
        lexicon = self._lexicons.of(request.source_language, request.target_language)
        pieces = fragments(request.text, opens=request.opens_sentence)
        texts: list[str] = []
        parts: list[Part] = []
        for piece in pieces:
            text, found = translate_fragment(
                piece.span.of(request.text), lexicon, request.names, opens=piece.opens
            )
            texts.append(capitalised(text) if piece.opens else text)
            parts += [replace(part, span=part.span.shifted(piece.span.start)) for part in found]
        if not any(part.origin not in ("unknown", "kept", "name") for part in parts):
            return None
        alternatives = tuple(
            rejoined(request.text, pieces, [*texts[:at], other, *texts[at + 1 :]])
            for at, piece in enumerate(pieces)
            for other in self._others(piece, request, lexicon)
        )
        text = rejoined(request.text, pieces, texts)
        return Candidate(text, alternatives[:_ALTERNATIVES], tuple(parts))

    @staticmethod
    def _others(piece: Fragment, request: TranslationRequest, lexicon: Lexicon) -> list[str]:
        """Return the piece with other targets that the glossary admits, one changed at a time."""
        text = piece.span.of(request.text)
        others = []
        for match in lexicon.find(text):
            admitted = [entry for entry in match.others if entry.status.usable]
            for entry in admitted[:_ALTERNATIVES] if not match.parts else ():
                instead = {match.span.start: entry}
                other, _ = translate_fragment(
                    text, lexicon, request.names, instead, opens=piece.opens
                )
                others.append(capitalised(other) if piece.opens else other)
                if len(others) == _ALTERNATIVES:
                    return others
        return others
