from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

import pytest

from capqa.errors import CapqaError
from capqa.model import Action, Decision
from capqa.review.log import DecisionLog
from capqa.review.log_reading import read_events

if TYPE_CHECKING:
    from pathlib import Path


def decision(text: str) -> Decision:
    return Decision("f", "page.txt", Action.ACCEPT, text, "Krieg", "anna", "2026-01-01", "base")


def log_with(path: Path, *texts: str) -> DecisionLog:
    log = DecisionLog(path)
    for text in texts:
        log.append(decision(text))
    return log


def test_everything_logged_is_read_and_no_file_appears(tmp_path: Path) -> None:
    path = tmp_path / "a log?mode=rw#.sqlite3"
    log_with(path, "war", "conflict").close()
    before = sorted(tmp_path.iterdir())
    assert read_events(path) == [decision("war"), decision("conflict")]
    assert sorted(tmp_path.iterdir()) == before


def test_what_another_process_has_just_decided_is_read(tmp_path: Path) -> None:
    path = tmp_path / "review.sqlite3"
    log = log_with(path, "war")
    assert read_events(path) == [decision("war")]
    log.append(decision("conflict"))
    assert read_events(path) == [decision("war"), decision("conflict")]
    log.close()


def test_a_log_that_is_not_there_is_empty_and_not_created(tmp_path: Path) -> None:
    assert read_events(tmp_path / "none" / "review.sqlite3") == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_log_on_a_disk_that_cannot_be_written_to_is_read(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "review.sqlite3"
    log_with(path, "war").close()
    path.chmod(0o400)
    path.parent.chmod(0o500)
    try:
        assert read_events(path) == [decision("war")]
    finally:
        path.parent.chmod(0o700)


@pytest.mark.parametrize(
    "content", [b"", b"no log at all" * 100, b"SQLite format 3\0" + bytes(500)]
)
def test_a_file_that_is_no_log_is_told_in_one_line_and_left_alone(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "review.sqlite3"
    path.write_bytes(content)
    with pytest.raises(CapqaError, match="damaged or no decision log") as error:
        read_events(path)
    assert "\n" not in str(error.value)
    assert path.read_bytes() == content


def test_another_program_s_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite3"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE events (sequence)")
    connection.close()
    with pytest.raises(CapqaError, match="no decision log"):
        read_events(path)


def test_a_log_cut_off_is_told(tmp_path: Path) -> None:
    path = tmp_path / "review.sqlite3"
    log_with(path, *("war" * 200 for _ in range(60))).close()
    path.write_bytes(path.read_bytes()[:-9_000])
    with pytest.raises(CapqaError, match="damaged"):
        read_events(path)
