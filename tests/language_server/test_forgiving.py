"""A page is marked as `capqa check` in its project's folder would, wherever the editor runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from capqa.commands.lsp import _decisions
from capqa.language_server.pages import Page, checked
from capqa.language_server.problems import problems
from capqa.review import DEFAULT_LOG
from tests.gate.desk import dismiss

if TYPE_CHECKING:
    from pathlib import Path

    from tests.review.private_postgres import PrivatePostgres

TEXT = "Zerstörte Häuser in Aleppo\n\nThe army is near.\n\nGeflüchtete Kinder im Lager\n"


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    path = tmp_path / "project" / "pages" / "a.txt"
    path.parent.mkdir(parents=True)
    path.write_text(TEXT, encoding="utf-8")
    return path


def marked(page: Path) -> list[str]:
    file = checked(Page(str(page), "plaintext", TEXT), _decisions)
    assert file
    return [finding.text for finding in file.findings]


@pytest.mark.parametrize("has_settings", [True, False])
def test_the_decisions_beside_the_project_count(page: Path, has_settings: bool) -> None:
    project = page.parents[1]
    if has_settings:
        (project / "capqa.toml").touch()
    dismiss(page, project / DEFAULT_LOG, 0, name="pages/a.txt")
    assert marked(page) == ["Geflüchtete Kinder im Lager"]
    dismiss(page, project / DEFAULT_LOG, 1, name="pages/a.txt")
    assert marked(page) == []


def test_a_session_that_was_named_counts(page: Path) -> None:
    project = page.parents[1]
    (project / "capqa.toml").write_text('session = "desk.sqlite3"\n', encoding="utf-8")
    (problem,) = problems(Page(str(page), "plaintext", TEXT), _decisions)
    assert (problem.code, problem.span.start) == ("could-not-check", 0)
    assert "desk.sqlite3: there is no decision log" in problem.message
    dismiss(page, project / "desk.sqlite3", 0, name="pages/a.txt")
    assert marked(page) == ["Geflüchtete Kinder im Lager"]


def test_so_do_those_of_a_desk(
    page: Path, postgres: PrivatePostgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = postgres.address(postgres.new_database())
    monkeypatch.setenv("CAPQA_SESSION", address)
    (page.parents[1] / "capqa.toml").touch()
    dismiss(page, address, 0, name="pages/a.txt")
    assert marked(page) == ["Geflüchtete Kinder im Lager"]
    dismiss(page, address, 1, name="pages/a.txt")
    assert marked(page) == []


def test_decisions_that_cannot_be_read_are_noted(page: Path) -> None:
    log = page.parents[1] / DEFAULT_LOG
    log.parent.mkdir()
    log.write_bytes(b"no log")
    note, *found = problems(Page(str(page), "plaintext", TEXT), _decisions)
    assert (note.code, len(found)) == ("note", 2)
    assert "is damaged or no decision log" in note.message


def test_a_page_of_which_nothing_is_checked_says_so(tmp_path: Path) -> None:
    text = '{"type": "text", "language": "de", "headline": "Geflüchtete Kinder im Lager"}'
    (note,) = problems(Page(str(tmp_path / "a.json"), "json", text), _decisions)
    assert note.code == "note"
    assert "the only text declares German" in note.message
