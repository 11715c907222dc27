"""The append-only log of decisions: an SQLite file, each event on disk before `append` returns.

Several processes may append to one log at once. Events are never changed or removed; undo is an
event of its own, and so is the writing of a file. A log of an older version is brought up to the
present one when it is opened.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from capqa.errors import CapqaError
from capqa.files.atomic import sync_folder
from capqa.model import Decision
from capqa.review import DEFAULT_LOG
from capqa.review.log_reading import state
from capqa.review.log_schema import (
    APPLICATION_ID,
    FIRST_VERSION,
    SCHEMA_VERSION,
    create,
    insert,
    logged_events,
    migrate,
)

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator
    from pathlib import Path

    from capqa.review.events import Event, Logged

BUSY_SECONDS = 30.0
"""How long an append waits for another process to finish its own."""


class DecisionLog:
    """A log of decisions in an SQLite file; safe to use from several threads."""

    def __init__(self, path: Path = DEFAULT_LOG) -> None:
        """Open the log, creating it and its folder (kept out of git) where missing.

        Raises CapqaError when it cannot be created, cannot be written, is damaged, or is no log.
        """
        self.path = path
        self._absolute = path.absolute()
        self._lock = threading.Lock()
        self._create_folder()
        with self._errors():
            self._connection = sqlite3.connect(
                path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
        try:
            with self._errors():
                self._prepare()
                self._inode = self._absolute.stat().st_ino
        except BaseException:
            self._connection.close()
            raise

    def append(self, *events: Event) -> tuple[int, ...]:
        """Add events, all or none; they are on disk when this returns. Return their numbers.

        Raises CapqaError when they cannot be added.
        """
        with self._lock, self._errors():
            # A removed log would go on swallowing decisions that no one ever reads again.
            if self._absolute.stat().st_ino != self._inode:
                raise FileNotFoundError
            with self._transaction():
                return insert(self._connection, events)

    def logged(self, after: int = 0) -> list[Logged]:
        """Return what was logged after the event of a number, oldest first.

        Raises CapqaError when the file is damaged.
        """
        with self._lock, self._errors():
            return logged_events(self._connection, after)

    def events(self) -> list[Event]:
        """Return everything logged, oldest first. Raises CapqaError when the file is damaged."""
        return [each.event for each in self.logged()]

    def decisions(self) -> list[Decision]:
        """Return the decisions alone, oldest first, undo and redo events included."""
        return [event for event in self.events() if isinstance(event, Decision)]

    def state(self) -> Hashable:
        """Return what changes when something is logged."""
        return state(self._absolute)

    def close(self) -> None:
        """Close the file; nothing is lost by not calling this."""
        with self._lock:
            self._connection.close()

    def _create_folder(self) -> None:
        folder = self.path.parent
        try:
            created = not folder.exists()
            folder.mkdir(parents=True, exist_ok=True)
            ignore = folder / ".gitignore"
            # Never in a folder of the user's own: "*" there would hide their files from git.
            if (created or folder.name == DEFAULT_LOG.parent.name) and not ignore.exists():
                ignore.write_text("*\n", encoding="utf-8")
        except OSError as error:
            raise self._unwritable(error.strerror or str(error)) from error

    def _prepare(self) -> None:
        # Before anything is changed: switching its journal would alter another program's file.
        is_new = self._is_empty()
        if not is_new:
            self._refuse_foreign()
        self._use_write_ahead_log()
        # FULL: each commit waits until the disk has it, so that not even a power cut loses one.
        self._connection.execute("PRAGMA synchronous = FULL")
        with self._transaction():
            if self._is_empty():
                create(self._connection)
            elif self._pragma("user_version") == FIRST_VERSION:
                migrate(self._connection)
        if is_new:
            sync_folder(self.path.parent)
            self._refuse_foreign()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        # Immediate: of two processes that both find the file new, one waits and finds it made.
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            # A full disk may have ended it already.
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def _is_empty(self) -> bool:
        (tables,) = self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        return not tables

    def _refuse_foreign(self) -> None:
        if self._pragma("application_id") != APPLICATION_ID:
            raise CapqaError(
                "is an SQLite file of another program",
                where=str(self.path),
                mend="name another file for the decisions",
            )
        version = self._pragma("user_version")
        if version not in (FIRST_VERSION, SCHEMA_VERSION):
            raise CapqaError(
                f"was made by another version of capqa (schema {version}, not {SCHEMA_VERSION})",
                where=str(self.path),
                mend="upgrade capqa or move the file away",
            )
        if self._connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise sqlite3.DatabaseError("quick_check failed")

    def _use_write_ahead_log(self) -> None:
        # Changing the mode does not wait for other processes by itself.
        deadline = time.monotonic() + BUSY_SECONDS
        while True:
            try:
                self._connection.execute("PRAGMA journal_mode = WAL").fetchone()
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > deadline:
                    raise
                time.sleep(0.01)
            else:
                return

    def _pragma(self, name: str) -> int:
        value = self._connection.execute(f"PRAGMA {name}").fetchone()[0]
        assert isinstance(value, int)
        return value

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            raise self._unwritable(str(error)) from error
        except sqlite3.ProgrammingError:  # a mistake of ours, such as using a closed log
            raise
        except (sqlite3.Error, ValueError, TypeError, KeyError) as error:
            raise CapqaError(
                "is damaged or no capqa decision log",
                where=str(self.path),
                mend="move it away to start a new one",
            ) from error
        except OSError as error:
            raise CapqaError(
                "was removed while in use", where=str(self.path), mend="start the review again"
            ) from error

    def _unwritable(self, reason: str) -> CapqaError:
        return CapqaError(
            f"the decision log cannot be written: {reason}",
            where=str(self.path),
            mend="check permissions and free space, or name another file",
        )
