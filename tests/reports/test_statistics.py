from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.model import Severity
from capqa.reports._statistics import Statistics
from tests.reports.samples import (
    ACTING,
    CLEAN,
    HOSTILE,
    MISSING,
    checked,
    hostile,
    read,
    suggestion,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.pipeline import CheckedFile


def counted(*files: CheckedFile) -> Statistics:
    statistics = Statistics()
    assert list(statistics.counted(files)) == list(files)
    return statistics


def test_findings_are_counted_by_what_they_are() -> None:
    first = checked(
        read("Irak Mossul Foo\n", "a.txt"),
        {"Irak": "Iraq", "Mossul": None, "Foo": suggestion("Bar", unknown="Bar")},
    )
    second = checked(
        read("Irak\n", "b.txt"), {"Irak": "Iraq"}, severity=Severity.NOTE, confidence=0.65
    )
    statistics = counted(first, second, CLEAN, MISSING)
    assert statistics.summary() == {"files": 3, "findings": 4, "errors": 1}
    assert statistics.as_object() == {
        "files_with_findings": 2,
        "rules": {"untranslated": 4},
        "severities": {"error": 3, "note": 1},
        "languages": {"de": 4},
        "roles": {"headline": 4},
        "paths": {"a.txt": 3, "b.txt": 1},
        "confidence": {"0.65-0.70": 1, "0.95-1.00": 3},
        "proposals": {"complete": 2, "incomplete": 1, "none": 1},
        "not_checked": {},
    }


def test_the_table_is_for_people() -> None:
    file = checked(read("Irak Mossul\n"), {"Irak": "Iraq", "Mossul": None})
    assert counted(file, MISSING).table().split("\n")[:8] == [
        "inputs",
        "  checked               1",
        "  with findings         1",
        "  could not be checked  1",
        "",
        "findings by rule",
        "  untranslated          2",
        "",
    ]


def test_files_are_counted_while_they_pass() -> None:
    drawn: list[str] = []

    def files() -> Iterator[CheckedFile]:
        for file in (CLEAN, MISSING):
            drawn.append(file.name)
            yield file

    statistics = Statistics()
    passing = statistics.counted(files())
    next(passing)
    assert (drawn, statistics.files, statistics.errors) == (["clean.txt"], 1, 0)


def test_of_very_many_files_the_first_are_named() -> None:
    files = [
        checked(read("Irak Mossul\n", f"{number:02}.txt"), {"Irak": None, "Mossul": None})
        for number in range(50)
    ]
    table = counted(*files).table()
    assert "19.txt" in table
    assert "20.txt" not in table
    assert "  30 other files         60\n" in table


def test_nothing_in_the_table_acts_and_its_columns_are_straight() -> None:
    for text in HOSTILE:
        table = counted(hostile("Irak", name=f"中{text}.txt")).table()
        assert not ACTING & set(table)
    assert max(map(len, table.split("\n"))) < 100


def test_every_confidence_has_a_band() -> None:
    for value, band in (
        (0.0, "0.00-0.05"),
        (0.95, "0.95-1.00"),
        (1.0, "0.95-1.00"),
        (0.7, "0.70-0.75"),
    ):
        file = checked(read("Irak\n"), {"Irak": None}, confidence=value)
        assert counted(file).as_object()["confidence"] == {band: 1}


def test_an_empty_run_has_a_table() -> None:
    assert "checked               0" in counted().table()
