"""Translations far longer or shorter than their source."""

from __future__ import annotations

import pytest

from tests.translation_rules.asking import problems


@pytest.mark.parametrize(
    ("languages", "source", "text"),
    [
        ("de-en", "Irakische Truppen rücken seit Montag auf die Stadt Mossul vor", "Iraqi troops"),
        (
            "de-en",
            "Die Lage",
            "The situation in the town, which the army has surrounded since Monday",
        ),
    ],
)
def test_reported(languages: str, source: str, text: str) -> None:
    assert problems("length", source, text, languages)


@pytest.mark.parametrize(
    ("languages", "source", "text"),
    [
        ("de-en", "Ja", "Yes, of course, we do"),
        ("de-en", "Irakische Truppen rücken auf Mossul vor", "Iraqi troops advance on Mosul"),
        (
            "de-zh",
            "Irakische Truppen rücken seit Montag auf die Stadt Mossul vor",
            "伊拉克军队推进",
        ),
        ("de-en", "", ""),
    ],
)
def test_clean(languages: str, source: str, text: str) -> None:
    assert problems("length", source, text, languages) == []
