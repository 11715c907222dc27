"""What reviewers dismissed does not stop the gate; what they undid does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from capqa import checking, pipeline
from capqa.config import Settings
from capqa.formats import text
from capqa.gate.dismissals import Dismissals
from capqa.review.log import DecisionLog
from capqa.review.session import ReviewItem, Session

PAGE = "Irak | Befreiungsaktion Mossul\n\nThe army is near.\n\nGeflüchtete Kinder im Lager\n"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text(PAGE, encoding="utf-8")


def session(name: str = "page.txt") -> Session:
    document = text.read(Path(name).read_bytes(), name)
    items = [
        ReviewItem(finding, document, Path(name))
        for finding in checking.check(document, Settings())
    ]
    return Session(items, DecisionLog(Path("log")), reviewer="ana", suggest=lambda _: None)


def dismissed(name: str = "page.txt") -> list[str]:
    (file,) = pipeline.check_files([Path(name)], Settings())
    open_, taken = Dismissals(Path("log")).take(file)
    assert Dismissals(Path("log")).take(replace(file, document=None)) == (open_, taken)
    assert len(open_) + len(taken) == 2
    return [finding.text for finding in taken]


def test_nothing_is_dismissed_without_a_log() -> None:
    assert dismissed() == []
    assert not Path("log").exists()


def test_a_dismissed_finding_is_taken_and_an_undone_one_is_not() -> None:
    review = session()
    review.dismiss(1)
    assert dismissed() == ["Geflüchtete Kinder im Lager"]
    review.undo()
    assert dismissed() == []


def test_the_file_is_the_same_by_another_name(tmp_path: Path) -> None:
    session().dismiss(1)
    assert dismissed(str(tmp_path / "page.txt")) == ["Geflüchtete Kinder im Lager"]


def test_a_dismissal_holds_after_other_findings_were_written() -> None:
    review = session()
    review.dismiss(1)
    review.edit(0, "Iraq | Mosul")
    assert review.write().written
    (file,) = pipeline.check_files([Path("page.txt")], Settings())
    assert Dismissals(Path("log")).take(file) == ([], list(file.findings))


def test_a_dismissal_holds_when_what_surrounds_the_text_changes() -> None:
    session().dismiss(1)
    page = Path("page.txt")
    page.write_text(PAGE.replace("The army is near.", "The army has come."), encoding="utf-8")
    assert dismissed() == ["Geflüchtete Kinder im Lager"]
    page.write_text(f"{PAGE}\nGeflüchtete Kinder im Lager\n", encoding="utf-8")
    (file,) = pipeline.check_files([page], Settings())
    open_, taken = Dismissals(Path("log")).take(file)
    assert ([each.line for each in open_], [each.line for each in taken]) == ([1, 7], [5])


def test_what_was_decided_anew_is_no_longer_dismissed() -> None:
    session().dismiss(1)
    page = Path("page.txt")
    page.write_text(PAGE.replace("The army is near.", "The army has come."), encoding="utf-8")
    session().edit(1, "Refugee children in the camp")
    assert dismissed() == []
