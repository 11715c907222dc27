"""The glossaries that come with capqa pass their own lint."""

from __future__ import annotations

from capqa.glossary.files import shipped_folder
from capqa.glossary.linting.running import lint
from capqa.glossary.linting.table import read_table


def test_nothing_is_found_in_them() -> None:
    tables = [read_table(path) for path in sorted(shipped_folder().glob("*.csv"))]
    assert len(tables) > 10
    assert lint(tables) == []
