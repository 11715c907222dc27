"""What the case directories cannot show of `capqa glossary review` and of proposing in a review."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

from capqa.__main__ import main

if TYPE_CHECKING:
    from pathlib import Path

    from capqa.glossary.proposals.desk import Desk
    from capqa.review.session import Session
    from capqa.tui.terms import Terms

PAGE = "Menschen in der Kiesgrube\n\nArbeiter in der Kiesgrube\n\nVor dem Baggerpark\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory of a project without a glossary, with a page."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CAPQA_TRACEBACK", "1")
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Be on a terminal."""
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True)


def listed(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert main(["glossary", "review", "--list", "--format", "json", *arguments]) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["proposals"]
    return found


def test_candidates_of_pages_are_listed_and_kept_once_decided(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (found,) = listed(capsys, "page.txt")
    assert (found["state"], found["source"], found["target"], found["count"]) == (
        "candidate",
        "Kiesgrube",
        None,
        2,
    )
    assert not list(folder.glob("*.jsonl"))
    review = ["glossary", "review", "page.txt", "--by", "Eva"]
    assert main([*review, "--reject", found["id"], "--reason", "a brand"]) == 0
    assert listed(capsys, "page.txt") == []
    (kept,) = listed(capsys, "--state", "rejected")
    assert (kept["source"], kept["decision"]["reason"]) == ("Kiesgrube", "a brand")
    assert (folder / "house.de-en.proposals.jsonl").is_file()


def test_a_page_that_cannot_be_read_fails_the_listing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "broken.txt").write_bytes(b"\x00\x01\x02")
    assert main(["glossary", "review", "--list", "page.txt", "broken.txt"]) == 2
    printed = capsys.readouterr()
    assert "Kiesgrube" in printed.out
    assert "broken.txt" in printed.err


def test_a_proposal_is_approved_shown_with_its_history_and_taken_back(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = "source,target,note\nZaun,fence,\n"
    (folder / "desk.de-en.csv").write_text(rows, encoding="utf-8")
    (folder / "capqa.toml").write_text('glossaries = ["desk.de-en.csv"]', encoding="utf-8")
    propose_in_review(monkeypatch, "Kiesgrube", "gravel pit")
    (found,) = listed(capsys)
    assert main(["glossary", "review", "--approve", found["id"], "--by", "Eva"]) == 0
    assert main(["glossary", "show", "Kiesgrube", "--history"]) == 0
    shown = capsys.readouterr().out
    assert "> Kiesgrube -> gravel pit (preferred) | desk.de-en.csv:2" in shown
    assert "Eva (proposed by ana): add Kiesgrube -> gravel pit" in shown
    assert main(["glossary", "review", "--undo", "--by", "Ben"]) == 1
    assert main(["glossary", "review", "--undo", "--by", "Eva"]) == 0
    assert (folder / "desk.de-en.csv").read_text(encoding="utf-8") == rows


def propose_in_review(monkeypatch: pytest.MonkeyPatch, source: str, target: str) -> None:
    """Propose a term as the form of a review does."""

    def review(session: Session, terms: Terms | None = None, **also: object) -> int:
        assert terms is not None
        values = {"source": source, "target": target}
        terms.propose(session.items[0].finding, values, None)
        return 0

    with monkeypatch.context() as patch:
        for stream in (sys.stdin, sys.stdout):
            patch.setattr(stream, "isatty", lambda: True)
        patch.setattr("capqa.tui.app.review", review)
        assert main(["review", "page.txt", "--reviewer", "ana"]) == 0


@pytest.mark.usefixtures("terminal")
def test_on_a_terminal_the_screen_opens_on_all_languages_and_the_candidates(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: dict[str, Any] = {}

    def maintain(desk: Desk, target: str, look: Any = None) -> None:
        seen.update(desk=desk, target=target, look=look)

    monkeypatch.setattr("capqa.tui.glossary.app.maintain", maintain)
    assert main(["glossary", "review", "--by", "Eva"]) == 0
    assert (seen["desk"].by, seen["target"], seen["look"]) == ("Eva", "en", None)
    assert ("de", "en") in seen["desk"].pairs
    assert main(["glossary", "review", "page.txt", "--lang", "de"]) == 0
    candidates, failed = seen["look"]()
    assert [each.source for each in candidates] == ["Kiesgrube"]
    assert failed == ""
    assert main(["glossary", "review", "--file", "mine.de-en.csv"]) == 0
    assert str(seen["desk"].shelf(("de", "en")).glossary) == "mine.de-en.csv"


def test_the_beginning_of_several_ids_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from capqa.errors import ConfigurationError

    for number in range(20):
        propose_in_review(monkeypatch, f"Wort{number}", "word")
    beginnings = [each["id"][0] for each in listed(capsys)]
    several = next(each for each in beginnings if beginnings.count(each) > 1)
    from capqa.commands._glossary import _queue
    from capqa.glossary.proposals.desk import Desk
    from capqa.glossary.proposals.shelf import shelves

    with pytest.raises(ConfigurationError, match="is the beginning of"):
        _queue.row_of(Desk(shelves("en"), by="Eva"), several)
