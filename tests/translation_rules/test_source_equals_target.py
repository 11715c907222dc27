"""Translations that are their source."""

from __future__ import annotations

import pytest

from tests.translation_rules.asking import problems


@pytest.mark.parametrize(
    ("languages", "source", "text"),
    [
        ("de-en", "Befreiungsaktion in Mossul", "Befreiungsaktion in Mossul"),
        ("de-en", "Die  Stadt ist frei", "die Stadt ist frei"),
        ("en-de", "Delete the selected files", "Delete the selected files"),
    ],
)
def test_reported(languages: str, source: str, text: str) -> None:
    assert problems("source-equals-target", source, text, languages)


@pytest.mark.parametrize(
    ("languages", "source", "text"),
    [
        ("de-en", "Angela Merkel", "Angela Merkel"),
        ("de-en", "Software", "Software"),
        ("de-en", "NATO 2016", "NATO 2016"),
        ("en-fr", "%(a)s &#8212; %(b)s", "%(a)s &#8212; %(b)s"),
        ("en-nl", "Marathi", "Marathi"),
        ("de-de", "Die Stadt ist frei", "Die Stadt ist frei"),
        ("de-en", "Die Stadt ist frei", "The town is free"),
        ("de-en", "", ""),
        ("de-en", "https://dw.com/die-stadt", "https://dw.com/die-stadt"),
    ],
)
def test_clean(languages: str, source: str, text: str) -> None:
    assert problems("source-equals-target", source, text, languages) == []
