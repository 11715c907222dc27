"""The README shows what a user sees: its commands are run."""

from __future__ import annotations

import csv
import re
import shlex
import shutil
import tomllib
from pathlib import Path

import pytest

from capqa import config
from capqa.__main__ import main
from capqa.glossary.files import COLUMNS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SESSIONS = re.findall(r"```console\n\$ (capqa [^\n]*)\n(.*?)```", README, flags=re.DOTALL)


@pytest.mark.parametrize(("command", "shown"), SESSIONS, ids=[each[0] for each in SESSIONS])
def test_a_command_prints_what_is_shown(
    command: str,
    shown: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    # In a copy: what was decided in the repository would be proposed here too.
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    main(shlex.split(command)[1:])
    assert capsys.readouterr().out == shown


def test_there_is_a_command_to_run() -> None:
    assert SESSIONS


def test_the_settings_shown_are_valid(tmp_path: Path) -> None:
    (shown,) = re.findall(r"```toml\n(.*?)```", README, flags=re.DOTALL)
    (tmp_path / "capqa.toml").write_text(shown, encoding="utf-8")
    assert config.find(tmp_path).target == tomllib.loads(shown)["target"]


def test_the_glossary_shown_is_valid() -> None:
    (shown,) = re.findall(r"```csv\n(.*?)```", README, flags=re.DOTALL)
    header, *rows = csv.reader(shown.splitlines())
    assert set(header) <= set(COLUMNS)
    assert rows
    assert all(len(row) == len(header) for row in rows)


@pytest.mark.parametrize("target", re.findall(r"\]\(((?!http)[^)#]+)\)", README))
def test_what_is_linked_is_there(target: str) -> None:
    assert (ROOT / target).exists()
