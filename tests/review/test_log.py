"""The decision log: durable, append-only, shared, and clear about files it cannot use."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from capqa.errors import CapqaError
from capqa.model import Action, Decision, Scope
from capqa.review import DEFAULT_LOG
from capqa.review.events import FileWrite
from capqa.review.log import DecisionLog

if TYPE_CHECKING:
    from collections.abc import Iterator


def decision(number: int = 1, **changes: str) -> Decision:
    values = {
        "fingerprint": f"f{number}",
        "document": "page.txt",
        "text": "Iraq",
        "source": "Irak",
        "reviewer": "ana",
        "time": "2024-05-01T10:00:00+00:00",
        "base_hash": "00ff",
    } | changes
    return Decision(action=Action.ACCEPT, scope=Scope.IDENTICAL, **values)


def test_decisions_come_back_as_they_were_in_order(tmp_path: Path) -> None:
    path = tmp_path / "log.sqlite3"
    hostile = decision(2, text="a\0b [/x] \u202e \x1b[31m", document="p\udcff.txt", reviewer="Ö")
    undo = Decision("f1", "page.txt", Action.UNDO, "", "Irak", "ana", "later", "00ff")
    log = DecisionLog(path)
    for each in (decision(1), hostile, undo):
        log.append(each)
    log.close()
    assert DecisionLog(path).decisions() == [decision(1), hostile, undo]


def test_writings_are_events_among_the_decisions(tmp_path: Path) -> None:
    log = DecisionLog(tmp_path / "log.sqlite3")
    write = FileWrite("page.txt", "00", "11", {"f1": "f9"}, "ana", "now")
    log.append(decision(1))
    log.append(write)
    log.append(decision(2))
    assert log.events() == [decision(1), write, decision(2)]
    assert log.decisions() == [decision(1), decision(2)]


def test_a_new_folder_is_kept_out_of_git_but_a_users_folder_is_left_alone(tmp_path: Path) -> None:
    DecisionLog(tmp_path / DEFAULT_LOG)
    assert (tmp_path / ".capqa" / ".gitignore").read_text() == "*\n"
    DecisionLog(tmp_path / "own.sqlite3")
    assert not (tmp_path / ".gitignore").exists()


def test_events_cannot_be_changed_or_removed(tmp_path: Path) -> None:
    path = tmp_path / "log.sqlite3"
    DecisionLog(path).append(decision())
    connection = sqlite3.connect(path)
    for statement in ("DELETE FROM events", "UPDATE events SET text = ''"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute(statement)
    connection.close()


def test_a_damaged_file_is_refused_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "log.sqlite3"
    path.write_bytes(b"these are notes, not a database\n" * 100)
    with pytest.raises(CapqaError, match=r"log\.sqlite3: is damaged or no capqa decision log; m"):
        DecisionLog(path)


def test_damage_in_the_middle_is_noticed_on_opening(tmp_path: Path) -> None:
    path = tmp_path / "log.sqlite3"
    log = DecisionLog(path)
    for number in range(200):
        log.append(decision(number))
    log.close()
    data = bytearray(path.read_bytes())
    data[4096 * 3 : 4096 * 5] = b"\x5a" * 8192
    path.write_bytes(data)
    with pytest.raises(CapqaError, match="is damaged"):
        DecisionLog(path)


def test_another_programs_database_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.sqlite3"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmarks (url)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(CapqaError, match="another program; name another file"):
        DecisionLog(path)
    assert path.read_bytes() == before


def test_a_log_of_a_later_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "log.sqlite3"
    DecisionLog(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(CapqaError, match=r"another version of capqa \(schema 99"):
        DecisionLog(path)


def test_a_folder_that_cannot_be_made_is_reported_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(CapqaError, match=r"the decision log cannot be written: .*; check perm"):
        DecisionLog(tmp_path / "file" / "log.sqlite3")


@pytest.fixture
def read_only_folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        DecisionLog(folder / "old.sqlite3").close()
        for path in (folder / "old.sqlite3", folder):
            path.chmod(0o555)
        is_root = hasattr(os, "geteuid") and os.geteuid() == 0
        if is_root:  # permissions do not bind root
            os.seteuid(65534)
        try:
            yield folder
        finally:
            if is_root:
                os.seteuid(0)
            folder.chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="folders have no mode there")
@pytest.mark.parametrize("name", ["new.sqlite3", "old.sqlite3", "new/log.sqlite3"])
def test_a_read_only_folder_is_reported_in_one_line(read_only_folder: Path, name: str) -> None:
    with pytest.raises(CapqaError, match=r"the decision log cannot be written: .*; check perm"):
        DecisionLog(read_only_folder / name).append(decision())


def test_a_log_removed_while_in_use_does_not_swallow_decisions(tmp_path: Path) -> None:
    path = tmp_path / "log.sqlite3"
    log = DecisionLog(path)
    path.unlink()
    with pytest.raises(CapqaError, match="removed while in use"):
        log.append(decision())


def test_threads_may_append_to_one_log(tmp_path: Path) -> None:
    log = DecisionLog(tmp_path / "log.sqlite3")
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: log.append(decision(number)), range(40)))
    assert {each.fingerprint for each in log.decisions()} == {f"f{n}" for n in range(40)}


APPENDER = """
import sys
from pathlib import Path
from capqa.model import Action, Decision
from capqa.review.log import DecisionLog
log = DecisionLog(Path(sys.argv[1]))
for number in range(int(sys.argv[3])):
    name = f"{sys.argv[2]}-{number}"
    log.append(Decision(name, "page.txt", Action.SKIP, "", "Irak", "ana", "now", "00"))
    print(name, flush=True)
"""


def appender(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    arguments = [sys.executable, "-c", APPENDER, str(path), name, str(count)]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True)


def test_several_processes_create_and_append_to_one_log_at_once(tmp_path: Path) -> None:
    path = tmp_path / "made-by-whoever-is-first" / "log.sqlite3"
    processes = [appender(path, name, 25) for name in "abc"]
    for process in processes:
        process.communicate()
    assert [process.returncode for process in processes] == [0, 0, 0]
    logged = [each.fingerprint for each in DecisionLog(path).decisions()]
    assert sorted(logged) == sorted(f"{name}-{n}" for name in "abc" for n in range(25))
    # Each process's own are in its order.
    assert [name for name in logged if name[0] == "a"] == [f"a-{n}" for n in range(25)]


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL there")
def test_every_acknowledged_decision_survives_kill_9(tmp_path: Path) -> None:
    path = tmp_path / "log.sqlite3"
    process = appender(path, "k", 1_000_000)
    assert process.stdout is not None
    acknowledged = [process.stdout.readline().strip() for _ in range(30)]
    process.send_signal(signal.SIGKILL)
    acknowledged += process.stdout.read().split()
    process.wait()
    process.stdout.close()
    logged = [each.fingerprint for each in DecisionLog(path).decisions()]
    # One more may have reached the disk without the process living to say so.
    assert logged[: len(acknowledged)] == acknowledged
    assert len(logged) - len(acknowledged) in (0, 1)
