"""The words that a glossary file's terms are spelt with, without building the terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.glossary.folding import fold
from capqa.glossary.layers.cache import load_layer

if TYPE_CHECKING:
    from pathlib import Path


def source_words(path: Path, source_language: str) -> frozenset[str]:
    """Return the folded sources and variants in a file that hold no space.

    Raises ConfigurationError as `read_glossary` does.
    """
    layer = load_layer(path, source_language)
    tables = layer.tables
    combining = [fold(layer.spelling(number).text) for number in tables.combining]
    return frozenset(
        word
        for words in (tables.words.keys, tables.phrases.keys, combining)
        for word in words
        if len(word.split()) == 1
    )
