"""CTranslate2: converted OPUS-MT models the user names, run offline, under the glossary's terms.

Options: a folder for each language pair (``de-en = "models/opus-mt-de-en"``), ``beam-size`` (4),
``threads`` (0, as CTranslate2 likes), ``device`` ("cpu"), ``compute-type`` ("default").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from capqa.errors import ConfigurationError, EngineError
from capqa.translation.language_pairs import none_for_silence, translate_by_pair
from capqa.translation.lexicon.lexicon import lexicons_of
from capqa.translation.opus import directory
from capqa.translation.opus.model import ModelSettings, OpusModel
from capqa.translation.translation_under_terms import translate_under_terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.translation.engine import Candidate, EngineContext, TranslationRequest
    from capqa.translation.lexicon.lexicon import Lexicons
    from capqa.translation.options import EngineOptions

_PAIR: Final = re.compile(r"[a-z]{2,3}-[a-z]{2,3}")


class _WithPairs(tuple[str, ...]):
    """Names of options, and with them every language pair."""

    __slots__ = ()

    def __contains__(self, name: object) -> bool:
        return super().__contains__(name) or (
            isinstance(name, str) and _PAIR.fullmatch(name) is not None
        )


OPTIONS: Final[tuple[str, ...]] = _WithPairs(
    ("SOURCE-TARGET", "beam-size", "threads", "device", "compute-type")
)


def create(context: EngineContext) -> CTranslate2Engine:
    """Return the engine; it supports the pairs that have a folder. Raises ConfigurationError."""
    settings = ModelSettings(
        context.options.text("device", "cpu"),
        context.options.text("compute-type", "default"),
        context.options.whole_number("threads", 0, least=0, most=256),
        context.options.whole_number("beam-size", 4, least=1, most=64),
    )
    return CTranslate2Engine(lexicons_of(context.termbase), context.options, settings)


class CTranslate2Engine:
    """Translates with the models of the settings; see the module."""

    def __init__(self, lexicons: Lexicons, options: EngineOptions, settings: ModelSettings) -> None:
        """Take the words to enforce and the options that name the folders; reads nothing yet."""
        self._lexicons = lexicons
        self._options = options
        self._settings = settings
        self._models: dict[tuple[str, str], OpusModel | EngineError] = {}

    @property
    def label(self) -> str:
        """The engine's name; each candidate adds the name of its model's folder."""
        return "ctranslate2"

    def supports(self, source_language: str, target_language: str) -> bool:
        """Return whether the settings name a folder for the pair; `translate` says if it is bad."""
        try:
            return self._options.path(f"{source_language}-{target_language}") is not None
        except ConfigurationError:
            # To be told, not passed over: `translate` raises it again.
            return True

    def translate(self, requests: Sequence[TranslationRequest]) -> list[Candidate | None]:
        """Return a candidate for each request.

        Raises EngineError when a pair has no folder or its model cannot be loaded.
        """
        return translate_by_pair(requests, self._of_pair)

    def _of_pair(
        self, source: str, target: str, requests: Sequence[TranslationRequest]
    ) -> list[Candidate | None]:
        model = self._model(source, target)
        return none_for_silence(translate_under_terms(requests, self._lexicons, model, model.label))

    def _model(self, source: str, target: str) -> OpusModel:
        pair = (source, target)
        if pair not in self._models:
            try:
                self._models[pair] = self._loaded(f"{source}-{target}")
            except EngineError as error:
                # Kept, lest every finding of a review load a broken model again.
                self._models[pair] = error
        found = self._models[pair]
        if isinstance(found, EngineError):
            raise found
        return found

    def _loaded(self, pair: str) -> OpusModel:
        path = self._options.path(pair)
        if path is None:
            raise EngineError(
                f"no folder is named for {pair}",
                where="engine ctranslate2",
                mend=f'add {pair} = "FOLDER" to its options',
            )
        return OpusModel(directory.read(path), self._settings)
