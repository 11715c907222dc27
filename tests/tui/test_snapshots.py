"""What the screens look like, as pictures somebody has looked at.

After a change: ``pytest tests/tui/test_snapshots.py --snapshot-update``, then look at each one.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from capqa.model import Suggestion
from capqa.tui.app import ReviewApp
from capqa.tui.terms import Terms
from capqa.tui.widgets.editor import Editor
from tests.glossary.proposals.samples import shelf
from tests.tui.pages import LIBERATION, desk, loaded

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.pilot import Pilot

    Compare = Callable[..., bool]

pytestmark = pytest.mark.usefixtures("noon")

HOSTILE = [
    "[MUSIC] [/x] [bold]Wahlkampf[/bold]",
    "\x1b[31mRot\x1b[0m \u202eKrieg\u202c",
    "漢字かな交じり文 und Krieg",
    "👩‍👩‍👧 Flüchtlinge 🇩🇪 bei Mossul",
    "שלום עולם مرحبا بالعالم",
    "Sehr langer Satz. " * 12 + "Ende",
]


def pressing(*keys: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    async def press(pilot: Pilot[None]) -> None:
        await loaded(pilot)
        pilot.app.screen.query_one(Editor).cursor_blink = False
        await pilot.press(*keys)
        for line in pilot.app.screen.query(Input):
            line.cursor_blink = False
        await pilot.pause()

    return press


@pytest.mark.parametrize(
    ("size", "keys"),
    [
        pytest.param((80, 24), (), id="small"),
        pytest.param((120, 40), ("n",), id="usual"),
        pytest.param((200, 60), ("a",), id="large"),
        pytest.param((80, 24), ("e",), id="edit"),
        pytest.param((80, 24), ("question_mark",), id="help"),
        pytest.param((120, 40), ("a", "r", "r", "s"), id="skipped"),
        pytest.param((80, 24), ("r", "r", "f", "space"), id="filter"),
        pytest.param((120, 40), ("slash", *"irak", "enter"), id="searched"),
        pytest.param((80, 24), ("a", "a", "a", "q"), id="leave"),
        pytest.param((80, 24), ("r",), id="scope"),
        pytest.param((80, 24), ("c", *"see", "enter", "c", *"as ", *"ben"), id="comment"),
    ],
)
def test_screens(
    snap_compare: Compare, tmp_path: Path, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    review = desk(tmp_path)
    assert snap_compare(review.app, terminal_size=size, run_before=pressing(*keys))


@pytest.mark.parametrize(
    ("size", "key"),
    [
        pytest.param((80, 24), "A", id="accept"),
        pytest.param((120, 40), "R", id="dismiss"),
    ],
)
def test_identical(snap_compare: Compare, tmp_path: Path, size: tuple[int, int], key: str) -> None:
    places = [f"{LIBERATION} Image: agency {number}" for number in range(30)]
    page = "\n\n".join(["Before: " * 9 + places[0], *places[1:]])
    review = desk(tmp_path, fragments=(LIBERATION,) * 30, page=page)
    assert snap_compare(review.app, terminal_size=size, run_before=pressing(key, "j"))


def test_all_decided(snap_compare: Compare, tmp_path: Path) -> None:
    review = desk(tmp_path)
    keys = pressing("2", *"ex", "enter", "r", "r")
    assert snap_compare(review.app, terminal_size=(80, 24), run_before=keys)


def test_hostile_texts(snap_compare: Compare, tmp_path: Path) -> None:
    suggestions = {text: Suggestion(f"{text} [/y]", "[test]") for text in HOSTILE}
    page = "\n\n".join(HOSTILE)
    review = desk(tmp_path, fragments=HOSTILE, page=page, suggestions=suggestions)
    assert snap_compare(review.app, terminal_size=(120, 40), run_before=pressing("j"))


@pytest.mark.parametrize("theme", ["capqa-light", "capqa-contrast", "ansi-dark"])
def test_themes(snap_compare: Compare, tmp_path: Path, theme: str) -> None:
    review = desk(tmp_path)
    review.app.theme = theme
    assert snap_compare(review.app, terminal_size=(80, 24), run_before=pressing("s"))


def test_without_colour(
    snap_compare: Compare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    review = desk(tmp_path)
    assert snap_compare(review.app, terminal_size=(80, 24), run_before=pressing("n"))


@pytest.mark.usefixtures("few_shipped_entries")
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_term_form(
    snap_compare: Compare,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
) -> None:
    review = desk(tmp_path)
    monkeypatch.chdir(tmp_path)
    at = shelf(Path())
    app = ReviewApp(review.session, Terms("en", lambda language: at, by="ana"))

    async def press(pilot: Pilot[None]) -> None:
        await pressing("n", "t", *"fence")(pilot)
        for field in pilot.app.screen.query(Input):
            field.cursor_blink = False
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=press)
