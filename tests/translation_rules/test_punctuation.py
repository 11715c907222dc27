"""Translations that end otherwise than their source."""

from __future__ import annotations

import pytest

from tests.translation_rules.asking import problems


@pytest.mark.parametrize(
    ("languages", "source", "text"),
    [
        ("de-en", "Was nun?", "What now."),
        ("en-de", "The town is free.", "Die Stadt ist frei"),
        ("en-es", "Why?", "Por qué?"),
        ("en-es", "Stop!", "Alto!"),
        ("de-en", "Die Lage:", "The situation"),
        ("de-en", "Weiter …", "On."),
    ],
)
def test_reported(languages: str, source: str, text: str) -> None:
    assert problems("punctuation", source, text, languages)


@pytest.mark.parametrize(
    ("languages", "source", "text"),
    [
        ("de-en", "Was nun?", "What now?"),
        ("en-es", "Why?", "¿Por qué?"),
        ("en-ar", "Why?", "لماذا؟"),
        ("en-el", "Why?", "Γιατί;"),
        ("en-ja", "The end.", "終わり。"),
        ("en-de", "{}th", "{}."),
        ("en-de", "PM", "nachm."),
        ("de-en", "Müller & Co.", "Müller and company"),
        ("de-en", "um 20 Uhr", "at 8 p.m."),
        ("de-en", '"Was nun?"', "“What now?”"),
        ("fr-en", "Pourquoi ?", "Why?"),
        ("de-en", "Weiter …", "On ..."),
        ("de-en", "Was?!", "What?"),
        ("de-en", "Die Stadt ist frei.", ""),
    ],
)
def test_clean(languages: str, source: str, text: str) -> None:
    assert problems("punctuation", source, text, languages) == []
