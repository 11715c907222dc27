"""Separators of captions that the translation lacks."""

from __future__ import annotations

import pytest

from tests.translation_rules.asking import problems


@pytest.mark.parametrize(
    ("languages", "source", "text"),
    [
        ("de-en", "Irak | Mossul", "Iraq Mosul"),
        ("de-en", "A +++ B", "A: B"),
        ("de-en", "A • B • C", "A • B"),
    ],
)
def test_reported(languages: str, source: str, text: str) -> None:
    assert problems("separator-lost", source, text, languages)


@pytest.mark.parametrize(
    ("languages", "source", "text"),
    [
        ("de-en", "Irak | Mossul", "Iraq | Mosul"),
        ("de-en", "a|b", "a b"),
        ("de-en", "Mossul: Lage", "The situation in Mosul"),
    ],
)
def test_clean(languages: str, source: str, text: str) -> None:
    assert problems("separator-lost", source, text, languages) == []
