"""Words with letters of another alphabet that look like their own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capqa.model import Severity
from tests.rules.asking import findings

RULE = "mixed-script-word"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("M\u043esul", [("M\u043esul", "Mosul")]),
        ("The \u0430ttack in \u041cosul", [("\u0430ttack", "attack"), ("\u041cosul", "Mosul")]),
        ("Мocква", [("Мocква", "Москва")]),
        ("дублиранитe", [("дублиранитe", "дублираните")]),
        ("εκατομμύριo", [("εκατομμύριo", "εκατομμύριο")]),
        ("Αthens", [("Αthens", "Athens")]),
    ],
)
def test_a_letter_of_another_alphabet(text: str, found: list[tuple[str, str]]) -> None:
    assert [(each.text, each.replacement) for each in findings(RULE, text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Mosul",
        "Город Мосул and the town of Mosul",
        "IT-компания",
        "SMSка и VIPом",
        "5 μm, αβ, Ωm and ΔT",
        "TЯUMP",
        "Tシャツ",
        "Straße, Łódź, İstanbul",
        "10км",
        "soft\u00adhyphen",
        "👩\u200d👩\u200d👧 family",
    ],
)
def test_what_is_meant_so(text: str) -> None:
    assert findings(RULE, text) == []


def test_as_many_letters_of_each_are_of_the_text_s_own_alphabet() -> None:
    assert [each.replacement for each in findings(RULE, "C\u0430 or not")] == ["Ca"]
    assert [each.replacement for each in findings(RULE, "или C\u0430 или нет")] == ["Са"]


def test_severity() -> None:
    assert [each.severity for each in findings(RULE, "M\u043esul")] == [Severity.WARNING]


@given(st.text(alphabet="aeo cаеоMМχο-'5", max_size=30))
def test_what_is_proposed_is_of_one_alphabet(text: str) -> None:
    for finding in findings(RULE, text):
        assert finding.replacement
        assert len(finding.replacement) == len(finding.text)
        assert findings(RULE, finding.replacement) == []


def test_long_texts() -> None:
    assert findings(RULE, "аa" * 5_000)
    assert findings(RULE, "аb " * 5_000)
