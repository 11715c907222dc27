"""The README shows what a user sees: its commands are run."""

from __future__ import annotations

import csv
import re
import shutil
import tomllib
from pathlib import Path

import pytest

from capqa import config
from capqa.glossary.files import COLUMNS
from capqa.tui import personal
from tests.shown_commands import Fence, fences
from tests.shown_terminal import Terminal

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "README.md"
README = PAGE.read_text(encoding="utf-8")
SHOWN = [fence for fence in fences(PAGE) if fence.language == "console"]


@pytest.mark.parametrize("fence", SHOWN, ids=[fence.commands[0] for fence in SHOWN])
def test_commands_print_what_is_shown(fence: Fence, tmp_path: Path) -> None:
    # In a copy: what was decided in the repository would be proposed here too.
    folder = tmp_path / "capqa"
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    terminal = Terminal(folder)
    for command, shown in fence.session:
        assert terminal.run(command, shown) == shown


def test_there_is_a_command_to_run() -> None:
    assert SHOWN


def test_the_settings_shown_are_valid(tmp_path: Path) -> None:
    (shown,) = re.findall(r"```toml\n(.*?)```", README, flags=re.DOTALL)
    (tmp_path / "capqa.toml").write_text(shown, encoding="utf-8")
    assert config.find(tmp_path).target == tomllib.loads(shown)["target"]


def test_the_keys_and_the_theme_shown_are_valid(tmp_path: Path) -> None:
    (shown,) = re.findall(r'```toml title="review.toml"\n(.*?)```', README, flags=re.DOTALL)
    path = tmp_path / "review.toml"
    path.write_text(shown, encoding="utf-8")
    assert personal.read(path).own_keys == {"accept": "a,y", "next_open": "ctrl+n"}


def test_the_glossary_shown_is_valid() -> None:
    (shown,) = re.findall(r"```csv\n(.*?)```", README, flags=re.DOTALL)
    header, *rows = csv.reader(shown.splitlines())
    assert set(header) <= set(COLUMNS)
    assert rows
    assert all(len(row) == len(header) for row in rows)


@pytest.mark.parametrize("target", re.findall(r"\]\(((?!http)[^)#]+)\)", README))
def test_what_is_linked_is_there(target: str) -> None:
    assert (ROOT / target).exists()
