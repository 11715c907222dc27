"""The fuzzing itself: it finds what is broken, and runs without atheris."""

from __future__ import annotations

import pytest

from capqa.formats import text
from tests.fuzz.target import target_for
from tests.fuzz.with_hypothesis import changed, fuzz


def test_a_short_run_breaks_nothing() -> None:
    assert fuzz("text", seconds=0.01) >= 100


def test_what_breaks_a_format_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "apply", lambda document, edits: document.data[:-1])
    with pytest.raises(AssertionError):
        fuzz("text", seconds=0.01)
    monkeypatch.setattr(text, "read", lambda data, name: {}[name])
    with pytest.raises(KeyError):
        target_for("text")(b"text")


def test_changes_are_made_one_after_the_other() -> None:
    assert changed(b"abcd", [(1, 2, b"x"), (0, 0, b"y"), (9, 1, b"z")]) == b"yaxdz"
