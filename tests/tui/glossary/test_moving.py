"""Keys that find and move: search, filter, the glossary's entries, help and the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.glossary.editing import history
from capqa.tui.glossary.details import Details
from capqa.tui.glossary.screen import GlossaryScreen
from capqa.tui.glossary.search import SearchField
from capqa.tui.screens.help import HelpScreen
from tests.glossary.proposals.samples import ROWS, proposed
from tests.tui.glossary.desks import Maintained, maintained, settled

if TYPE_CHECKING:
    from pathlib import Path


def status(maintaining: Maintained) -> str:
    return str(maintaining.app.screen.query_one("#status").render())


async def test_j_k_home_and_the_arrows_move_and_stop_at_the_ends(tmp_path: Path) -> None:
    maintaining = maintained(tmp_path)
    async with maintaining.app.run_test() as pilot:
        await settled(pilot)
        places = []
        for key in (
            "j",
            "down",
            "j",
            "k",
            "up",
            "k",
            "G",
            "home",
            "end",
            "home",
            "pagedown",
            "pageup",
        ):
            await pilot.press(key)
            places.append(maintaining.current.split("  ")[0])
        first, second, third = "Kiesgrube → gravel pit", "Kiesgrube → quarry", "Zaun → barrier"
        assert places == [
            *(second, third, third, second, first, first),
            *(third, first, third, first, third, first),
        ]


async def test_search_finds_as_one_types_and_escape_shows_all(tmp_path: Path) -> None:
    maintaining = maintained(tmp_path)
    async with maintaining.app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("slash", *"QUAR")
        assert len(maintaining.rows) == 1
        assert "quarry" in maintaining.rows[0]
        await pilot.press("enter")
        assert not maintaining.app.screen.query_one(SearchField).display
        assert "/QUAR" in status(maintaining)
        await pilot.press("slash", "ctrl+u", *"Menschen in")
        assert len(maintaining.rows) == 1
        assert "gravel pit" in maintaining.rows[0]
        await pilot.press("escape")
        assert len(maintaining.rows) == 3
        await pilot.press("slash", *"aerunsfq", "question_mark", "tab")
        assert maintaining.rows == []
        assert maintaining.shelf.glossary.read_bytes() == ROWS
        await pilot.press("enter", "escape")
        assert len(maintaining.rows) == 3


async def test_search_forgives_accents(tmp_path: Path) -> None:
    maintaining = maintained(tmp_path)
    proposed(maintaining.shelf, "Übergang", "crossing")
    async with maintaining.app.run_test() as pilot:
        await settled(pilot)
        for text in ("uber", "ueber"):
            await pilot.press("slash", "ctrl+u", *text, "enter")
            assert "Übergang" in maintaining.rows[0]


async def test_f_filters_by_state(tmp_path: Path) -> None:
    maintaining = maintained(tmp_path)
    async with maintaining.app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("a", "r", "enter")
        shown = []
        for _ in range(5):
            shown.append((status(maintaining).split("   ")[1], len(maintaining.rows)))
            await pilot.press("f")
        assert shown == [
            ("proposed, waiting 1", 1),
            ("proposed, approved 1", 1),
            ("proposed, rejected 1", 1),
            ("proposed, settled 0", 0),
            ("proposed, all 3", 3),
        ]


async def test_s_and_tab_switch_to_the_entries_which_can_be_searched_and_edited(
    tmp_path: Path,
) -> None:
    maintaining = maintained(tmp_path)
    async with maintaining.app.run_test(notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("j", "s")
        assert maintaining.current.startswith("Abkommen → agreement")
        assert len(maintaining.rows) == 8
        await pilot.press("f")
        assert [row.split()[1] for row in maintaining.rows][1:] == ["Kiesweg", "Zaun"]
        await pilot.press("slash", *"zaun", "enter")
        await pilot.press("e", "tab", "ctrl+u", *"barrier", "enter")
        assert maintaining.shelf.glossary.read_bytes() == ROWS.replace(b"fence", b"barrier")
        assert "HISTORY" in maintaining.shown("history")
        assert "eva: target 'fence' to 'barrier'" in maintaining.shown("history")
        await pilot.press("a", "r")
        assert isinstance(maintaining.app.screen, GlossaryScreen)
        await pilot.press("u", "escape", "tab")
        assert maintaining.shelf.glossary.read_bytes() == ROWS
        assert maintaining.current.startswith("Kiesgrube → quarry")


async def test_d_removes_an_entry_of_ones_own_and_u_brings_it_back(tmp_path: Path) -> None:
    maintaining = maintained(tmp_path)
    async with maintaining.app.run_test(notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("d")
        assert maintaining.shelf.glossary.read_bytes() == ROWS
        await pilot.press("s", "d")
        assert "Abkommen" not in maintaining.sources
        await pilot.press("u")
        assert maintaining.shelf.glossary.read_bytes() == ROWS
        assert [each.action for each in history.read(maintaining.shelf.glossary)] == [
            "remove",
            "add",
        ]
        await pilot.press("G", "d")
        assert "not yours to remove" in maintaining.told[0]


async def test_a_shipped_entry_is_written_over_in_ones_own_glossary(tmp_path: Path) -> None:
    maintaining = maintained(tmp_path)
    async with maintaining.app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("s", "slash", *"Befreiung", "enter")
        assert maintaining.current.startswith("Befreiung → liberation")
        await pilot.press("e", "tab", "ctrl+u", *"freeing", "enter")
        assert b"Befreiung,freeing" in maintaining.shelf.glossary.read_bytes()


async def test_what_others_change_comes_into_view(tmp_path: Path) -> None:
    maintaining = maintained(tmp_path)
    async with maintaining.app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("j")
        proposed(maintaining.shelf, "Aal", "eel")
        screen = maintaining.app.screen
        assert isinstance(screen, GlossaryScreen)
        screen.look_again()
        assert len(maintaining.rows) == 4
        assert maintaining.current.startswith("Kiesgrube → quarry")


async def test_help_lists_every_key_and_space_scrolls(tmp_path: Path) -> None:
    maintaining = maintained(tmp_path)
    async with maintaining.app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("question_mark")
        assert isinstance(maintaining.app.screen, HelpScreen)
        await pilot.press("escape", "space", "space")
        details = maintaining.app.screen.query_one(Details)
        assert details.scroll_y > 0
        await pilot.press("b", "b", "b")
        assert details.scroll_y == 0


async def test_the_palette_offers_what_the_keys_do(tmp_path: Path) -> None:
    maintaining = maintained(tmp_path)
    async with maintaining.app.run_test() as pilot:
        await settled(pilot)
        titles = [each.title for each in maintaining.app.get_system_commands(pilot.app.screen)]
        assert "Approve (a)" in titles
        assert "Search (/)" in titles
        assert "Remove (d)" not in titles
        assert "Theme: contrast" in titles


async def test_an_empty_queue_says_what_can_be_done(tmp_path: Path) -> None:
    maintaining = maintained(tmp_path)
    maintaining.shelf.journal.unlink()
    maintaining.desk.refresh()
    maintaining = Maintained(maintaining.shelf, maintaining.desk)
    async with maintaining.app.run_test() as pilot:
        await settled(pilot)
        assert "Nothing waits" in str(maintaining.app.screen.query_one("#empty").render())
        await pilot.press("a", "e", "r", "d", "j", "u")
        assert isinstance(maintaining.app.screen, GlossaryScreen)
        await pilot.press("q")
    assert maintaining.app.return_code == 0
