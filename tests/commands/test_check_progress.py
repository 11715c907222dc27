"""The line that says how far a check is, on a terminal and nowhere else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from capqa.commands import _progress
from capqa.commands._progress import CheckProgress
from capqa.visible import display_width
from tests.commands.test_progress import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
CLEAR = "\r\x1b[K"
_EAGER_PROGRAM = """
import sys
from capqa.__main__ import main
from capqa.commands import _progress
_progress._PATIENCE = _progress._PAUSE = 0
sys.exit(main())
"""
GERMAN = "Irak | Befreiungsaktion Mossul\nImage: Reuters\n"
CLEAN = "The president met the ministers in Baghdad on Monday to talk about Aleppo again.\n"


@pytest.fixture
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw at every step."""
    monkeypatch.setattr(_progress, "_PATIENCE", 0)
    monkeypatch.setattr(_progress, "_PAUSE", 0)
    monkeypatch.setenv("COLUMNS", "60")


@pytest.mark.usefixtures("eager")
def test_the_file_is_told_and_the_line_is_gone_before_anything_is_printed() -> None:
    terminal = Terminal()
    progress = CheckProgress(terminal, terminal)
    names = ["a.txt", "b.txt"]

    def checking() -> Iterator[str]:
        for name in progress.counted(iter(names)):
            progress(name, "checking", 0, 5_000_000)
            progress(name, "checking", 2_000_000, 5_000_000)
            yield name

    for name in progress.apart(checking()):
        terminal.write(f"found in {name}\n")
        progress.wrote(f"found in {name}\n")
    lines = [
        f"{CLEAR}checking {number} of 2: {name}, 0 bytes of 5.0 MB"
        f"{CLEAR}checking {number} of 2: {name}, 2.0 MB of 5.0 MB{CLEAR}found in {name}\n"
        for number, name in enumerate(names, start=1)
    ]
    assert terminal.getvalue() == "".join(lines)


@pytest.mark.usefixtures("eager")
def test_nothing_is_drawn_while_the_report_stands_amid_a_line() -> None:
    terminal = Terminal()
    progress = CheckProgress(terminal, terminal)
    progress.wrote('{"findings": [')
    progress("a.txt", "checking", 0, 5_000_000)
    assert terminal.getvalue() == ""
    progress.wrote("]}\n")
    progress("b.txt", "checking", 0, 10)
    assert terminal.getvalue() == f"{CLEAR}checking 0 of 0: b.txt"


@pytest.mark.usefixtures("eager")
@pytest.mark.parametrize("name", ["大" * 100, "a\x1b[31m\n\r" * 30, "x" * 200])
def test_no_name_makes_the_line_wrap_or_acts(name: str) -> None:
    terminal = Terminal()
    CheckProgress(terminal, terminal)(name, "checking", 0, 10)
    line = terminal.getvalue().removeprefix(CLEAR)
    assert "\x1b" not in line
    assert "\n" not in line
    assert display_width(line) <= 59
    assert line.endswith("…")


def test_a_quick_check_shows_nothing() -> None:
    terminal = Terminal()
    progress = CheckProgress(terminal, terminal)
    progress("a.txt", "checking", 0, 10)
    progress("a.txt", "checking", 10, 10)
    assert terminal.getvalue() == ""


def on_a_terminal(*arguments: str, cwd: Path) -> str:
    """Run capqa with both outputs on one pseudo-terminal and return what is written there."""
    import pty

    parent, child = pty.openpty()
    with subprocess.Popen(
        [
            *(sys.executable, "-c", _EAGER_PROGRAM),
            *arguments,
        ],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"},
        stdin=subprocess.DEVNULL,
        stdout=child,
        stderr=child,
    ):
        os.close(child)
        written = b""
        try:
            while data := os.read(parent, 65_536):
                written += data
        except OSError:  # how Linux says that the other end is closed
            pass
    os.close(parent)
    return written.decode().replace("\r\n", "\n")


@pytest.mark.skipif(os.name == "nt", reason="no such terminals there")
@pytest.mark.parametrize("report", ["text", "json"])
def test_findings_come_out_whole_beside_the_progress(tmp_path: Path, report: str) -> None:
    for number in range(3):
        (tmp_path / f"page{number}.txt").write_text(CLEAN + GERMAN)
    (tmp_path / "empty.txt").write_text("")
    options = ("check", f"--format={report}", ".")
    quiet = on_a_terminal(*options, "--no-progress", cwd=tmp_path)
    assert "\x1b" not in quiet
    assert on_a_terminal(*options, "--quiet", cwd=tmp_path) == quiet
    shown = on_a_terminal(*options, cwd=tmp_path)
    # The other report is amid a line from the beginning to the end.
    assert (f"{CLEAR}checking 3 of 4: page1.txt" in shown) == (report == "text")
    # What a terminal shows in the end: of each line what stands behind the last time it is cleared.
    left = [line.rsplit(CLEAR, 1)[-1] for line in shown.split("\n")]
    assert "\n".join(left) == quiet


def test_quiet_keeps_notes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from capqa.__main__ import main

    monkeypatch.chdir(tmp_path)
    Path("seite.txt").write_text(
        "Die Armee will die Straße für Hilfskonvois offen halten, teilte ein Sprecher mit.\n\n"
        "Mehrere tausend Menschen warten nach Angaben der Vereinten Nationen auf Hilfe.\n"
    )
    assert main(["check", "seite.txt"]) == 1
    assert "note: seite.txt: the page as a whole is German" in capsys.readouterr().err
    assert main(["check", "-q", "seite.txt"]) == 1
    assert capsys.readouterr().err == ""
