"""What the case directories cannot show of `capqa glossary`: the files, the history, its author."""

from __future__ import annotations

import getpass
import os
import pkgutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from capqa.__main__ import main
from capqa.commands import _glossary
from capqa.glossary.editing import history

if TYPE_CHECKING:
    from pathlib import Path

ROWS = b'source,target,note\r\nhus,house,\r\nskola,school,"kept, as is"\r\n'


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A glossary of a project whose working directory is its folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CAPQA_TRACEBACK", "1")
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, os.devnull)
    path = tmp_path / "house.sv-en.csv"
    path.write_bytes(ROWS)
    (tmp_path / "capqa.toml").write_text('glossaries = ["house.sv-en.csv"]', encoding="utf-8")
    return path


def glossary(*arguments: str) -> int:
    return main(["glossary", *arguments])


def test_help_lists_every_subcommand(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        glossary("--help")
    assert stopped.value.code == 0
    printed = capsys.readouterr().out
    names = [module.name for module in pkgutil.iter_modules(_glossary.__path__)]
    commands = [name.rstrip("_") for name in names if not name.startswith("_")]
    assert {"add", "edit", "list", "remove", "search", "show", "stats"} <= set(commands)
    for command in commands:
        assert f"    {command} " in printed


def test_a_term_comes_is_changed_and_goes(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert glossary("add", "bro", "bridge", "--by", "Ana") == 0
    assert house.read_bytes() == ROWS.replace(b"hus,", b"bro,bridge,\r\nhus,")
    assert glossary("edit", "bro", "--set", "note=a, b", "--by", "Bo") == 0
    assert house.read_bytes() == ROWS.replace(b"hus,", b'bro,bridge,"a, b"\r\nhus,')
    assert glossary("remove", "bro", "--by", "Cy") == 0
    assert house.read_bytes() == ROWS
    capsys.readouterr()
    assert glossary("show", "bro", "--history") == 0
    printed = capsys.readouterr().out.splitlines()
    assert [line.split()[1] for line in printed[2:]] == ["Ana:", "Bo:", "Cy:"]
    assert sorted(path.name for path in house.parent.iterdir()) == [
        "capqa.toml",
        "house.sv-en.csv",
        "house.sv-en.history.jsonl",
    ]


def test_the_author_is_known_from_git_else_by_login(
    house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "login")
    assert glossary("add", "a", "b") == 0
    subprocess.run(["git", "init", "-q"], cwd=house.parent, check=True)
    subprocess.run(["git", "config", "user.name", "Git  Name"], cwd=house.parent, check=True)
    assert glossary("add", "c", "d") == 0
    assert glossary("add", "e", "f", "--by", " Some One ") == 0
    assert [each.by for each in history.read(house)] == ["login", "Git Name", "Some One"]


def test_an_author_is_one_line(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert glossary("add", "a", "b", "--by", "Ana\nBo") == 2
    assert capsys.readouterr().err.startswith("capqa: --by: 'Ana\\nBo' is refused: it has a line")
    assert house.read_bytes() == ROWS


def test_a_broken_subcommand_line_is_refused(house: Path) -> None:
    for arguments in (
        ("edit", "hus", "--set", "note"),
        ("edit", "hus", "--set", "note=a", "note=b"),
        ("search", " "),
        ("list", "--lang", "Swedish"),
        ("list", "--status", "good"),
        ("add", "hus\udcff", "x"),
    ):
        assert glossary(*arguments) == 2, arguments
    assert house.read_bytes() == ROWS


def test_the_checkouts_glossary_is_the_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "glossaries"
    folder.mkdir()
    for name in ("animals", "conflict"):
        (folder / f"{name}.sv-en.csv").write_bytes(ROWS)
    assert glossary("add", "bro", "bridge", "--lang", "sv", "--by", "Ana") == 0
    assert b"bro" in (folder / "conflict.sv-en.csv").read_bytes()
    assert "is not read by capqa check" in capsys.readouterr().err
    assert glossary("edit", "hus", "--lang", "sv", "--set", "note=x", "--by", "Ana") == 2
    assert "animals.sv-en.csv:2 (house" in capsys.readouterr().err
