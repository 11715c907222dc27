"""A reviewer's own keys and theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.widgets import Static

from capqa.errors import ConfigurationError
from capqa.review.items import State
from capqa.tui import personal
from capqa.tui.app import ReviewApp
from capqa.tui.rebinding import rebound
from capqa.tui.review_keys import REVIEW
from tests.tui.pages import desk, loaded

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.pages import Desk


def own(folder: Path, toml: str) -> personal.Personal:
    path = folder / "review.toml"
    path.write_text(toml, encoding="utf-8")
    return personal.read(path)


def with_own(folder: Path, toml: str) -> Desk:
    review = desk(folder)
    review.app = ReviewApp(review.session, personal=own(folder, toml))
    return review


async def test_another_key_does_it_and_the_usual_one_no_longer(tmp_path: Path) -> None:
    review = with_own(tmp_path, '[keys]\naccept = ["y", "ctrl+y"]\nhelp = "f2"\n')
    async with review.app.run_test(size=(100, 70)) as pilot:
        await loaded(pilot)
        await pilot.press("a")
        assert review.session.state(0) is State.OPEN
        await pilot.press("y", "ctrl+y")
        assert [review.session.state(index) for index in (0, 1)] == [State.ACCEPTED] * 2
        await pilot.press("f2")
        shown = "\n".join(str(each.visual) for each in review.app.screen.query(Static))
        assert "y Ctrl+Y  Accept the suggestion" in shown
        assert " a  Accept" not in shown


async def test_two_keys_change_places(tmp_path: Path) -> None:
    review = with_own(tmp_path, '[keys]\nskip = "a"\naccept = "s"\n')
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("a", "s")
        assert review.session.state(0) is State.SKIPPED
        assert review.session.state(1) is State.ACCEPTED


async def test_what_is_told_names_the_own_keys(tmp_path: Path) -> None:
    review = with_own(tmp_path, '[keys]\nedit = "i"\nleave = "z"\nwrite = "ctrl+w"\n')
    async with review.app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("a", "r", "r", "r", "r")
        closing = str(review.app.screen.query_one("#closing", Static).visual)
        assert "Ctrl+W writes, z quits" in closing


def test_a_theme_is_known_by_its_short_name_or_textuals(tmp_path: Path) -> None:
    assert own(tmp_path, 'theme = "contrast"').theme == "capqa-contrast"
    assert own(tmp_path, 'theme = "nord"').theme == "nord"
    assert ReviewApp(desk(tmp_path).session, personal=own(tmp_path, 'theme = "light"')).theme == (
        "capqa-light"
    )


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("[keys]\nacept = 'y'", "no key is called 'acept'; did you mean 'accept'?"),
        ("[keys]\ntake = 'y'", "no key is called 'take'"),
        ("[keys]\naccept = 'enter'", "'accept' cannot have enter, which decides nothing"),
        ("[keys]\naccept = 's'", "the key 's' of 'skip' is that of 'accept' already"),
        ("[keys]\nskip = '1'", "the key '1' of 'skip' is that of 'take' already"),
        ("[keys]\nskip = 'ctrl+p'", "is that of 'the command palette' already"),
        ("[keys]\nskip = 'no such'", "'no such' for 'skip' is no key; give a letter"),
        ("[keys]\nskip = 'hold+x'", "'hold+x' for 'skip' is no key; hold ctrl"),
        ("[keys]\nskip = []", "the keys of 'skip' are no text"),
        ("[keys]\nskip = 1", "the keys of 'skip' are no text"),
        ("keys = 1", "keys is no table"),
        ("theme = 1", "theme is no text"),
        ("theme = 'contrasts'", "no theme is called 'contrasts'; did you mean 'contrast'?"),
        ("thme = 'dark'", "unknown setting 'thme'; did you mean 'theme'?"),
        ("thme", "is no TOML"),
    ],
)
def test_a_mistake_is_one_line_that_names_the_file(tmp_path: Path, toml: str, message: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        own(tmp_path, toml)
    assert message in str(caught.value)
    assert str(caught.value).startswith(f"{tmp_path / 'review.toml'}: ")
    assert "\n" not in str(caught.value)


def test_the_default_file_may_be_missing_a_named_one_may_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(personal, "default_file", lambda: tmp_path / "none" / "review.toml")
    assert personal.read() == personal.Personal()
    with pytest.raises(ConfigurationError, match="cannot be read"):
        personal.read(tmp_path / "none")
    with pytest.raises(ConfigurationError, match="cannot be read"):
        personal.read(tmp_path)


@given(
    st.dictionaries(
        st.sampled_from([key.name for key in REVIEW]) | st.text(max_size=5),
        st.text(max_size=8) | st.lists(st.text(max_size=3), max_size=3) | st.integers(),
        max_size=4,
    )
)
def test_no_table_has_a_key_with_two_meanings(stated: dict[str, object]) -> None:
    try:
        keys = rebound(REVIEW, stated, "here")
    except ConfigurationError:
        return
    names = [name for key in keys for name in key.keys.split()]
    assert len(names) == len(set(names))
    assert [key.name for key in keys] == [key.name for key in REVIEW]
