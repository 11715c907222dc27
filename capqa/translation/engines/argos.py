"""Argos Translate: the user's installed packages, run offline, under the glossary's terms.

Nothing is ever downloaded; without a package for a pair the engine says so and keeps out.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from capqa.model import Part
from capqa.translation.argos import packages
from capqa.translation.argos.route import Route
from capqa.translation.argos.settings import Settings, packages_directory
from capqa.translation.enforcement.pieces import enforce_pieces
from capqa.translation.enforcement.requirements import requirements
from capqa.translation.engine import Candidate
from capqa.translation.grammar.english.rendering import capitalised
from capqa.translation.lexicon.lexicon import lexicons_of
from capqa.translation.separators import fragments, rejoined
from capqa.translation.word_by_word import translate_fragment

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from capqa.translation.enforcement.cascade import Enforced
    from capqa.translation.engine import EngineContext, TranslationRequest
    from capqa.translation.lexicon.lexicon import Lexicons
    from capqa.translation.separators import Fragment

_GLOSSARY_HIT: Final = frozenset({"glossary", "exonym", "name", "kept"})
_ALTERNATIVES: Final = 3


def create(context: EngineContext) -> ArgosEngine:
    """Return the engine over the context's packages folder, by default argostranslate's own."""
    return ArgosEngine(lexicons_of(context.termbase), context.packages)


class ArgosEngine:
    """Translates with installed Argos packages; see the module."""

    def __init__(self, lexicons: Lexicons, directory: Path | None = None) -> None:
        """Take the words to enforce and the packages folder; reads nothing yet."""
        self._lexicons = lexicons
        self._directory = directory
        self._routes: dict[tuple[Path, ...], Route] = {}
        self._notes: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The engine's name; each candidate adds the version of its packages."""
        return "argos"

    @property
    def notes(self) -> tuple[str, ...]:
        """One line for each thing in the packages folder that was passed over."""
        return self._notes

    def supports(self, source_language: str, target_language: str) -> bool:
        """Return whether packages for the pair are installed, one or two in a row."""
        return bool(self._installed().route(source_language, target_language))

    def translate(self, requests: Sequence[TranslationRequest]) -> list[Candidate | None]:
        """Return a candidate for each request.

        Raises EngineError when no package serves a pair or one cannot be loaded.
        """
        answers: list[Candidate | None] = [None] * len(requests)
        pairs: dict[tuple[str, str], list[int]] = {}
        for at, request in enumerate(requests):
            pairs.setdefault((request.source_language, request.target_language), []).append(at)
        for pair, places in pairs.items():
            route = self._route(*pair)
            found = self._translated([requests[at] for at in places], route)
            for at, candidate in zip(places, found, strict=True):
                answers[at] = candidate
        return answers

    def _installed(self) -> packages.Installed:
        installed = packages.read(self._directory or packages_directory())
        self._notes = installed.notes
        return installed

    def _route(self, source: str, target: str) -> Route:
        chosen = self._installed().require(source, target)
        key = tuple(package.path for package in chosen)
        if key not in self._routes:
            self._routes[key] = Route(chosen, Settings.read())
        return self._routes[key]

    def _translated(self, requests: Sequence[TranslationRequest], route: Route) -> list[Candidate]:
        cut = [
            fragments(request.text, opens=request.opens_sentence, inside_sentences=False)
            for request in requests
        ]
        known: dict[tuple[int, int], str] = {}
        texts: list[str] = []
        terms = []
        places: list[tuple[int, int]] = []
        for at, (request, pieces) in enumerate(zip(requests, cut, strict=True)):
            lexicon = self._lexicons.of(request.source_language, request.target_language)
            for number, piece in enumerate(pieces):
                text = piece.span.of(request.text)
                rendered, parts = translate_fragment(
                    text, lexicon, request.names, opens=piece.opens
                )
                if _is_glossary_hit(parts):
                    known[at, number] = rendered
                    continue
                places.append((at, number))
                texts.append(text)
                terms.append(requirements(text, lexicon, request.names))
        results = dict(zip(places, enforce_pieces(texts, terms, route), strict=True))
        return [
            _candidate(request, pieces, at, known, results, route.label)
            for at, (request, pieces) in enumerate(zip(requests, cut, strict=True))
        ]


def _is_glossary_hit(parts: Sequence[Part]) -> bool:
    """Whether a piece is one term or place and nothing else, so that no model need be asked."""
    return len(parts) == 1 and parts[0].origin in _GLOSSARY_HIT


def _candidate(
    request: TranslationRequest,
    pieces: Sequence[Fragment],
    at: int,
    known: dict[tuple[int, int], str],
    results: dict[tuple[int, int], Enforced],
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
    alternatives = []
    for number, piece in enumerate(pieces):
        result = results.get((at, number))
        for other in result.alternatives if result else ():
            changed = [*texts]
            changed[number] = capitalised(other) if piece.opens else other
            alternatives.append(rejoined(request.text, pieces, changed))
    text = rejoined(request.text, pieces, texts)
    return replace(
        Candidate(text, parts=tuple(parts), version=version),
        alternatives=tuple(each for each in dict.fromkeys(alternatives) if each != text)[
            :_ALTERNATIVES
        ],
    )
