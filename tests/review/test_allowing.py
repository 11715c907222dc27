"""Dismissing always: a line in the project's list, which undo takes away if it is still there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from capqa import config, pipeline
from capqa.errors import CapqaError, ConfigurationError
from capqa.model import Scope
from capqa.review.allow_file import allow_file, start_allow_file
from capqa.review.log import DecisionLog
from capqa.review.session import ReviewError, ReviewItem, Session, State
from tests.review.desk import items_in, translation

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_bytes(b"Irak | Mossul\n\nA sentence.\n\nIrak again\n")
    return path


@pytest.fixture
def names(tmp_path: Path) -> Path:
    path = tmp_path / "names.txt"
    path.write_bytes(b"# ours\nDer Spiegel")
    return path


def session(names: Path, page: Path, items: Sequence[ReviewItem] | None = None) -> Session:
    return Session(
        items_in(page) if items is None else items,
        DecisionLog(page.with_name("log")),
        reviewer="ana",
        suggest=translation,
        allowlist=lambda: names,
    )


def test_a_line_is_added_and_all_identical_are_dismissed_in_one_step(
    page: Path, names: Path
) -> None:
    review = session(names, page)
    assert review.dismiss_always(2) == (0, 2)
    assert names.read_bytes() == b"# ours\nDer Spiegel\nIrak\n"
    assert [review.state(index) for index in (0, 2)] == [State.DISMISSED] * 2
    first, second = DecisionLog(page.with_name("log")).decisions()
    assert (first.scope, second.scope) == (Scope.ALWAYS, Scope.ALWAYS)
    assert (first.allowed_in, second.allowed_in) == (str(names), "")
    assert not names.with_name("names.txt.lock").exists()


def test_undo_and_redo_take_the_line_away_and_add_it_across_restarts(
    page: Path, names: Path
) -> None:
    session(names, page).dismiss_always(0)
    again = session(names, page)
    assert again.undo() == 0
    assert names.read_bytes() == b"# ours\nDer Spiegel\n"
    assert session(names, page).redo() == 0
    assert names.read_bytes() == b"# ours\nDer Spiegel\nIrak\n"
    session(names, page).undo()
    assert names.read_bytes() == b"# ours\nDer Spiegel\n"


def test_undo_leaves_what_is_no_longer_what_was_written(page: Path, names: Path) -> None:
    review = session(names, page)
    review.dismiss_always(0)
    names.write_bytes(b"Irak (the country)\n")
    review.undo()
    assert names.read_bytes() == b"Irak (the country)\n"
    review.redo()
    names.unlink()
    review.undo()
    assert not names.exists()


def test_a_line_that_was_there_is_not_added_twice_nor_taken_away(page: Path, names: Path) -> None:
    names.write_bytes(b"  irak \r\n")
    review = session(names, page)
    review.dismiss_always(0)
    review.undo()
    review.redo()
    review.undo()
    assert names.read_bytes() == b"  irak \r\n"


def test_line_ends_and_a_missing_file_are_the_files_own(page: Path, names: Path) -> None:
    names.write_bytes(b"one\r\n")
    session(names, page).dismiss_always(0)
    assert names.read_bytes() == b"one\r\nIrak\r\n"
    new = names.with_name("new.txt")
    session(new, page).dismiss_always(1)
    assert new.read_bytes() == b"Mossul\n"


def test_what_a_list_cannot_hold_is_refused_and_nothing_is_decided(page: Path, names: Path) -> None:
    items = items_in(page)
    other_rule = replace(items[0], finding=replace(items[0].finding, rule="spacing"))
    review = session(names, page, [other_rule])
    with pytest.raises(ReviewError, match="only what is untranslated can be allowed always"):
        review.dismiss_always(0)
    without = Session(
        items, DecisionLog(page.with_name("log")), reviewer="ana", suggest=translation
    )
    with pytest.raises(ReviewError, match="no list of allowed names; dismiss it here"):
        without.dismiss_always(0)
    assert without.counts()[State.OPEN] == 3
    assert names.read_bytes() == b"# ours\nDer Spiegel"


def test_a_decision_that_cannot_be_logged_leaves_no_line(page: Path, names: Path) -> None:
    review = session(names, page)
    page.with_name("log").unlink()
    with pytest.raises(CapqaError, match="removed while in use"):
        review.dismiss_always(0)
    assert names.read_bytes().splitlines() == [b"# ours", b"Der Spiegel"]
    assert review.state(0) is State.OPEN


def test_a_list_that_cannot_be_read_is_told_and_nothing_is_decided(page: Path, names: Path) -> None:
    names.write_bytes(b"\xff\xfe")
    review = session(names, page)
    with pytest.raises(CapqaError, match=r"names\.txt: not UTF-8"):
        review.dismiss_always(0)
    assert review.state(0) is State.OPEN


def test_what_is_allowed_is_found_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    page = tmp_path / "page.txt"
    page.write_text(
        "The army is near the city, and people leave.\n\nGeflüchtete Kinder im Lager\nImage: dpa\n",
        encoding="utf-8",
    )
    settings = config.find(tmp_path)
    document = pipeline.read(page)
    (finding,) = pipeline.check(document, settings)
    review = Session(
        [ReviewItem(finding, document, page)],
        DecisionLog(tmp_path / "log"),
        reviewer="ana",
        suggest=lambda _: None,
        allowlist=lambda: start_allow_file(settings),
    )
    review.dismiss_always(0)
    assert pipeline.check(document, config.find(tmp_path)) == ()
    review.undo()
    assert pipeline.check(document, config.find(tmp_path)) == (finding,)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("capqa.toml", "", 'allow-files = ["names.txt"]\n'),
        (
            "capqa.toml",
            '# ä\n[rules]\nuntranslated = "error"\n',
            'allow-files = ["names.txt"]\n# ä\n[rules]\nuntranslated = "error"\n',
        ),
        (
            "pyproject.toml",
            "[project]\nname = 'x'\n\n[ tool.capqa ] # ours\ntarget = 'en'\n\n[tool.x]\n",
            "[project]\nname = 'x'\n\n[ tool.capqa ] # ours\nallow-files = [\"names.txt\"]\n"
            "target = 'en'\n\n[tool.x]\n",
        ),
        ("pyproject.toml", "[tool.capqa]", '[tool.capqa]\nallow-files = ["names.txt"]\n'),
    ],
)
def test_settings_come_to_name_the_list_and_stay_as_they_are(
    tmp_path: Path, name: str, before: str, after: str
) -> None:
    file = tmp_path / name
    file.write_bytes(before.encode())
    settings = config.find(tmp_path)
    assert allow_file(settings) is None
    assert start_allow_file(settings) == tmp_path / "names.txt"
    assert file.read_bytes().decode() == after
    changed = config.find(tmp_path)
    assert allow_file(changed) == tmp_path / "names.txt"
    assert replace(changed, allow=settings.allow) == settings


@pytest.mark.parametrize(
    "text",
    ['allow-files = []\ntarget = "en"\n', "[tool]\ncapqa = { target = 'en' }\n"],
)
def test_settings_without_a_sure_place_are_left(tmp_path: Path, text: str) -> None:
    file = tmp_path / ("pyproject.toml" if "tool" in text else "capqa.toml")
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError, match="has no sure place for allow-files; add allow-f"):
        start_allow_file(config.find(tmp_path))
    assert file.read_text(encoding="utf-8") == text


def test_the_first_file_named_is_taken(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("x\n", encoding="utf-8")
    (tmp_path / "capqa.toml").write_text('allow-files = ["a.txt", "b.txt"]\n', encoding="utf-8")
    assert allow_file(config.find(tmp_path)) == tmp_path / "a.txt"
