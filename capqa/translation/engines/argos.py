"""Argos Translate: the user's installed packages, run offline, under the glossary's terms.

Nothing is ever downloaded; without a package for a pair the engine says so and keeps out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.translation.argos import packages
from capqa.translation.argos.route import Route
from capqa.translation.argos.settings import Settings, packages_directory
from capqa.translation.language_pairs import translate_by_pair
from capqa.translation.lexicon.lexicon import lexicons_of
from capqa.translation.translation_under_terms import translate_under_terms

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from capqa.translation.engine import Candidate, EngineContext, TranslationRequest
    from capqa.translation.lexicon.lexicon import Lexicons


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
        return translate_by_pair(requests, self._of_pair)

    def _of_pair(
        self, source: str, target: str, requests: Sequence[TranslationRequest]
    ) -> list[Candidate]:
        route = self._route(source, target)
        return translate_under_terms(requests, self._lexicons, route, route.label)

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
