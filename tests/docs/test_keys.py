"""The keys that the reviewers' page lists are those there are."""

from __future__ import annotations

import pytest

from capqa.tui.review_keys import REVIEW
from docs import keys


def test_the_table_is_current() -> None:
    page = keys.PAGE.read_text(encoding="utf-8")
    assert keys.written(page) == page, "run python -m docs.keys"


def test_every_key_is_in_it() -> None:
    table = keys.table()
    for key in REVIEW:
        assert f" {key.help} |" in table


def test_a_page_without_a_place_for_it_is_refused() -> None:
    with pytest.raises(ValueError, match="0 places"):
        keys.written("# A page\n")
