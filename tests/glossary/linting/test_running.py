from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from capqa.errors import PluginError
from capqa.glossary.linting.running import LintFinding, beside, lint
from capqa.glossary.linting.table import read_table

if TYPE_CHECKING:
    from pathlib import Path


def write(folder: Path, name: str, rows: str) -> Path:
    path = folder / name
    path.write_text(f"source,target\n{rows}\n", encoding="utf-8")
    return path


def test_languages_are_kept_apart(tmp_path: Path) -> None:
    paths = [write(tmp_path, f"a.{pair}-en.csv", "Waffe,weapon") for pair in ("de", "nl")]
    assert lint(list(map(read_table, paths)), ["duplicates"]) == []


def test_what_lies_beside_is_compared_with_and_not_reported(tmp_path: Path) -> None:
    write(tmp_path, "a.de-en.csv", "Waffe,weapon\nWaffe,weapon")
    asked = write(tmp_path, "b.de-en.csv", "Waffe,weapon")
    write(tmp_path, "c.de-en.csv", "Waffe,weapon")
    write(tmp_path, "a.nl-en.csv", "Waffe,weapon")
    others, notes = beside([asked])
    assert [table.path.name for table in others] == ["a.de-en.csv", "c.de-en.csv"]
    assert notes == []
    (found,) = lint([*others, read_table(asked)], ["duplicates"])
    assert found[:3] == LintFinding(str(asked), 2, "duplicates", "")[:3]
    assert f"{tmp_path / 'a.de-en.csv'}:2" in found.message


def test_what_lies_beside_and_is_broken_is_noted(tmp_path: Path) -> None:
    asked = write(tmp_path, "b.de-en.csv", "Waffe,weapon")
    (tmp_path / "a.de-en.csv").write_bytes(b"\xff")
    others, (note,) = beside([asked])
    assert others == []
    assert "not compared with" in note


def test_the_order_is_that_of_files_and_lines(tmp_path: Path) -> None:
    second = write(tmp_path, "a.de-en.csv", "b ,x\na ,x")
    first = write(tmp_path, "b.de-en.csv", "c ,x")
    found = lint([read_table(first), read_table(second)])
    assert [(each.file, each.line, each.check) for each in found] == [
        (str(first), 2, "whitespace"),
        (str(second), 2, "whitespace"),
        (str(second), 3, "sorting"),
        (str(second), 3, "whitespace"),
    ]


def test_an_unknown_check_is_refused() -> None:
    with pytest.raises(PluginError, match="'spelling'"):
        lint([], ["spelling"])
