from __future__ import annotations

import pytest

from tests.glossary.lint.files import found


@pytest.mark.parametrize("target", ["Geiseln", "Verhandlungen", "оружие"])
def test_what_is_not_english_is_told(target: str) -> None:
    assert len(found("target-language", f"Täter,{target},noun")) == 1


@pytest.mark.parametrize(
    "row",
    [
        *["Täter,perpetrator", "im Bundestag,in the Bundestag", "Putsch,coup", "Ort,Neustadt"],
        *["Waffe,Waffen,noun,f,forbidden", "Waffe,Waffe,noun,f,keep-as-is"],
    ],
)
def test_english_names_and_what_is_not_proposed_are_left_alone(row: str) -> None:
    assert found("target-language", row) == []


def test_a_greek_letter_in_a_latin_word_is_fine() -> None:
    assert found("target-language", "Interferon,α-interferon") == []
