"""Cues that are shown too short a time."""

from __future__ import annotations

import pytest

from tests.translation_rules.asking import problems


@pytest.mark.parametrize(
    ("text", "seconds", "is_clean"),
    [
        ("x" * 40, 2.0, True),
        ("x" * 41, 2.0, False),
        ("ab\ncd", 0.2, False),
        ("x" * 400, None, True),
        ("x" * 400, 0.0, True),
        ("x" * 400, -1.0, True),
        ("x" * 400, float("nan"), True),
        ("", 1.0, True),
    ],
)
def test_speed(text: str, seconds: float | None, is_clean: bool) -> None:
    assert bool(problems("reading-speed", "", text, seconds=seconds)) is not is_clean


def test_the_message_says_both_speeds() -> None:
    (problem,) = problems("reading-speed", "", "x" * 60, seconds=2.0)
    assert problem.message == "30 characters a second; 20 can be read"
