"""The server starts, follows the files that matter, and ends as the protocol says."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lsprotocol import types

from capqa import pipeline
from capqa.__main__ import main
from capqa.config import Settings
from capqa.gate import baseline
from capqa.gate.baseline import Baseline
from capqa.review import DEFAULT_LOG
from capqa.review.log import DecisionLog
from capqa.review.session import ReviewItem, Session
from tests.language_server.editing import editor
from tests.language_server.test_marking import CAPTION

if TYPE_CHECKING:
    from tests.language_server.editing import Editor

TEXT = f"🏴 {CAPTION}\nImage: AFP\n"


def changed(desk: Editor, *names: str) -> None:
    changes = [types.FileEvent(desk.uri(name), types.FileChangeType.Changed) for name in names]
    desk.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams(changes))


@pytest.mark.parametrize(
    ("encodings", "unit", "column"), [(("utf-8",), 1, 5), (("utf-32", "utf-16"), 4, 2)]
)
async def test_columns_are_in_the_units_agreed_on(
    tmp_path: Path, encodings: tuple[str, ...], unit: int, column: int
) -> None:
    async with editor(tmp_path, *encodings, document_changes=False) as desk:
        assert desk.answered.capabilities.position_encoding == encodings[0]
        (found,) = await desk.open("a.txt", TEXT)
        assert found.range.start == types.Position(0, column)
        assert desk.marked("a.txt", found, unit) == CAPTION
        action, *_ = await desk.actions("a.txt", [found])
        assert desk.applied("a.txt", action, unit).startswith("🏴 Iraq | Lib")
        assert await desk.end() == 0


async def test_settings_and_glossaries_that_change_count_at_once(tmp_path: Path) -> None:
    settings, glossary = tmp_path / "capqa.toml", tmp_path / "house.de-en.csv"
    async with editor(tmp_path) as desk:
        (found,) = await desk.open("a.txt", TEXT)
        assert "Iraq | Liberation operation" in found.message
        assert any("capqa.toml" in str(each.register_options) for each in desk.registered)
        glossary.write_text("source,target\nBefreiungsaktion,rescue\n", encoding="utf-8")
        settings.write_text('glossaries = ["house.de-en.csv"]\n', encoding="utf-8")
        changed(desk, "capqa.toml", "house.de-en.csv")
        (found,) = await desk.diagnostics("a.txt")
        assert "Iraq | Rescue Mosul" in found.message
        glossary.write_text("source,target\nBefreiungsaktion,freeing\n", encoding="utf-8")
        changed(desk, "house.de-en.csv")
        (found,) = await desk.diagnostics("a.txt")
        assert "Iraq | Freeing Mosul" in found.message
        settings.write_text('target = "de"\n', encoding="utf-8")
        changed(desk, "capqa.toml")
        assert await desk.diagnostics("a.txt") == []
        settings.write_text('targt = "de"\n', encoding="utf-8")
        changed(desk, "capqa.toml")
        (found,) = await desk.diagnostics("a.txt")
        assert (found.code, found.range.start.line) == ("could-not-check", 0)
        assert "unknown setting 'targt'" in found.message
        assert await desk.end() == 0


async def test_what_is_known_or_was_dismissed_is_not_marked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    page = Path("a.txt")
    page.write_text(f"{TEXT}\nIrak Mossul\nImage: AFP\n\nSyrien und Irak\nImage: AFP\n")
    (file,) = pipeline.check_files([page], Settings())
    assert file.document
    assert len(file.findings) == 3
    known = Path("known.json")
    baseline.write(known, Baseline(known).updated([("a.txt", file.findings[:1])]))
    Path("capqa.toml").write_text('baseline = "known.json"\n', encoding="utf-8")
    DEFAULT_LOG.parent.mkdir()
    items = [ReviewItem(finding, file.document, page) for finding in file.findings]
    log = DecisionLog(DEFAULT_LOG)
    Session(items, log, reviewer="ana", suggest=lambda _: None).dismiss(1)
    log.close()
    async with editor(tmp_path) as desk:
        (left,) = await desk.open("a.txt", file.document.text)
        assert desk.marked("a.txt", left) == file.findings[2].text
        # The one beside it is offered nothing.
        assert {each.title[:6] for each in await desk.actions("a.txt", [left])} == {"Write:"}
        assert await desk.end() == 0


async def test_an_editor_that_goes_away_ends_it(tmp_path: Path) -> None:
    async with editor(tmp_path) as desk:
        await desk.open("a.txt", TEXT)
        process = desk.client._server
        assert process
        assert process.stdin
        process.stdin.close()
        assert await desk.ended() == 1


def test_what_is_not_installed_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "pygls.lsp.server", None)
    assert main(["lsp"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("capqa: serving editors needs pygls")
    assert "pip install 'capqa[lsp]'" in said
