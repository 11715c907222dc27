"""Undo and redo, across restarts and beside colleagues, against a model: two lists a reviewer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from capqa.model import Action
from capqa.review.log import DecisionLog
from capqa.review.session import Session, State
from tests.review.desk import PAGE, items_in, open_session

if TYPE_CHECKING:
    from pathlib import Path

    from capqa.review.session import ReviewItem

IRAK, MOSSUL, SYRIEN, KRIEG, CREDIT = range(5)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_bytes(PAGE.encode())
    return path


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "log.sqlite3"


def test_redo_takes_again_what_was_undone(page: Path, log: Path) -> None:
    session = open_session(log, page)
    session.accept(IRAK)
    session.edit(MOSSUL, "Mosul!")
    assert (session.can_undo(), session.can_redo()) == (True, False)
    assert session.redo() is None
    assert [session.undo(), session.undo(), session.undo()] == [MOSSUL, IRAK, None]
    assert (session.can_undo(), session.can_redo()) == (False, True)
    assert [session.redo(), session.redo(), session.redo()] == [IRAK, MOSSUL, None]
    assert [session.replacement(index) for index in (IRAK, MOSSUL)] == ["Iraq", "Mosul!"]
    assert session.undo() == MOSSUL
    logged = [decision.action for decision in DecisionLog(log).decisions()]
    assert logged[2:] == [Action.UNDO] * 2 + [Action.REDO] * 2 + [Action.UNDO]


def test_undo_and_redo_survive_restarts(page: Path, log: Path) -> None:
    session = open_session(log, page)
    session.accept(IRAK)
    session.dismiss(KRIEG)
    session.undo()
    assert open_session(log, page).redo() == KRIEG
    again = open_session(log, page)
    assert again.state(KRIEG) is State.DISMISSED
    assert not again.can_redo()
    assert [open_session(log, page).undo() for _ in range(2)] == [KRIEG, IRAK]
    assert [open_session(log, page).redo() for _ in range(3)] == [IRAK, KRIEG, None]


def test_a_new_decision_leaves_nothing_to_redo_after_a_restart_either(
    page: Path, log: Path
) -> None:
    session = open_session(log, page)
    session.accept(IRAK)
    session.undo()
    session.skip(MOSSUL)
    assert session.redo() is None
    assert open_session(log, page).redo() is None


def test_a_colleague_neither_undoes_nor_clears_mine(page: Path, log: Path) -> None:
    ana = open_session(log, page, reviewer="ana")
    ana.accept(IRAK)
    ana.undo()
    ben = open_session(log, page, reviewer="ben")
    assert (ben.undo(), ben.redo()) == (None, None)
    ben.dismiss(MOSSUL)
    assert ana.redo() == IRAK
    assert ana.state(MOSSUL) is State.DISMISSED


def test_redo_is_a_later_act_than_what_a_colleague_decided_meanwhile(page: Path, log: Path) -> None:
    ana, ben = (open_session(log, page, reviewer=name) for name in ("ana", "ben"))
    ana.accept(IRAK)
    ana.undo()
    ben.dismiss(IRAK)
    assert ana.redo() == IRAK
    assert ana.replacement(IRAK) == "Iraq"
    ben.refresh()
    assert ben.replacement(IRAK) == "Iraq"


def test_what_was_written_is_undone_and_redone_in_the_file(page: Path, log: Path) -> None:
    session = open_session(log, page)
    session.accept(IRAK)
    session.write()
    session.undo()
    session.write()
    assert page.read_bytes() == PAGE.encode()
    resumed = open_session(log, page)
    assert resumed.redo() == IRAK
    resumed.write()
    assert page.read_bytes() == PAGE.replace("Irak |", "Iraq |").encode()


def test_a_group_is_undone_and_redone_in_one_step(page: Path, log: Path) -> None:
    session = open_session(log, page)
    session.dismiss(SYRIEN)
    assert session.accept_identical(CREDIT) == (IRAK, CREDIT)
    resumed = open_session(log, page)
    assert resumed.undo() == CREDIT
    assert resumed.touched == (CREDIT, IRAK)
    assert resumed.counts()[State.OPEN] == 4
    again = open_session(log, page)
    assert again.redo() == CREDIT
    assert [again.replacement(index) for index in (IRAK, CREDIT)] == ["Iraq", "Iraq"]
    assert [again.undo(), again.undo(), again.undo()] == [CREDIT, SYRIEN, None]


class Model:
    """What one reviewer's decisions amount to, kept as lists."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.done: list[dict[int, tuple[str, str]]] = []
        self.undone: list[dict[int, tuple[str, str]]] = []

    def decide(self, indexes: list[int], action: str, text: str = "") -> None:
        now = self.standing()
        chosen = [index for index in indexes if now[index] != (action, text)]
        if chosen:
            self.done.append(dict.fromkeys(chosen, (action, text)))
            self.undone.clear()

    def undo(self) -> None:
        if self.done:
            self.undone.append(self.done.pop())

    def redo(self) -> None:
        if self.undone:
            self.done.append(self.undone.pop())

    def standing(self) -> list[tuple[str, str] | None]:
        found: list[tuple[str, str] | None] = [None] * self.count
        for step in self.done:
            for index, decided in step.items():
                found[index] = decided
        return found


