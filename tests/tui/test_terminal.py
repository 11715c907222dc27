"""The command as people start it: from a shell, in a real terminal, killed and taken up again."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from capqa.model import Action
from capqa.review.log import DecisionLog
from tests.tui import terminals
from tests.tui.terminals import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(bool(terminals.why_not()), reason=terminals.why_not() or "tmux")

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "seeds" / "dw-mosul.txt"
REVIEW = "capqa review dw-mosul.txt --reviewer ana --session log.sqlite3"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a fresh folder with the page in it."""
    shutil.copy(PAGE, tmp_path)
    return tmp_path


@pytest.fixture
def terminal(folder: Path) -> Iterator[Terminal]:
    """Have a terminal whose shell is in the folder, and knows the command."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("TMUX", "NO_COLOR", "TEXTUAL", "CAPQA"))
    }
    environment |= {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "HOME": str(folder),
        "LC_ALL": "C.UTF-8",
        "ENV": "",
    }
    # The path of a socket must be short.
    with tempfile.TemporaryDirectory(prefix="capqa") as short:
        terminal = Terminal(Path(short) / "tmux", folder, environment)
        try:
            yield terminal
        finally:
            terminal.close()


def start(terminal: Terminal) -> str:
    command = REVIEW.replace("capqa", f"{sys.executable} -m capqa", 1)
    terminal.type(f"{command}; echo ended $?")
    terminal.press("Enter")
    terminal.shows("SUGGESTION +")
    return terminal.screen


def actions(folder: Path) -> list[Action]:
    log = DecisionLog(folder / "log.sqlite3")
    try:
        return [decision.action for decision in log.decisions()]
    finally:
        log.close()


def test_a_review_from_a_shell_and_again(terminal: Terminal, folder: Path) -> None:
    before = PAGE.read_text(encoding="utf-8")
    assert "0 of 2 decided, 2 open" in start(terminal)
    terminal.press("a")
    terminal.shows("1 of 2 decided")
    terminal.press("e")
    terminal.shows("YOUR TEXT")
    terminal.press("C-u")
    # A key with a binding is acted on after letters that follow it at once.
    terminal.shows("YOUR TEXT\n")
    terminal.type("Offensive für Mosul")
    terminal.shows("Offensive für Mosul")
    terminal.press("Enter")
    terminal.hides("YOUR TEXT")
    terminal.press("r", "r")
    terminal.shows("✗ 1")
    terminal.press("u")
    terminal.hides("✗ 1")
    terminal.press("w")
    terminal.shows("2 edits written to 1 file")
    terminal.press("q")
    terminal.shows("ended 0")
    assert actions(folder) == [Action.ACCEPT, Action.EDIT, Action.DISMISS, Action.UNDO]
    after = (folder / "dw-mosul.txt").read_text(encoding="utf-8")
    assert "Offensive für Mosul" in after
    lines = zip(before.splitlines(), after.splitlines(), strict=True)
    assert sum(old != new for old, new in lines) == 2

    terminal.type("clear")
    terminal.press("Enter")
    terminal.hides("ended 0")
    # What was accepted is no finding any longer; what was typed in German is one.
    assert "0 of 1 decided, 1 open" in start(terminal)
    terminal.press("s")
    terminal.shows("→ 1")
    terminal.press("q")
    terminal.shows("ended 0")
    assert actions(folder)[4:] == [Action.SKIP]


def test_a_review_killed_in_the_middle_goes_on_where_it_was(
    terminal: Terminal, folder: Path
) -> None:
    page = (folder / "dw-mosul.txt").read_bytes()
    terminal.type("sh -c 'echo $$ > pid; exec " + sys.executable + " -m " + REVIEW + "'")
    terminal.press("Enter")
    terminal.shows("SUGGESTION +")
    terminal.press("a", "r", "r")
    terminal.shows("2 of 2 decided")
    terminal.press("e")
    terminal.shows("YOUR TEXT")
    os.kill(int((folder / "pid").read_text()), signal.SIGKILL)
    terminal.shows("Killed")
    assert (folder / "dw-mosul.txt").read_bytes() == page
    assert actions(folder) == [Action.ACCEPT, Action.DISMISS]

    terminal.renew()
    screen = start(terminal)
    assert "2 of 2 decided" in screen
    assert "1 not written" in screen
    terminal.press("q")
    terminal.shows("Quit?")
    terminal.press("w")
    terminal.shows("ended 0")
    assert (folder / "dw-mosul.txt").read_bytes() != page
