"""White space that does not belong, and what should stand there."""

from __future__ import annotations

import pytest

from tests.translation_rules.asking import corrected, problems


@pytest.mark.parametrize(
    ("languages", "source", "text"),
    [
        ("de-en", "x", "The town  is free"),
        ("de-en", "x", "Yes , the town"),
        ("de-en", "x", "The town is free ."),
        ("en-de", "x", "Was ? Nichts"),
        ("de-en", "x", "The town is free.Everybody celebrates."),
        ("en-fr", "x", "Oui , bien sûr"),
    ],
)
def test_reported(languages: str, source: str, text: str) -> None:
    assert problems("whitespace", source, text, languages)


@pytest.mark.parametrize(
    ("languages", "source", "text"),
    [
        ("en-fr", "Why?", "Pourquoi ?"),
        ("de-en", "Die  Stadt", "The  town"),
        ("de-en", "Ende ...", "The end ..."),
        ("en-de", "A .NET page", "Eine .NET-Seite"),
        ("de-en", "x", "Node.Js and conf.Py"),
        ("de-en", "x", "at 8 a.m.Then"),
        ("de-en", "x", " leading and trailing "),
    ],
)
def test_clean(languages: str, source: str, text: str) -> None:
    assert problems("whitespace", source, text, languages) == []


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("The town  is free .", "The town is free."),
        (
            "Yes , the town is free.Everybody celebrates.",
            "Yes, the town is free. Everybody celebrates.",
        ),
    ],
)
def test_mended(text: str, mended: str) -> None:
    assert corrected("whitespace", text) == mended


def test_what_is_doubled_before_punctuation_goes_as_a_whole() -> None:
    assert corrected("whitespace", "Die Stadt Mossul  .", "en-de", "Ja.") == "Die Stadt Mossul."
    assert corrected("whitespace", "Oui  : non", "en-fr", "No!") == "Oui : non"
