"""Servers pass over what `capqa check` would, and see at once what changes."""

from __future__ import annotations

import codecs
import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from capqa import pipeline
from capqa.config import Settings
from capqa.errors import CapqaError
from capqa.gate import baseline
from capqa.gate.baseline import Baseline
from capqa.gate.forgiving import Forgiven
from capqa.review import DEFAULT_LOG
from capqa.review.session_place import session_place
from tests.gate.desk import dismiss

PAGE = "Irak | Befreiungsaktion Mossul\n\nThe army is near.\n\nGeflüchtete Kinder im Lager\n"
KNOWN = Path("known.json")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text(PAGE, encoding="utf-8")


def forgiven(settings: Settings | None = None) -> Forgiven:
    settings = settings or Settings(baseline=KNOWN)
    return Forgiven(settings, session_place(settings))


def know(*at: int, times: int = 1) -> None:
    (file,) = pipeline.check_files([Path("page.txt")], Settings())
    found = [file.findings[index] for index in at] * times
    baseline.write(KNOWN, Baseline(KNOWN).updated([("page.txt", found)]))


def left(by: Forgiven, text: str = PAGE, *, is_marked: bool = False) -> list[str]:
    data = text.encode()
    document = pipeline.read_data(codecs.BOM_UTF8 * is_marked + data, "page.txt", Settings())
    by.look()
    file = by.left(pipeline.check_document(document, Settings()), is_marked=is_marked)
    assert len(file.suggestions) == len(file.findings)
    return [finding.text for finding in file.findings]


def test_what_is_known_is_passed_over_however_often_it_comes() -> None:
    know(0)
    project = forgiven()
    for _ in range(3):
        assert left(project) == ["Geflüchtete Kinder im Lager"]
    assert left(project, f"{PAGE}\n{PAGE}").count("Geflüchtete Kinder im Lager") == 2


def test_what_changes_is_seen_at_once() -> None:
    know(0)
    project = forgiven()
    assert left(project) == ["Geflüchtete Kinder im Lager"]
    dismiss(Path("page.txt"), DEFAULT_LOG, 1)
    assert left(project) == []
    know()
    assert left(project) == ["Irak | Befreiungsaktion Mossul"]


@pytest.mark.parametrize("is_marked", [False, True])
def test_a_dismissal_holds_for_text_that_was_marked_to_be_read(is_marked: bool) -> None:
    dismiss(Path("page.txt"), DEFAULT_LOG, 0, 1)
    assert left(forgiven(Settings()), is_marked=is_marked) == []


def test_another_process_may_go_on_with_it() -> None:
    know(0)
    dismiss(Path("page.txt"), DEFAULT_LOG, 1)
    project = forgiven()
    assert left(project) == []
    assert left(pickle.loads(pickle.dumps(project))) == []


def test_a_baseline_that_is_missing_or_broken_is_an_error_each_time() -> None:
    project = forgiven()
    for _ in range(2):
        with pytest.raises(CapqaError, match="no such baseline"):
            project.look()
    know(0)
    assert left(project) == ["Geflüchtete Kinder im Lager"]
    KNOWN.write_text("{", encoding="utf-8")
    with pytest.raises(CapqaError, match="is no JSON"):
        project.look()


def test_decisions_that_cannot_be_read_are_a_note_unless_they_were_named() -> None:
    DEFAULT_LOG.parent.mkdir()
    DEFAULT_LOG.write_bytes(b"no log")
    project = forgiven(Settings())
    project.look()
    (file,) = pipeline.check_files([Path("page.txt")], Settings())
    seen = project.left(file)
    assert seen.findings == file.findings
    assert "is damaged or no decision log" in seen.note
    assert project.left(replace(file, note="of its own")).note == "of its own"
    with pytest.raises(CapqaError, match="is damaged or no decision log"):
        forgiven(Settings(session=str(DEFAULT_LOG))).look()
    with pytest.raises(CapqaError, match="there is no decision log; start one"):
        forgiven(Settings(session="nowhere")).look()
