from __future__ import annotations

import re

import pytest

from capqa.lazy_pattern import lazy_pattern


def test_it_finds_what_a_compiled_pattern_finds() -> None:
    lazy, compiled = lazy_pattern(r"(k)(\w)", re.IGNORECASE), re.compile(r"(k)(\w)", re.IGNORECASE)
    text = "Krieg kommt"
    assert lazy.findall(text) == compiled.findall(text)
    assert lazy.sub(r"\2\1", text) == compiled.sub(r"\2\1", text)
    assert lazy.split(text) == compiled.split(text)
    found = lazy.search(text, 1)
    assert found is not None
    assert found.span() == (6, 8)


def test_a_wrong_pattern_is_told_when_it_is_used() -> None:
    lazy = lazy_pattern("(")
    with pytest.raises(re.error):
        lazy.search("")


def test_it_has_no_other_attributes() -> None:
    with pytest.raises(AttributeError):
        _ = lazy_pattern("a").groups
