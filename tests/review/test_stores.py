"""Every store of events does the same, be it a file or a database."""

from __future__ import annotations

import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from capqa.model import Action, Decision, Scope
from capqa.review.events import Comment, Event, FileWrite, Logged
from capqa.review.pairs import DecisionPairs
from capqa.review.session import State
from capqa.review.store import open_store
from tests.review.desk import PAGE, open_session
from tests.review.test_two_reviewers import check_two_processes

HOSTILE = "a\0b [/x] \u202e \x1b[31m 😀 \\u0041 ' \" ; DROP TABLE"
EVENTS: list[Event] = [
    Decision(
        fingerprint="f1",
        document="p\udcff.txt",
        action=Action.ACCEPT,
        text=HOSTILE,
        source="Irak",
        reviewer="Ö",
        time="2026-11-24T10:00:00.000+00:00",
        base_hash="00",
        scope=Scope.ALWAYS,
        group="g",
        language="de",
        target_language="en",
        origin="glossary 1",
        glossary="0123456789ab",
        place="1:1",
        allowed_in="names.txt",
    ),
    Comment("f1", "page.txt", HOSTILE, "Irak", "ana", "now", "00", "1:1"),
    FileWrite("page.txt", "00", "11", {"f1": "f9", "ß": "x"}, "ana", "now"),
    FileWrite("page.txt", "11", "22", {}, "ana", "now", taken_up=True),
    Decision("f9", "page.txt", Action.UNDO, "", "Irak", "ana", "now", "22"),
    Decision("f9", "page.txt", Action.REDO, "", "Irak", "ana", "now", "22"),
]


def test_events_come_back_as_they_were_with_rising_numbers(address: str) -> None:
    store = open_store(address)
    assert store.logged() == []
    first = store.append(*EVENTS[:4])
    second = store.append(*EVENTS[4:])
    assert [*first, *second] == sorted({*first, *second})
    expected = [Logged(*each) for each in zip([*first, *second], EVENTS, strict=True)]
    assert store.logged() == expected
    store.close()
    again = open_store(address)
    assert again.logged() == expected
    assert again.logged(first[-1]) == expected[4:]
    assert again.logged(second[-1]) == []
    again.close()


def test_what_others_log_is_seen_and_changes_the_state(address: str) -> None:
    one, other = open_store(address), open_store(address)
    before = one.state()
    assert one.state() == before
    other.append(EVENTS[0])
    assert one.state() != before
    assert [each.event for each in one.logged()] == EVENTS[:1]
    one.close()
    other.close()


def test_threads_may_append_and_read_at_once(address: str) -> None:
    store = open_store(address)

    def append(number: int) -> list[int]:
        store.append(Decision(f"f{number}", "p", Action.SKIP, "", "x", "ana", "now", "0"))
        return [each.sequence for each in store.logged()]

    with ThreadPoolExecutor(4) as pool:
        seen = list(pool.map(append, range(40)))
    last = [each.sequence for each in store.logged()]
    assert len(last) == 40
    # Whoever read once and reads on from there misses nothing.
    assert all(numbers == last[: len(numbers)] for numbers in seen)
    store.close()


APPENDER = """
import sys
from capqa.model import Action, Decision
from capqa.review.store import open_store
store = open_store(sys.argv[1])
for number in range(int(sys.argv[3])):
    name = f"{sys.argv[2]}-{number}"
    store.append(Decision(name, "page.txt", Action.SKIP, "", "Irak", "ana", "now", "00"))
    print(name, flush=True)
"""


def appender(address: str, name: str, count: int) -> subprocess.Popen[str]:
    arguments = [sys.executable, "-c", APPENDER, address, name, str(count)]
    folder = Path(__file__).parents[2]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True, cwd=folder)


def fingerprints(address: str) -> list[str]:
    store = open_store(address)
    events = [each.event for each in store.logged()]
    store.close()
    return [each.fingerprint for each in events if isinstance(each, Decision)]


def test_several_processes_make_and_use_a_log_at_once(address: str) -> None:
    processes = [appender(address, name, 25) for name in "abc"]
    for process in processes:
        process.communicate()
    assert [process.returncode for process in processes] == [0, 0, 0]
    logged = fingerprints(address)
    assert sorted(logged) == sorted(f"{name}-{n}" for name in "abc" for n in range(25))
    assert [name for name in logged if name[0] == "a"] == [f"a-{n}" for n in range(25)]


def test_every_acknowledged_event_survives_kill_9(address: str) -> None:
    process = appender(address, "k", 1_000_000)
    assert process.stdout is not None
    acknowledged = [process.stdout.readline().strip() for _ in range(30)]
    process.send_signal(signal.SIGKILL)
    acknowledged += process.stdout.read().split()
    process.wait()
    process.stdout.close()
    logged = fingerprints(address)
    assert logged[: len(acknowledged)] == acknowledged
    assert len(logged) - len(acknowledged) in (0, 1)


def test_a_review_is_decided_undone_written_and_taken_up(address: str, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(PAGE.encode())
    session = open_session(address, page)
    session.accept_identical(0)
    session.dismiss(3)
    session.comment(3, "a title")
    session.write()
    resumed = open_session(address, page)
    assert resumed.counts()[State.DISMISSED] == 1
    assert [resumed.undo(), resumed.redo()] == [2, 2]
    again = open_session(address, page)
    assert again.state(2) is State.DISMISSED
    assert [each.text for each in again.comments(2)] == ["a title"]


def test_the_memory_reads_any_store(address: str, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(PAGE.encode())
    store = open_store(address)
    read = DecisionPairs([store])
    assert read() == []
    open_session(address, page).accept(0)
    assert [(each.source, each.target) for each in read()] == [("Irak", "Iraq")]
    assert read() is read()
    store.close()


def test_two_processes_lose_nothing_in_any_store(address: str, tmp_path: Path) -> None:
    assert len(check_two_processes(tmp_path, address, 200)) > 200


@pytest.mark.parametrize(
    "statement", ["UPDATE {} SET {} = {}", "DELETE FROM {}", "TRUNCATE {}"], ids=lambda s: s[:6]
)
def test_events_in_a_database_cannot_be_changed_or_removed(
    request: pytest.FixtureRequest, statement: str
) -> None:
    from pg8000.exceptions import DatabaseError

    server = request.getfixturevalue("postgres")
    database = server.new_database()
    open_store(server.address(database)).append(EVENTS[0])
    filled = statement.format("capqa_events", "content", "''")
    with pytest.raises(DatabaseError, match="append-only"):
        server.execute(database, filled)