def standing(session: Session) -> list[tuple[str, str] | None]:
    decisions = [session.decision(index) for index in range(len(session.items))]
    return [(each.action.value, each.text) if each else None for each in decisions]


def act(session: Session, model: Model, action: str, index: int) -> None:
    if action == "undo":
        session.undo()
        model.undo()
    elif action == "redo":
        session.redo()
        model.redo()
    elif action == "edit":
        session.edit(index, f"new {index}")
        model.decide([index], "edit", f"new {index}")
    elif action in ("dismiss", "skip"):
        session.dismiss(index) if action == "dismiss" else session.skip(index)
        model.decide([index], action)
    else:
        indexes = list(session.identical(index))
        if action == "dismiss all":
            session.dismiss_identical(index)
            model.decide(indexes, "dismiss")
        elif session.items[index].finding.text in ("Irak", "Syrien", "Mossul"):
            session.accept_identical(index)
            suggestion = session.suggestion(index)
            assert suggestion is not None
            model.decide(indexes, "accept", suggestion.text)


_ACTIONS = ["undo", "redo", "edit", "dismiss", "skip", "accept all", "dismiss all", "restart"]
_STEPS = st.lists(st.tuples(st.sampled_from(_ACTIONS), st.integers(0, 6)), max_size=25)


@settings(max_examples=40, deadline=None)
@given(_STEPS)
def test_any_sequence_gives_what_the_model_says(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
) -> None:
    folder = tmp_path_factory.mktemp("desk")
    items = _items(folder)
    session = open_session(folder / "log", items=items)
    model = Model(len(items))
    for action, index in steps:
        if action == "restart":
            session = open_session(folder / "log", items=items)
        else:
            act(session, model, action, index)
        assert standing(session) == model.standing()
        assert session.can_undo() == bool(model.done)
        assert session.can_redo() == bool(model.undone)
    assert standing(open_session(folder / "log", items=items)) == model.standing()


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["ana", "ben"]), st.sampled_from(_ACTIONS), st.integers(0, 6)),
        max_size=25,
    )
)
def test_two_reviewers_at_once_see_the_same_and_each_undo_their_own(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, int]]
) -> None:
    folder = tmp_path_factory.mktemp("desk")
    items = _items(folder)
    sessions = {
        name: open_session(folder / "log", items=items, reviewer=name) for name in ("ana", "ben")
    }
    for name, action, index in steps:
        session = sessions[name]
        before = standing(session)
        if action == "restart":
            sessions[name] = open_session(folder / "log", items=items, reviewer=name)
        elif action == "undo":
            own = [session.decision(each) for each in range(len(items))]
            undone = session.undo()
            if undone is not None and (decision := own[undone]) and decision.reviewer != name:
                assert standing(session)[undone] == before[undone]
        else:
            act(session, Model(len(items)), action, index)
        for each in sessions.values():
            each.refresh()
        fresh = open_session(folder / "log", items=items, reviewer="eve")
        assert all(standing(each) == standing(fresh) for each in sessions.values())
        assert not fresh.can_undo()


def _items(folder: Path) -> list[ReviewItem]:
    page = folder / "page.txt"
    page.write_bytes(b"Irak | Mossul\n\nA sentence.\n\nIrak: Krieg\n\nSyrien, Irak und Krieg\n")
    return items_in(page)
