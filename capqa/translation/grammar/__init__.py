"""The little grammar a word-for-word translation needs: one subfolder a language or family."""

from __future__ import annotations

import importlib
from functools import cache
from typing import TYPE_CHECKING, Final, cast

from capqa.translation.grammar.language import SourceGrammar

if TYPE_CHECKING:
    from types import ModuleType

_MODULES: Final = {
    "de": "german.grammar",
    "fr": "romance.french",
    "es": "romance.spanish",
    "it": "romance.italian",
    "pt": "romance.portuguese",
    "nl": "inflected.dutch",
    "pl": "inflected.polish",
    "ru": "inflected.russian",
    "uk": "inflected.ukrainian",
    "ar": "inflected.arabic",
    "tr": "inflected.turkish",
}


@cache
def source_grammar(language: str) -> SourceGrammar:
    """Return the grammar of a source language by its ISO 639-1 code, an empty one if unknown."""
    name = _MODULES.get(language)
    if name is None:
        return SourceGrammar()
    module: ModuleType = importlib.import_module(f"{__name__}.{name}")
    return cast("SourceGrammar", module.GRAMMAR)
