from __future__ import annotations

import pytest

from capqa.language.place_names import place_name
from capqa.language.words import is_word


@pytest.mark.parametrize(
    ("name", "source", "target", "expected"),
    [
        ("Irak", "de", "en", "Iraq"),
        ("Mossul", "de", "en", "Mosul"),
        ("mossul", "de", "en", "Mosul"),
        ("Mosul", "en", "de", "Mossul"),
        ("Kiew", "de", "fr", "Kiev"),
        ("Ost-Ghuta", "de", "en", "Eastern Ghouta"),
        ("Siria", "es", "en", "Syria"),
        ("Berlin", "de", "en", "Berlin"),
        ("Idlib", "de", "en", "Idlib"),
        ("Qwxzfall", "de", "en", None),
        ("", "de", "en", None),
    ],
)
def test_place_names(name: str, source: str, target: str, expected: str | None) -> None:
    assert place_name(name, source, target) == expected


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("Regierungstruppen", "de", True),
        ("Regierungstrupen", "de", False),
        ("Straße", "de", True),
        ("Befreiungsaktion", "de-AT", True),
        ("house", "en", True),
        ("hosue", "en", False),
        ("война", "ru", True),
        ("", "en", False),
        ("house", "tlh", False),
    ],
)
def test_is_word(word: str, language: str, *, expected: bool) -> None:
    assert is_word(word, language) is expected
