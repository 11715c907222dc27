"""What a maintainer is told before they approve: lint findings, rivals, neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from capqa.glossary.proposals.knowledge import Knowledge
from capqa.glossary.proposals.outlook import neighbours, outlook
from tests.glossary.proposals.samples import ROWS, shelf

if TYPE_CHECKING:
    from pathlib import Path


def told(
    folder: Path, source: str, target: str, more: dict[str, str] | None = None, data: bytes = ROWS
) -> list[str]:
    values = {"source": source, "target": target, **(more or {})}
    remarks = outlook(Knowledge(shelf(folder, data)), values)
    return [f"{each.gravity}: {each.text}" for each in remarks]


def test_there_is_nothing_to_say_of_a_good_entry(tmp_path: Path) -> None:
    assert told(tmp_path, "Kiesgrube", "gravel pit", {"gender": "f"}) == []
    assert told(tmp_path, "Kiesgrube", "") == []


@pytest.mark.parametrize(
    ("source", "target", "more", "expected"),
    [
        ("Zaun", "barrier", {}, "refused: 'Zaun' has a preferred target: 'fence'"),
        ("Zaun", "fence", {}, "refused: {path}:4: 'Zaun' -> 'fence' is there already"),
        ("Kies\x1bgrube", "pit", {}, "refused: source: "),
        ("Kiesgrube", "die Gerechtigkeit", {}, "warning: "),
        ("gravel", "Kies", {"variants": "gravel"}, "warning: "),
        ("Befreiung", "freeing", {}, "note: it replaces "),
        ("Зaun", "hedge", {}, "warning: "),
    ],
)
def test_what_speaks_against_an_entry_is_told(
    tmp_path: Path, source: str, target: str, more: dict[str, str], expected: str
) -> None:
    found = told(tmp_path, source, target, more)
    wanted = expected.format(path=tmp_path / "house.de-en.csv")
    assert any(each.startswith(wanted) for each in found), found


def test_rows_elsewhere_in_the_file_that_are_wrong_are_not_this_ones(tmp_path: Path) -> None:
    data = ROWS + b"Zebra,Zebra,nuon,,preferred,,,,,\nZebra,Zebra,noun,,preferred,,,,,\n"
    assert told(tmp_path, "Kiesgrube", "gravel pit", {"gender": "f"}, data) == []


def test_a_circle_with_a_row_there_is_is_found(tmp_path: Path) -> None:
    found = told(tmp_path, "fence", "Zaun")
    assert any("Zaun" in each and "cycles" in each for each in found), found


def test_neighbours_are_those_of_source_and_target_and_alike(tmp_path: Path) -> None:
    knowledge = Knowledge(shelf(tmp_path))
    found = neighbours(knowledge, {"source": "Kieswege", "target": "fence"})
    sources = [each.entry.source for each in found]
    assert {"Zaun", "Kiesweg"} <= set(sources)
    assert neighbours(knowledge, {"source": "zaun", "target": ""})[0].entry.source == "Zaun"


def test_changes_of_the_file_are_seen(tmp_path: Path) -> None:
    at = shelf(tmp_path)
    knowledge = Knowledge(at)
    assert knowledge.current() is knowledge
    at.glossary.write_bytes(ROWS + b"Kiesgrube,gravel pit,,,preferred,,,,,\n")
    assert knowledge.holding("Kiesgrube", "gravel pit") is None
    assert knowledge.current().holding("Kiesgrube", "gravel pit") is not None
