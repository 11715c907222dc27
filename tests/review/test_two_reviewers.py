"""Two reviewers on one log: nothing is lost, the later decision stands, and both are told."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from capqa.model import Action, Decision
from capqa.review.log import DecisionLog
from capqa.review.session import News, Session, State
from capqa.review.store import open_store
from tests.review.desk import PAGE, open_session

IRAK, MOSSUL, SYRIEN, KRIEG, CREDIT = range(5)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_bytes(PAGE.encode())
    return path


@pytest.fixture
def both(page: Path, tmp_path: Path) -> tuple[Session, Session]:
    ana, ben = (open_session(tmp_path / "log", page, reviewer=name) for name in ("ana", "ben"))
    return ana, ben


def told(news: tuple[News, ...]) -> list[tuple[int, str, Action, bool, bool]]:
    return [(each.index, each.reviewer, each.action, each.conflict, each.stands) for each in news]


def test_what_the_other_decides_is_seen_on_refresh_and_told_once(
    both: tuple[Session, Session],
) -> None:
    ana, ben = both
    ben.edit(KRIEG, "war")
    assert ana.state(KRIEG) is State.OPEN
    (news,) = ana.refresh()
    assert told((news,)) == [(KRIEG, "ben", Action.EDIT, False, True)]
    assert news.text == "war"
    assert ana.state(KRIEG) is State.EDITED
    assert ana.refresh() == ()
    assert ben.refresh() == ()


def test_what_the_other_decides_is_seen_on_the_next_act(both: tuple[Session, Session]) -> None:
    ana, ben = both
    ben.dismiss(KRIEG)
    ana.accept(IRAK)
    assert ana.state(KRIEG) is State.DISMISSED
    assert told(ana.refresh()) == [(KRIEG, "ben", Action.DISMISS, False, True)]


def test_a_conflict_is_told_to_both_and_the_later_stands(both: tuple[Session, Session]) -> None:
    ana, ben = both
    ana.accept(IRAK)
    ben.dismiss(IRAK)  # has not seen ana's
    assert told(ben.refresh()) == [(IRAK, "ana", Action.ACCEPT, True, False)]
    assert told(ana.refresh()) == [(IRAK, "ben", Action.DISMISS, True, True)]
    assert ana.state(IRAK) is ben.state(IRAK) is State.DISMISSED
    ana.accept(IRAK, "Republic of Iraq")  # has seen ben's
    assert ana.refresh() == ()
    assert told(ben.refresh()) == [(IRAK, "ana", Action.ACCEPT, True, True)]


def test_that_there_is_news_is_known_before_it_is_taken_in(both: tuple[Session, Session]) -> None:
    ana, ben = both
    ana.accept(IRAK)
    assert (ana.has_news(), ben.has_news()) == (False, True)
    assert ben.state(IRAK) is State.OPEN
    ben.dismiss(MOSSUL)  # takes ana's in
    assert (ben.has_news(), ben.untold) == (False, 1)
    ben.dismiss(IRAK)
    assert [each.own for each in ben.refresh()] == [Action.DISMISS]
    assert ben.untold == 0
    assert [each.own for each in ana.refresh()] == [None, Action.ACCEPT]


def test_the_same_decision_is_no_conflict(both: tuple[Session, Session]) -> None:
    ana, ben = both
    ana.dismiss(IRAK)
    ben.dismiss(IRAK)
    assert told(ben.refresh()) == [(IRAK, "ana", Action.DISMISS, False, True)]
    assert ana.refresh() == ()
    assert ben.undo() is None


def test_undoing_the_later_decision_brings_the_earlier_one_back(
    both: tuple[Session, Session],
) -> None:
    ana, ben = both
    ana.accept(IRAK)
    ben.dismiss(IRAK)
    ben.undo()
    assert told(ana.refresh())[-1] == (IRAK, "ben", Action.UNDO, False, False)
    assert ana.state(IRAK) is ben.state(IRAK) is State.ACCEPTED


def test_a_reviewer_at_two_desks_undoes_what_was_decided_at_either(
    page: Path, tmp_path: Path
) -> None:
    office, home = (open_session(tmp_path / "log", page, reviewer="ana") for _ in range(2))
    office.accept(IRAK)
    assert home.undo() == IRAK
    assert office.redo() == IRAK
    assert told(home.refresh()) == [
        (IRAK, "ana", Action.ACCEPT, False, True),
        (IRAK, "ana", Action.REDO, False, True),
    ]


REVIEWER = """
import json, random, sys
from pathlib import Path
from capqa.review.store import open_store
from tests.review.desk import open_session
page, log, name, count = Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])
session = open_session(log, page, reviewer=name)
chance = random.Random(name)
for number in range(count):
    if number % 50 == 0:
        print(json.dumps("ready"), flush=True)
        sys.stdin.readline()
    index = chance.randrange(len(session.items))
    act = chance.choice(["edit", "edit", "dismiss", "skip", "undo", "redo"])
    if act == "edit":
        session.edit(index, f"{name} {number}")
    elif act in ("undo", "redo"):
        session.undo() if act == "undo" else session.redo()
    else:
        session.dismiss(index) if act == "dismiss" else session.skip(index)
    if act == "edit":
        print(json.dumps([index, f"{name} {number}"]), flush=True)
