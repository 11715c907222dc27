"""Quotation marks that the translation lacks or leaves open."""

from __future__ import annotations

import pytest

from tests.translation_rules.asking import problems


@pytest.mark.parametrize(
    ("languages", "source", "text"),
    [
        ("de-en", 'Er nannte es "Krieg"', "He called it war"),
        ("de-en", "Er nannte es „Krieg“", "He called it “war"),
        ("fr-en", "Une « opération » et « un mot »", "An “operation” and a word"),
    ],
)
def test_reported(languages: str, source: str, text: str) -> None:
    assert problems("quotes", source, text, languages)


@pytest.mark.parametrize(
    ("languages", "source", "text"),
    [
        ("de-en", "Er nannte es „Krieg“", 'He called it "war"'),
        ("fr-en", "Une « opération »", "An “operation”"),
        ("de-en", "Er nannte es „Krieg“", "He called it 'war'"),
        ("en-nl", "Delete “{name}”?", "‘{name}’ verwijderen?"),
        ("en-fr", "Chosen %s", "Choix des « %s »"),
        ("de-en", 'Ein 5" Bild', "A 5-inch picture"),
        ("en-he", "in total", 'בסה"כ'),
        ("en-de", '<a href="x">Docs</a>', "Doku"),
        ("de-en", 'Er sagte: "Nein', "He said no"),
    ],
)
def test_clean(languages: str, source: str, text: str) -> None:
    assert problems("quotes", source, text, languages) == []
