"""A log of the first version is brought to the present one, losing nothing."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING

import pytest

from capqa.errors import CapqaError
from capqa.model import Action, Decision
from capqa.review import log_schema
from capqa.review.log import DecisionLog
from capqa.review.log_reading import read_events
from tests.review.first_version import EVENTS, make

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "log.sqlite3"
    make(path)
    return path


def version(path: Path) -> int:
    connection = sqlite3.connect(path)
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.close()
    assert isinstance(found, int)
    return found


def test_every_event_keeps_its_number_and_what_it_says(path: Path) -> None:
    log = DecisionLog(path)
    assert log.events() == EVENTS
    assert [each.sequence for each in log.logged()] == [1, 2, 3, 4, 5, 6]
    assert version(path) == 2
    added = Decision("f", "p", Action.REDO, "", "x", "ana", "7", "11", language="de", group="g")
    assert log.append(added) == (7,)
    log.close()
    assert DecisionLog(path).events() == [*EVENTS, added]
    assert read_events(path) == [*EVENTS, added]


def test_what_the_first_version_did_not_record_is_empty(path: Path) -> None:
    first = DecisionLog(path).decisions()[0]
    recorded = (first.language, first.target_language, first.origin, first.glossary, first.place)
    assert recorded == ("",) * 5


def test_the_migrated_log_is_append_only_still(path: Path) -> None:
    DecisionLog(path).close()
    connection = sqlite3.connect(path)
    for statement in ("DELETE FROM events", "UPDATE events SET text = ''"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute(statement)
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    assert {name for (name,) in tables} == {"events", "sqlite_sequence"}
    connection.close()


def test_a_bystander_reads_the_first_version_and_leaves_it(path: Path) -> None:
    before = path.read_bytes()
    assert read_events(path) == EVENTS
    assert (version(path), path.read_bytes()) == (1, before)


def test_a_migration_cut_short_leaves_the_first_version(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(log_schema, "_COLUMNS_OF_VERSION_1", ("sequence", "no_such_column"))
        with pytest.raises(CapqaError):
            DecisionLog(path)
    assert version(path) == 1
    assert read_events(path) == EVENTS
    assert DecisionLog(path).events() == EVENTS


def _open(path: Path) -> int:
    log = DecisionLog(path)
    log.append(Decision("f", "p", Action.SKIP, "", "x", "ana", "7", "11"))
    return len(log.events())


def test_processes_that_open_it_at_once_migrate_it_once(path: Path) -> None:
    with ProcessPoolExecutor(3, mp_context=get_context("spawn")) as pool:
        counts = list(pool.map(_open, [path] * 6))
    assert max(counts) == len(EVENTS) + 6
    assert DecisionLog(path).events()[: len(EVENTS)] == EVENTS


def test_an_earlier_capqa_still_running_may_go_on_appending(path: Path) -> None:
    earlier = sqlite3.connect(path, isolation_level=None)
    earlier.execute("SELECT * FROM events").fetchall()
    log = DecisionLog(path)
    earlier.execute(
        "INSERT INTO events (kind, document, reviewer, time, base_hash, fingerprint, action, text,"
        " source, scope) VALUES ('decision', 'p', 'ben', '8', '11', 'f', 'skip', '', 'x', 'here')"
    )
    earlier.close()
    assert log.events() == [*EVENTS, Decision("f", "p", Action.SKIP, "", "x", "ben", "8", "11")]


def test_an_earlier_capqa_refuses_the_log_in_its_line(path: Path) -> None:
    DecisionLog(path).close()
    # What the first version checks before it reads or changes anything.
    assert version(path) != 1
