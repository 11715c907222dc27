"""Translations in another language than they should be."""

from __future__ import annotations

import pytest

from tests.translation_rules.asking import problems


@pytest.mark.parametrize(
    ("languages", "source", "text"),
    [
        ("de-en", "Die Stadt ist seit Montag frei", "La ville est libre depuis lundi"),
        ("en-pl", "The town has been free since Monday", "Die Stadt ist seit Montag wieder frei"),
        ("de-en", "Die Stadt ist seit Montag frei", "Город свободен с понедельника утром"),
    ],
)
def test_reported(languages: str, source: str, text: str) -> None:
    assert problems("wrong-language-target", source, text, languages)


@pytest.mark.parametrize(
    ("languages", "source", "text"),
    [
        ("de-en", "Die Stadt ist frei", "The town has been free since Monday"),
        ("de-en", "Angela Merkel", "Angela Merkel"),
        ("de-en", "Die Stadt ist seit Montag frei", "Die Stadt ist seit Montag frei"),
        ("en-da", "This field cannot be null.", "Dette felt kan ikke være null."),
        ("en-ja", "The float value is not valid here", "float 値 が 正しく ありません"),
        ("de-ka", "Die Stadt ist seit Montag frei", "La ville est libre depuis lundi"),
    ],
)
def test_clean(languages: str, source: str, text: str) -> None:
    assert problems("wrong-language-target", source, text, languages) == []
