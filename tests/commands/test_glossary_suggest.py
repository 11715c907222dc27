from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from capqa.__main__ import main
from capqa.model import Action, Decision
from capqa.review.log import DecisionLog

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "Menschen in der Kiesgrube\n\nArbeiter in der Kiesgrube\n\nVor dem Baggerpark\n"
EDITS = {
    "Irak | Befreiungsaktion Mossul": "Iraq | Mosul liberation campaign",
    "Befreiungsaktion in Mossul": "Liberation campaign in Mosul",
    "Menschen in der Kiesgrube": "People in the gravel pit",
}


def log_with(path: Path, edits: dict[str, str], action: Action = Action.EDIT) -> None:
    path.parent.mkdir(exist_ok=True)
    log = DecisionLog(path)
    for at, (source, text) in enumerate(edits.items()):
        log.append(Decision(str(at), "a.txt", action, text, source, "me", "2026-01-01", "hash"))
    log.close()


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, with a page."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CAPQA_TRACEBACK", "1")
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    return tmp_path


def test_the_default_log_is_learnt_from_and_stays_as_it_is(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = folder / ".capqa" / "review.sqlite3"
    log_with(log, EDITS)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert main(["glossary", "suggest", "page.txt"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Kiesgrube -> gravel pit  (de; 1 edit; unknown in 2 places; instead of 'Kiesgrube')",
        "    a.txt: Menschen in der Kiesgrube -> People in the gravel pit",
        "Befreiungsaktion -> liberation campaign  (de; 2 edits; instead of 'liberation operation')",
        "    a.txt: Irak | Befreiungsaktion Mossul -> Iraq | Mosul liberation campaign",
    ]
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_an_entry_once_added_is_not_proposed_again(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log_with(folder / "log.sqlite3", EDITS)
    (folder / "house.de-en.csv").write_text(
        "source,target,part_of_speech,gender\n"
        "Befreiungsaktion,liberation campaign,noun,f\nKiesgrube,gravel pit,noun,f\n"
    )
    arguments = ["suggest", "--log", "log.sqlite3", "--glossary", "house.de-en.csv"]
    assert main(["glossary", *arguments, "--min-count", "1"]) == 0
    assert capsys.readouterr().out == "nothing to suggest\n"


def test_accepted_proposals_and_undone_edits_teach_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log_with(folder / "log.sqlite3", EDITS)
    log_with(folder / "log.sqlite3", dict.fromkeys(EDITS, ""), Action.UNDO)
    log_with(folder / "accepted.sqlite3", EDITS, Action.ACCEPT)
    for name in ("log.sqlite3", "accepted.sqlite3"):
        assert main(["glossary", "suggest", "--log", name, "--min-count", "1"]) == 0
        assert capsys.readouterr().out == "nothing to suggest\n"


def test_a_text_of_no_known_language_needs_to_be_told_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log_with(folder / "log.sqlite3", {"Zwumms": "a \x1b[31mbang"})
    arguments = ["glossary", "suggest", "--log", "log.sqlite3", "--min-count", "1"]
    assert main(arguments) == 0
    told = capsys.readouterr()
    assert told.out == "nothing to suggest\n"
    assert "1 edit passed over" in told.err
    assert main([*arguments, "--lang", "de", "--format", "json"]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    (candidate,) = json.loads(told.out)["candidates"]
    assert (candidate["source"], candidate["language"]) == ("Zwumms", "de")
    assert main([*arguments, "--lang", "de"]) == 0
    assert "\x1b" not in capsys.readouterr().out


def test_other_languages_are_left_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log_with(folder / "log.sqlite3", EDITS)
    arguments = ["suggest", "page.txt", "--log", "log.sqlite3", "--lang", "fr"]
    assert main(["glossary", *arguments, "--min-count", "1"]) == 0
    assert capsys.readouterr().out == "nothing to suggest\n"


@pytest.mark.parametrize("name", ["missing.sqlite3", "page.txt"])
def test_a_log_that_cannot_be_read_is_one_line(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["glossary", "suggest", "--log", name]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert name in told.err
