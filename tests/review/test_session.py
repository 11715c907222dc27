"""A review session: deciding, undoing, moving and resuming."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from capqa.errors import CapqaError
from capqa.model import Action
from capqa.review.log import DecisionLog
from capqa.review.session import ReviewError, ReviewItem, Session, State
from tests.review.desk import PAGE, items_in, open_session, translation, words

if TYPE_CHECKING:
    from pathlib import Path

    from capqa.model import Suggestion

IRAK, MOSSUL, SYRIEN, KRIEG, CREDIT = range(5)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_bytes(PAGE.encode())
    return path


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "log.sqlite3"


@pytest.fixture
def session(page: Path, log: Path) -> Session:
    return open_session(log, page)


def states(session: Session) -> list[State]:
    return [session.state(index) for index in range(len(session.items))]


def test_each_decision_gives_its_state_and_replacement(session: Session) -> None:
    assert words(session) == ["Irak", "Mossul", "Syrien", "Krieg", "Irak"]
    session.accept(IRAK)
    session.accept(MOSSUL, "Mosul!")
    session.edit(SYRIEN, "  Syria \t")
    session.dismiss(KRIEG)
    session.skip(CREDIT)
    assert states(session) == [
        State.ACCEPTED,
        State.ACCEPTED,
        State.EDITED,
        State.DISMISSED,
        State.SKIPPED,
    ]
    replacements = [session.replacement(index) for index in range(5)]
    assert replacements == ["Iraq", "Mosul!", "Syria", None, None]
    assert session.counts() == {
        State.OPEN: 0,
        State.ACCEPTED: 2,
        State.EDITED: 1,
        State.DISMISSED: 1,
        State.SKIPPED: 1,
        State.GONE: 0,
    }


def test_a_decision_says_who_when_and_on_which_bytes(session: Session, log: Path) -> None:
    session.edit(MOSSUL, "Mosul")
    (decision,) = DecisionLog(log).decisions()
    item = session.items[MOSSUL]
    assert decision.fingerprint == item.finding.fingerprint
    assert decision.document == item.document.name
    assert decision.base_hash == item.document.content_hash
    assert (decision.source, decision.text, decision.reviewer) == ("Mossul", "Mosul", "ana")
    assert decision.time.endswith("+00:00")


def test_accepting_what_has_no_suggestion_is_refused(session: Session) -> None:
    with pytest.raises(ReviewError, match="there is no suggestion to accept; edit or dismiss it"):
        session.accept(KRIEG)
    assert session.state(KRIEG) is State.OPEN


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is empty"),
        (" \t\n", "is empty"),
        ("Irak", "is the text that stands there; dismiss it"),
        (" Irak ", "is the text that stands there; dismiss it"),
        ("Iraq\nMosul", "has a line break"),
        ("Iraq\r", None),
        ("a\rb", "has a line break"),
        ("a\u2028b", "has a line break"),
        ("a\x1b[31mb", r"has a control character \(U\+001B\)"),
        ("a\0b", r"has a control character \(U\+0000\)"),
        ("a\ud800", r"has a control character \(U\+D800\)"),
        ("[/x] [MUSIC] \u202e😀", None),
    ],
)
def test_what_may_be_typed(session: Session, log: Path, text: str, message: str | None) -> None:
    if message is None:
        session.edit(IRAK, text)
        assert session.replacement(IRAK) == text.strip()
        return
    for decide in (session.edit, session.accept):
        with pytest.raises(ReviewError, match=message):
            decide(IRAK, text)
    assert session.state(IRAK) is State.OPEN
    assert DecisionLog(log).decisions() == []


def test_undo_goes_back_one_decision_at_a_time(session: Session, log: Path) -> None:
    session.accept(IRAK)
    session.dismiss(MOSSUL)
    session.edit(IRAK, "Republic of Iraq")
    assert session.undo() == IRAK
    assert session.replacement(IRAK) == "Iraq"
    assert session.undo() == MOSSUL
    assert session.state(MOSSUL) is State.OPEN
    assert session.undo() == IRAK
    assert session.undo() is None
    assert session.counts()[State.OPEN] == 5
    logged = [decision.action for decision in DecisionLog(log).decisions()]
    assert logged == [Action.ACCEPT, Action.DISMISS, Action.EDIT] + [Action.UNDO] * 3


def test_deciding_the_same_twice_is_one_decision(session: Session) -> None:
    for _ in range(2):
        session.dismiss(IRAK)
        session.accept(MOSSUL)
    assert session.undo() == MOSSUL
    assert session.undo() == IRAK
    assert session.undo() is None


def test_a_review_is_taken_up_where_it_was_left(page: Path, log: Path) -> None:
    first = open_session(log, page)
    first.accept(IRAK)
    first.skip(SYRIEN)
    first.dismiss(KRIEG)
    first.undo()
    second = open_session(log, page)
    assert states(second) == states(first)
    assert second.replacement(IRAK) == "Iraq"
    assert second.undo() == SYRIEN
    assert states(open_session(log, page))[SYRIEN] is State.OPEN


def test_decisions_survive_edits_elsewhere_in_the_file(page: Path, log: Path) -> None:
    open_session(log, page).dismiss(KRIEG)
    page.write_bytes(b"A new paragraph.\n\n" + PAGE.replace("| Mossul", "| Kirkuk").encode())
    session = open_session(log, page)
    assert session.state(words(session).index("Krieg")) is State.DISMISSED
    assert session.counts()[State.DISMISSED] == 1


def test_decisions_on_another_document_do_not_count(page: Path, log: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_bytes(page.read_bytes())
    open_session(log, page).dismiss(IRAK)
    session = open_session(log, other)
    assert session.counts()[State.OPEN] == 5
    assert session.undo() is None


def test_undo_leaves_a_colleagues_decisions_alone(page: Path, log: Path) -> None:
    open_session(log, page, reviewer="ben").dismiss(IRAK)
    session = open_session(log, page, reviewer="ana")
    assert session.state(IRAK) is State.DISMISSED
    session.accept(IRAK)
    assert session.undo() == IRAK
    assert session.state(IRAK) is State.DISMISSED
    assert session.undo() is None


def test_moving_over_open_items_wraps_around(session: Session) -> None:
    session.dismiss(MOSSUL)
    session.skip(KRIEG)
    assert [session.next_open(at) for at in range(-1, 5)] == [0, 2, 2, 4, 4, 0]
    assert [session.previous_open(at) for at in range(6)] == [4, 0, 0, 2, 2, 4]
    for index in (SYRIEN, CREDIT):
        session.dismiss(index)
    assert session.next_open(IRAK) == session.previous_open(IRAK) == IRAK
    session.dismiss(IRAK)
    assert session.next_open(IRAK) is session.previous_open(IRAK) is None


def test_a_review_of_nothing(log: Path) -> None:
    session = open_session(log)
    assert session.next_open(-1) is session.previous_open(0) is session.undo() is None
    assert set(session.counts().values()) == {0}
    assert session.write().written == ()


def test_suggestions_are_made_once_whichever_thread_asks(page: Path, log: Path) -> None:
    asked: list[str] = []
    begun = Event()

    def slow(item: ReviewItem) -> Suggestion | None:
        asked.append(item.finding.text)
        begun.set()
        return translation(item)

    session = open_session(log, page, suggest=slow)
    assert not session.has_suggestion(KRIEG)
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(session.suggestion, [IRAK, KRIEG] * 8))
    assert begun.is_set()
    assert sorted(asked) == ["Irak", "Krieg"]
    assert [result and result.text for result in results] == ["Iraq", None] * 8
    assert session.has_suggestion(KRIEG)


def test_a_suggestion_that_failed_may_be_asked_for_again(page: Path, log: Path) -> None:
    failures = [CapqaError("the model cannot be loaded")]

    def failing_once(item: ReviewItem) -> Suggestion | None:
        if failures:
            raise failures.pop()
        return translation(item)

    session = open_session(log, page, suggest=failing_once)
    with pytest.raises(CapqaError, match="cannot be loaded"):
        session.accept(IRAK)
    assert session.state(IRAK) is State.OPEN
    session.accept(IRAK)
    assert session.state(IRAK) is State.ACCEPTED


def test_a_decision_that_cannot_be_logged_is_not_taken(page: Path, log: Path) -> None:
    session = open_session(log, page)
    log.unlink()
    with pytest.raises(CapqaError, match="removed while in use"):
        session.dismiss(IRAK)
    assert session.state(IRAK) is State.OPEN


_STEPS = st.lists(
    st.tuples(st.sampled_from(["accept", "edit", "dismiss", "skip", "undo"]), st.integers(0, 4))
)


@settings(max_examples=25, deadline=None)
@given(_STEPS)
def test_resuming_always_gives_the_states_left(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
) -> None:
    folder = tmp_path_factory.mktemp("desk")
    page = folder / "page.txt"
    page.write_bytes(PAGE.encode())
    items = items_in(page)
    session = open_session(folder / "log.sqlite3", items=items)
    history: list[list[State]] = [states(session)]
    for action, index in steps:
        before = (states(session), [session.replacement(each) for each in range(5)])
        if action == "undo":
            session.undo()
            history = history[:-1] or history
        elif action in ("accept", "edit"):
            session.edit(index, "new") if action == "edit" else session.accept(index, "new!")
        else:
            session.dismiss(index) if action == "dismiss" else session.skip(index)
        after = (states(session), [session.replacement(each) for each in range(5)])
        if action != "undo" and after != before:
            history.append(after[0])
        assert states(session) == history[-1]
    resumed = open_session(folder / "log.sqlite3", items=items)
    assert states(resumed) == states(session)
    assert [resumed.replacement(each) for each in range(5)] == [
        session.replacement(each) for each in range(5)
    ]
