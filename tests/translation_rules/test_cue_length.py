"""Lines of subtitles too long or too many."""

from __future__ import annotations

import pytest

from tests.translation_rules.asking import places

LONG = "This line of a subtitle is much too long to be shown"


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Short", []),
        ("x" * 42, []),
        ("x" * 43, ["x" * 43]),
        (f"Short\n{LONG}", [LONG]),
        ("One\nTwo", []),
        ("One\nTwo\nThree", ["One\nTwo\nThree"]),
        ("字" * 21, []),
        ("字" * 22, ["字" * 22]),
        ("", []),
    ],
)
def test_lines(text: str, marked: list[str]) -> None:
    assert places("cue-length", "", text) == marked
