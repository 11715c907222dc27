"""Brackets that the translation lacks or leaves open."""

from __future__ import annotations

import pytest

from tests.translation_rules.asking import problems


@pytest.mark.parametrize(
    ("languages", "source", "text"),
    [
        ("de-en", "Mossul (Archiv)", "Mosul (archive"),
        ("de-en", "Mossul (Archiv)", "Mosul archive)"),
        ("de-en", "Mossul (Archiv) [1]", "Mosul (archive]1"),
        ("de-en", "Mossul (Archiv)", "Mosul, archive"),
        ("de-en", "A (ab) und (cd)", "A (ab) and cd"),
    ],
)
def test_reported(languages: str, source: str, text: str) -> None:
    assert problems("brackets", source, text, languages)


@pytest.mark.parametrize(
    ("languages", "source", "text"),
    [
        ("de-en", "Mossul (Archiv)", "Mosul [archive]"),
        ("en-de", "a) first", "a) erstens"),
        ("en-pl", "name(s)", "nazwisko"),
        ("en-de", "Unknown URL", "Adresse (URL) unbekannt"),
        ("de-en", "Ein Smiley :)", "A smiley :)"),
        ("de-en", "Mossul", "Mosul"),
    ],
)
def test_clean(languages: str, source: str, text: str) -> None:
    assert problems("brackets", source, text, languages) == []
