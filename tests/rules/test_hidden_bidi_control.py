"""Invisible characters that make text read in another order than it is stored."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capqa.model import Severity
from tests.rules.asking import findings

RULE = "hidden-bidi-control"
CONTROLS = "\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("on \u202eyadnoM", [3]),
        ("on \u202eyadnoM\u202c", [3, 10]),
        ("a\u202dbc", [1]),
        ("a\u2066b", [1]),
        ("a\u2067b\u2069c", [1, 3]),
        ("a\u202bb\u202cc", [1, 3]),
        ("a\u2069b", [1]),
        ("a\u202cb", [1]),
        ("a\u2068b\nc\u2069", [1, 5]),
        ("x\u200fy", [1]),
        ("مرحبا \u202eabc\u202c", [6, 10]),
        # What the source shows is turned round by what is not seen.
        ("if access_level != 'user\u202e \u2066// admin\u2069 \u2066' {", [24, 37]),
    ],
)
def test_what_deceives(text: str, places: list[int]) -> None:
    found = findings(RULE, text)
    assert [each.span.start for each in found] == places
    assert all(len(each.span) == 1 and each.replacement == "" for each in found)
    assert all(each.severity is Severity.ERROR for each in found)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", None),
        ("plain", None),
        ("\u2068Anna\u2069 sagt", None),
        ("\u2066Anna\u2069 sagt", None),
        ("مرحبا \u200f(AFP)", None),
        ("\u202bمرحبا\u202c hi", None),
        ("\u2067שלום\u2069 hi", None),
        ("\u200f(AFP) 2016", "ar"),
        ("a\u200eb", None),
        ("soft\u00adhyphen", None),
        ("👩\u200d👩\u200d👧, نمی\u200cخواهم", None),
        ("\u2068\u2067שלום\u2069\u2069", None),
    ],
)
def test_what_is_needed(text: str, language: str | None) -> None:
    assert findings(RULE, text, language) == []


def test_the_message_names_the_character() -> None:
    (found,) = findings(RULE, "on \u202eyadnoM")
    assert found.message == "invisible right-to-left override (U+202E) is not closed"


@given(
    st.text(
        alphabet="ab \n\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200fא", max_size=20
    )
)
def test_without_what_is_found_a_text_deceives_nobody(text: str) -> None:
    for _ in range(len(text) + 1):
        found = findings(RULE, text)
        if not found:
            return
        for finding in reversed(found):
            text = text[: finding.span.start] + text[finding.span.end :]
    raise AssertionError(text)


def test_long_texts() -> None:
    assert len(findings(RULE, "\u202e" * 10_000)) == 10_000
    assert findings(RULE, "\u2067א" * 5_000 + "\u2069" * 5_000) == []
    assert len(findings(RULE, "\u200f" * 10_000)) == 10_000
