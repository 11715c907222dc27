"""Words that a glossary forbids for a term of the source."""

from __future__ import annotations

import pytest

from tests.translation_rules.asking import problems


@pytest.mark.parametrize(
    ("languages", "source", "text"),
    [
        ("de-en", "Raketen auf Kiew", "Rockets on Kiev"),
        ("de-en", "Schleuser vor Gericht", "Traffickers on trial"),
        ("de-en", "Im Irak", "In Irak"),
    ],
)
def test_reported(languages: str, source: str, text: str) -> None:
    assert problems("forbidden-term", source, text, languages)


@pytest.mark.parametrize(
    ("languages", "source", "text"),
    [
        ("de-en", "Raketen auf Kiew", "Rockets on Kyiv"),
        ("de-en", "Menschenhändler vor Gericht", "Traffickers on trial"),
        ("de-en", "Raketen", "Kiev"),
        ("de-de", "Kiew", "Kiev"),
    ],
)
def test_clean(languages: str, source: str, text: str) -> None:
    assert problems("forbidden-term", source, text, languages) == []


def test_what_the_glossary_wants_is_proposed() -> None:
    text = "Rockets on Kiev"
    (problem,) = problems("forbidden-term", "Raketen auf Kiew", text)
    assert (problem.span.of(text), problem.replacement) == ("Kiev", "Kyiv")
    (inflected,) = problems("forbidden-term", "Schleuser vor Gericht", "Traffickers on trial")
    assert inflected.replacement is None
