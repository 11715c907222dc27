"""Addresses and handles that the translation lacks or changes."""

from __future__ import annotations

import pytest

from tests.translation_rules.asking import problems


@pytest.mark.parametrize(
    ("languages", "source", "text"),
    [
        ("de-en", "www.dw.com/mossul", "www.dw.com/mosul"),
        ("de-en", "redaktion@dw.com", "write to us"),
        ("de-en", "@ana_m", "@ana"),
        ("en-de", "https://a.org/en/b", "https://b.org/de/b"),
    ],
)
def test_reported(languages: str, source: str, text: str) -> None:
    assert problems("url-lost", source, text, languages)


@pytest.mark.parametrize(
    ("languages", "source", "text"),
    [
        ("de-en", "Auf www.dw.com.", "At www.dw.com"),
        ("en-fr", "https://a.org/en/b", "https://a.org/fr/b"),
        ("en-de", "https://a.org/en-us/b", "https://a.org/de-de/b"),
        ("de-en", "#Mossul", "#Mosul"),
        ("de-en", "kein_wort", "no_word"),
        ("de-en", "www.dw.com/", "www.dw.com"),
    ],
)
def test_clean(languages: str, source: str, text: str) -> None:
    assert problems("url-lost", source, text, languages) == []


def test_the_address_that_stands_instead_is_marked() -> None:
    text = "More: www.dw.com/mosul or a@b.de"
    (problem,) = problems("url-lost", "Mehr: www.dw.com/mossul oder a@b.de", text)
    assert problem.span.of(text) == "www.dw.com/mosul"
