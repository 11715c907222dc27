"""The examples in the checks' docstrings, and what every check must bear."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capqa import plugins
from capqa.glossary.lint import GROUP, REQUIRED
from capqa.glossary.linting.running import checks, lint
from capqa.glossary.linting.table import table_of


@pytest.mark.parametrize("name", checks())
def test_the_example_holds(name: str) -> None:
    module = plugins.load(GROUP, name, REQUIRED)
    results = doctest.testmod(module, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert results.attempted >= 2
    assert results.failed == 0


fields = st.text(
    st.sampled_from("aäßбіفक  \t;-'\"\u200b\u202e\u200d\x1b[]"), max_size=12
) | st.sampled_from(["noun", "forbidden", "Kiew", "Kiev", "keep-as-is"])


@given(st.lists(st.lists(fields, min_size=1, max_size=5), max_size=8))
def test_no_row_breaks_any_check(rows: list[list[str]]) -> None:
    lines = [",".join('"' + field.replace('"', '""') + '"' for field in row) for row in rows]
    header = "source,target,status,part_of_speech,variants"
    data = "\n".join([header, *lines, ""]).encode()
    for found in lint([table_of(Path("a.de-en.csv"), data)]):
        assert 2 <= found.line <= len(rows) + 1
        assert found.message.isprintable()
