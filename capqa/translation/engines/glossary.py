"""The engine that is always there: glossary, common words, place names and a little grammar.

It never invents: what it does not know stands in its translation as it stood in the source, and
every word says where it comes from.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import capqa
from capqa.translation.engine import Candidate
from capqa.translation.grammar.english.rendering import capitalised
from capqa.translation.lexicon import knowledge
from capqa.translation.lexicon.lexicon import Lexicons
from capqa.translation.separators import fragments, rejoined
from capqa.translation.word_by_word import translate_fragment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.model import Part
    from capqa.translation.engine import EngineContext, TranslationRequest


def create(context: EngineContext) -> GlossaryEngine:
    """Return the engine over the context's termbase."""
    return GlossaryEngine(Lexicons(context.termbase, knowledge.compiled()))


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
            text, found = translate_fragment(piece.span.of(request.text), lexicon, request.names)
            texts.append(capitalised(text) if piece.opens else text)
            parts += [replace(part, span=part.span.shifted(piece.span.start)) for part in found]
        if not any(part.origin not in ("unknown", "kept", "name") for part in parts):
            return None
        return Candidate(rejoined(request.text, pieces, texts), parts=tuple(parts))
