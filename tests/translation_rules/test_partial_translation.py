"""Fragments of the source left in the translation."""

from __future__ import annotations

import pytest

from tests.translation_rules.asking import problems


@pytest.mark.parametrize(
    ("languages", "source", "text"),
    [
        ("de-en", "Irak | Befreiungsaktion in Mossul", "Iraq | Befreiungsaktion in Mossul"),
        ("en-de", "Delete the selected files", "Löschen Sie the selected files"),
    ],
)
def test_reported(languages: str, source: str, text: str) -> None:
    assert problems("partial-translation", source, text, languages)


@pytest.mark.parametrize(
    ("languages", "source", "text"),
    [
        ("de-en", "Irak | Befreiungsaktion in Mossul", "Iraq | Liberation operation in Mosul"),
        ("en-fr", "Run sphinx-build -b builder now", "Lancez sphinx-build -b builder"),
        ("en-hr", "floating point number", "Broj s pomičnim zarezom (floating point number)"),
        ("de-en", "Die Stadt ist frei", "Die Stadt ist frei"),
        ("de-ka", "Die Stadt ist frei", "x die Stadt ist"),
        ("de-en", "Die Partei „Die Linke“ tagt", "The Left party meets"),
    ],
)
def test_clean(languages: str, source: str, text: str) -> None:
    assert problems("partial-translation", source, text, languages) == []


def test_the_fragment_is_marked_with_its_confidence() -> None:
    text = "Iraq | Befreiungsaktion in Mossul"
    (problem,) = problems("partial-translation", "Irak | Befreiungsaktion in Mossul", text)
    assert problem.span.of(text) == "Befreiungsaktion in Mossul"
    assert 0.65 <= problem.confidence <= 1
