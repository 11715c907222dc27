"""The words of a glossary file are those its entries are spelt with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from capqa.errors import ConfigurationError
from capqa.glossary.files import glossary_files, read_glossary
from capqa.glossary.folding import fold
from capqa.glossary.vocabulary import source_words

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("language", ["de", "fr", "ar", "ru", "tr"])
def test_all_single_words_of_the_shipped_files(language: str) -> None:
    for path in glossary_files(language, "en"):
        spelt = {
            fold(text)
            for entry in read_glossary(path)
            for text in (entry.source, *entry.variants)
            if len(text.split()) == 1
        }
        # Once parsed and compiled, once from the cache.
        assert source_words(path, language) == spelt
        assert source_words(path, language) == spelt


def test_a_broken_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.de-en.csv"
    path.write_text("source\nKrieg\n")
    with pytest.raises(ConfigurationError, match="no column 'target'"):
        source_words(path, "de")