print(json.dumps("end"), flush=True)
sys.stdin.readline()
conflicts = sum(each.conflict for each in session.refresh())
standing = [session.decision(index) for index in range(len(session.items))]
print(json.dumps([[each and [each.reviewer, each.action, each.text] for each in standing],
                  conflicts]), flush=True)
"""


def check_two_processes(folder: Path, log: str, count: int) -> list[Decision]:
    """Let two processes decide at once; return what is logged when nothing is amiss."""
    page = folder / "page.txt"
    page.write_text("\n\n".join(f"Irak {number}" for number in range(12)), encoding="utf-8")
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", REVIEWER, str(page), log, name, str(count)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        for name in ("ana", "ben")
    ]
    acknowledged: list[list[list[int | str]]] = [[], []]
    for signal in ['"ready"\n'] * (count // 50) + ['"end"\n']:
        for process, own in zip(processes, acknowledged, strict=True):
            assert process.stdout is not None
            own += [json.loads(line) for line in iter(process.stdout.readline, signal)]
        # Nobody goes on, or says what stands, before both are there.
        for process in processes:
            assert process.stdin is not None
            process.stdin.write("\n")
            process.stdin.flush()
    answers = [json.loads(process.communicate()[0]) for process in processes]
    assert [process.returncode for process in processes] == [0, 0]

    fresh = open_session(log, page, reviewer="eve")
    standing = [fresh.decision(index) for index in range(len(fresh.items))]
    expected = [each and [each.reviewer, each.action.value, each.text] for each in standing]
    assert [answer[0] for answer in answers] == [expected, expected]
    assert all(answer[1] for answer in answers), "both were told of conflicts"
    logged_events = [each.event for each in open_store(log).logged()]
    decisions = [each for each in logged_events if isinstance(each, Decision)]
    for name, own in zip(("ana", "ben"), acknowledged, strict=True):
        logged = [each for each in decisions if each.reviewer == name]
        edits = [each.text for each in logged if each.action is Action.EDIT]
        assert edits == [text for _, text in own]
    return decisions


def test_two_processes_lose_nothing(tmp_path: Path) -> None:
    decisions = check_two_processes(tmp_path, str(tmp_path / "log"), 400)
    assert len(decisions) > 400
    # They were at it in turns at least: neither came wholly before the other.
    names = [each.reviewer for each in decisions]
    assert names.index("ben") < len(names) - names[::-1].index("ana") - 1
    assert DecisionLog(tmp_path / "log").decisions() == decisions
