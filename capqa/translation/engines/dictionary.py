"""A gloss from a dictionary the user has installed, for what the glossary leaves untranslated.

Nobody chose the senses, so its suggestions are labelled a gloss and never called compliant.
Options: ``path``, a German-English word list in Ding's format (Debian's trans-de-en puts it at
/usr/share/trans/de-en, which is the default).
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from capqa.translation.engines.glossary import GlossaryEngine
from capqa.translation.lexicon.knowledge import compiled
from capqa.translation.lexicon.lexicon import lexicons_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.model import Part
    from capqa.translation.dictionary.dictionary import Dictionary, Gloss
    from capqa.translation.engine import Candidate, EngineContext, TranslationRequest
    from capqa.translation.lexicon.knowledge import Knowledge
    from capqa.translation.lexicon.lexicon import Lexicons

OPTIONS: Final = ("path",)
INSTALLED: Final = Path("/usr/share/trans/de-en")
"""Where Debian's package trans-de-en puts its word list."""

_PAIR: Final = ("de", "en")
_MOST_SENSES: Final = 4


def create(context: EngineContext) -> DictionaryEngine:
    """Return the engine over the word list of the options. Raises ConfigurationError."""
    path = context.options.path("path") or INSTALLED
    return DictionaryEngine(lexicons_of(context.termbase), compiled(), path)


class DictionaryEngine:
    """Translates as the glossary engine does, with a dictionary behind it; see the module."""

    def __init__(
        self, lexicons: Lexicons, knowledge: Knowledge, path: Path, cache: Path | None = None
    ) -> None:
        """Take the words that go before the dictionary's, and the word list; reads nothing yet.

        ``cache`` is the folder for its index, None meaning the user's own.
        """
        self._lexicons = lexicons
        self._knowledge = knowledge
        self._path = path
        self._cache = cache
        self._dictionary: Dictionary | None = None
        self._missing = ""

    @property
    def label(self) -> str:
        """What the suggestions are; each candidate adds the dictionary's version."""
        return "dictionary gloss"

    @property
    def notes(self) -> tuple[str, ...]:
        """One line where the dictionary is not there or its index cannot be kept."""
        kept = self._dictionary.note if self._dictionary else ""
        return tuple(note for note in (self._missing, kept) if note)

    def supports(self, source_language: str, target_language: str) -> bool:
        """Return whether the word list is there; it is German and English."""
        if (source_language, target_language) != _PAIR:
            return False
        there = self._path.is_file()
        self._missing = (
            ""
            if there
            else f"{self._path}: there is no dictionary; install Debian's trans-de-en or set "
            '"path" to a word list in Ding\'s format'
        )
        return there

    def translate(self, requests: Sequence[TranslationRequest]) -> list[Candidate | None]:
        """Return a candidate for each request, None where the dictionary has nothing to add.

        The first call builds the dictionary's index where the cache has none, which takes seconds.
        Raises EngineError when the word list cannot be read.
        """
        return [self._translated(request) for request in requests]

    def _translated(self, request: TranslationRequest) -> Candidate | None:
        if (request.source_language, request.target_language) != _PAIR:
            return None
        dictionary = self._opened()
        # Imported here, as the index is: few projects ask a dictionary.
        from capqa.translation.dictionary.glossed_lexicon import GlossedLexicons

        lexicons = GlossedLexicons(
            self._lexicons, self._knowledge, dictionary.look_up, request.names
        )
        (candidate,) = GlossaryEngine(lexicons).translate([request])
        glossed = lexicons.of(*_PAIR).glossed
        if candidate is None or not glossed:
            return None
        parts = tuple(_labelled(part, request.text, glossed) for part in candidate.parts)
        return replace(candidate, parts=parts, version=dictionary.version)

    def _opened(self) -> Dictionary:
        if self._dictionary is None:
            from capqa.translation.dictionary.dictionary import Dictionary
            from capqa.translation.dictionary.index import cache_folder

            self._dictionary = Dictionary(
                self._path,
                self._cache or cache_folder(),
                lambda word: self._knowledge.frequency(word, "en"),
            )
        return self._dictionary


def _labelled(part: Part, text: str, glossed: dict[str, Gloss]) -> Part:
    gloss = glossed.get(part.span.of(text))
    if gloss is None or part.origin == "unknown":
        return part
    senses = " + ".join(gloss.parts) or ", ".join(
        dict.fromkeys(entry.target for entry in gloss.entries[:_MOST_SENSES])
    )
    return replace(part, origin="gloss", detail=f"dictionary: {senses}")
