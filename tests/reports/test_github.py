from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from capqa.model import Severity
from capqa.reports import ReportOptions, github
from tests.reports.samples import CLEAN, HOSTILE, MISSING, checked, hostile, read

if TYPE_CHECKING:
    from pathlib import Path

    from capqa.pipeline import CheckedFile


def commands(*files: CheckedFile) -> list[tuple[str, dict[str, str], str]]:
    """Read the commands as the runner does: one a line, properties parted by commas."""
    read_back = []
    for line in "".join(github.render(files, ReportOptions())).splitlines():
        found = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line)
        assert found is not None, line
        pairs = (pair.split("=", 1) for pair in found[2].split(","))
        read_back.append((found[1], {name: unquote(value) for name, value in pairs}, found[3]))
    return read_back


def test_a_finding_annotates_its_range() -> None:
    file = checked(read("Smoke\n\nÜber Irak today\n"), {"Irak": "Iraq"})
    ((command, properties, message),) = commands(file)
    assert command == "error"
    assert properties == {
        "file": "page.txt",
        "line": "3",
        "endLine": "3",
        "col": "6",
        "endColumn": "10",
        "title": "capqa: untranslated (headline)",
    }
    assert unquote(message).splitlines() == [
        "German left untranslated: Irak",
        "proposal: Iraq [glossary 1]",
        "confidence 0.99, because of Irak (exonym)",
    ]


@pytest.mark.parametrize(
    ("severity", "command"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.NOTE, "notice")],
)
def test_severities_have_their_commands(severity: Severity, command: str) -> None:
    file = checked(read("Irak\n"), {"Irak": None}, severity=severity)
    assert commands(file)[0][0] == command


def test_a_range_of_several_lines_has_no_columns() -> None:
    ((_, properties, _),) = commands(
        checked(read("<p>Der <b>Irak\nund</b> Mossul</p>", "a.html"), {"Irak und Mossul": None})
    )
    assert (properties["line"], properties["endLine"]) == ("1", "2")
    assert "col" not in properties


def test_nothing_in_a_page_ends_its_command() -> None:
    for text in HOSTILE:
        file = hostile(text, name=f"a,b:c%{text[:20]}")
        assert [command for command, _, _ in commands(file)] == ["notice", "error", "error"]


def test_values_are_escaped() -> None:
    output = "".join(github.render([replace(MISSING, name="50%,a:b.txt")], ReportOptions()))
    assert output.startswith("::error file=50%25%2Ca%3Ab.txt,title=capqa%3A could not be checked::")


def test_clean_files_need_no_command() -> None:
    assert commands(CLEAN) == []


def test_paths_are_those_of_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path / "site")
    for root, path in (
        (str(tmp_path), "site/gone.txt"),
        ("/elsewhere", "gone.txt"),
        ("", "gone.txt"),
        ("..", "gone.txt"),
    ):
        monkeypatch.setenv("GITHUB_WORKSPACE", root)
        assert commands(MISSING)[0][1]["file"] == path
