"""Text from outside: shown as it is, never acted on, wherever it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from textual.widgets import Input

from capqa.errors import CapqaError
from capqa.model import (
    Check,
    Document,
    Evidence,
    Finding,
    Part,
    Role,
    Segment,
    Span,
    Suggestion,
    TermVerdict,
    Verdict,
)
from capqa.review.log import DecisionLog
from capqa.review.session import ReviewItem, Session
from capqa.tui.widgets.editor import Editor
from tests.tui.pages import Desk, loaded

if TYPE_CHECKING:
    from pathlib import Path

    from capqa.review.session import WriteReport
    from capqa.tui.app import ReviewApp

HOSTILE = [
    "[MUSIC] [/x] [bold]b[/] [@click=app.quit]c[/]",
    "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b2J",
    "\u202eabc\u202c \u2066x\u2069 \u200bzero\ufeff",
    "nul\0 bell\x07 back\x08 feed\x0c\x0b return\r",
    "漢字かな交じり文 한국어 ＡＢＣ",
    "👩‍👩‍👧 🇩🇪 👍🏽 ❤️ e\u0301",
    "שלום עולם مرحبا بالعالم",
    "tab\there, $primary {key} %s \\[x] `y`",
    "x" * 10_000,
]


def everywhere(folder: Path, text: str) -> Desk:
    """Return a review in which one text stands wherever text from outside is shown."""
    name = f"{text[:40]}\udcff.txt".replace("/", "")
    segment = Segment(text, Role.CAPTION, 6, 2, 1)
    document = Document(name, "text", b"", f"above\n{text}\nbelow {text}", "utf-8", b"", (segment,))
    evidence = Evidence(Span(0, 1), text, text, 3.0, text)
    finding = Finding(
        text[:9], name, segment, Span(0, len(text)), text, "de", 0.9, evidence=(evidence,)
    )
    suggestion = Suggestion(
        f"{text}!",
        text,
        alternatives=(text,),
        parts=(Part(Span(0, len(text)), text, "unknown", text), Part(Span(0, 1), "a", text)),
        terms=(TermVerdict(text, text, Verdict.FORBIDDEN),),
        checks=(Check(text, False, text),),
    )
    items = [ReviewItem(finding, document, folder / "page.txt")]
    log = DecisionLog(folder / "log.sqlite3")
    session = Session(items, log, reviewer="ana", suggest=lambda item: suggestion)
    return Desk(session, log, folder / "page.txt")


def screen_rows(app: ReviewApp) -> list[str]:
    """Return what goes to the terminal, row by row, without styles."""
    width, height = app.size
    strips = app.screen._compositor.render_strips(app.size)
    assert len(strips) == height
    rows = ["".join(segment.text for segment in strip) for strip in strips]
    assert {cell_len(row) for row in rows} == {width}
    return rows


def assert_harmless(rows: list[str]) -> None:
    for row in rows:
        assert not any(
            ord(character) < 32
            or 0x7F <= ord(character) < 0xA0
            or character in "\u200b\u202a\u202c\u202e\u2066\u2069\ufeff"
            or 0xD800 <= ord(character) < 0xE000
            for character in row
        )


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
async def test_nothing_acts_and_the_columns_hold(
    tmp_path: Path, text: str, size: tuple[int, int]
) -> None:
    review = everywhere(tmp_path, text)
    async with review.app.run_test(size=size, notifications=True) as pilot:
        await loaded(pilot)
        assert_harmless(screen_rows(review.app))
        await pilot.press("e")
        assert_harmless(screen_rows(review.app))
        await pilot.press("escape", "space", "space")
        assert_harmless(screen_rows(review.app))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
async def test_nothing_acts_in_a_search_or_the_filter(tmp_path: Path, text: str) -> None:
    review = everywhere(tmp_path, text)
    async with review.app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
        await pilot.press("slash")
        review.app.screen.query_one("#search PromptInput", Input).insert_text_at_cursor(text)
        await pilot.pause()
        assert_harmless(screen_rows(review.app))
        await pilot.press("escape", "f", "tab", "tab", "space", "end", "space")
        assert_harmless(screen_rows(review.app))
        await pilot.press("escape", "r", "r")
        assert_harmless(screen_rows(review.app))
        await pilot.press("escape", "g")
        review.app.screen.query_one("#jump PromptInput", Input).insert_text_at_cursor(f"{text}:1")
        await pilot.press("enter")
        assert_harmless(screen_rows(review.app))


async def test_markup_is_shown_as_text(tmp_path: Path) -> None:
    review = everywhere(tmp_path, HOSTILE[0])
    async with review.app.run_test(size=(160, 50)) as pilot:
        await loaded(pilot)
        rows = screen_rows(review.app)
        assert sum(HOSTILE[0] in row for row in rows) >= 6


async def test_controls_are_shown_as_symbols(tmp_path: Path) -> None:
    review = everywhere(tmp_path, "a\x1b[31m\u202eb")
    async with review.app.run_test(size=(160, 50)) as pilot:
        await loaded(pilot)
        assert any("− a␛[31m<U+202E>b" in row for row in screen_rows(review.app))


async def test_errors_with_markup_are_told_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(index: int) -> None:
        raise CapqaError("broken [/x]", where="\x1b]0;page[MUSIC].txt")

    review = everywhere(tmp_path, "text")
    monkeypatch.setattr(review.session, "dismiss", fail)
    async with review.app.run_test(notifications=True) as pilot:
        await loaded(pilot)
        await pilot.press("r", "r")
        await pilot.pause()
        rows = screen_rows(review.app)
        assert any("␛]0;page[MUSIC].txt: broken [/x]" in row for row in rows)
        assert_harmless(rows)


async def test_refusals_with_markup_are_shown_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from capqa.review.session import WriteReport

    def refuse() -> WriteReport:
        return WriteReport((), 0, ("[/x]\x1b[2J.txt: changed on disk",))

    review = everywhere(tmp_path, "text")
    monkeypatch.setattr(review.session, "write", refuse)
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("a", "w")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        rows = screen_rows(review.app)
        assert any("✗ [/x]␛[2J.txt: changed on disk" in row for row in rows)
        assert_harmless(rows)


async def test_bidi_controls_survive_an_edit_beside_them(tmp_path: Path) -> None:
    review = everywhere(tmp_path, "a\u202eb")
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("e")
        assert review.app.screen.query_one(Editor).text == "a<U+202E>b!"
        await pilot.press("x", "enter")
        assert review.session.replacement(0) == "a\u202eb!x"
