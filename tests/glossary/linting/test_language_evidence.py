"""How often the evidence is wrong, and how much it sees, on the glossaries shipped."""

from __future__ import annotations

import doctest

from capqa.glossary.files import shipped_folder
from capqa.glossary.linting import language_evidence
from capqa.glossary.linting.language_evidence import is_borrowed, is_surely_other
from capqa.glossary.linting.table import read_table


def test_swapped_columns_are_seen_and_right_ones_left_alone() -> None:
    rows = by_source = by_target = 0
    for path in sorted(shipped_folder().glob("*.csv")):
        table = read_table(path)
        source, target = table.languages
        for row in table.entries:
            if is_borrowed(row.source, row.target):
                continue
            assert not is_surely_other(row.source, source, target), row.source
            assert not is_surely_other(row.target, target, source), row.target
            if row.is_proper:
                continue
            rows += 1
            by_source += is_surely_other(row.target, source, target)
            by_target += is_surely_other(row.source, target, source)
    assert by_source > 0.25 * rows
    assert by_target > 0.6 * rows


def test_the_examples_hold() -> None:
    assert doctest.testmod(language_evidence).failed == 0
