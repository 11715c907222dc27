"""Results of earlier runs, by what a file holds and all that a result depends on.

The cache only saves time: what is damaged, locked or cannot be written is done without.
"""

from __future__ import annotations

import os
import sqlite3
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

import capqa
from capqa.digest import blake2b
from capqa.files.user_cache import user_cache
from capqa.gate.storing import restored, stored

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from capqa.config import Settings
    from capqa.pipeline import CheckedFile

LARGEST: Final = 16_000_000
"""The largest file whose result is kept, in bytes."""

_MOST_ROWS = 200_000
_MOST_BYTES = 512_000_000
_AT_ONCE = 256
_A_DAY = 86_400
"""Seconds within which a result counts as just used."""


class CheckCache:
    """What became of files in earlier runs with the same settings."""

    def __init__(self, settings: Settings, depends_on: Iterable[object] = ()) -> None:
        """Open the user's cache for runs with these settings and what else results depend on."""
        self._made_with = _made_with(settings, depends_on)
        self._pending: list[tuple[bytes, bytes, int]] = []
        self._used: list[tuple[int, bytes]] = []
        self._connection = _connected()

    def key(self, path: Path) -> bytes | None:
        """Return under what the result of a file is kept, None where it is not."""
        try:
            status = os.stat(path)
            if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST:
                return None
            with open(path, "rb", buffering=0) as file:
                data = file.read()
        except OSError:
            return None
        digest = blake2b(self._made_with, digest_size=20)
        digest.update(f"{path}\0".encode("utf-8", "surrogatepass"))
        digest.update(data)
        return digest.digest()

    def get(self, key: bytes) -> list[CheckedFile] | None:
        """Return what became of a file, None where that is not known."""
        if self._connection is None:
            return None
        try:
            row = self._connection.execute(
                "SELECT result, used FROM results WHERE key = ?", (key,)
            ).fetchone()
        except sqlite3.Error:
            return None
        if row is None or not isinstance(row[0], bytes):
            return None
        now = int(time.time())
        if not isinstance(row[1], int) or not 0 <= now - row[1] < _A_DAY:
            # To say so of every result of every run would take as long as to find them.
            self._used.append((now, key))
        return restored(row[0])

    def put(self, key: bytes, files: list[CheckedFile]) -> None:
        """Keep what became of a file."""
        data = stored(files)
        if data is not None:
            self._pending.append((key, data, int(time.time())))
            if len(self._pending) >= _AT_ONCE:
                self._write()

    def close(self) -> None:
        """Write what is to be kept, and let what has not been used for longest go."""
        self._write()
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._prune(self._connection)
            self._connection.close()
            self._connection = None

    def _write(self) -> None:
        connection, pending, used = self._connection, self._pending, self._used
        self._pending, self._used = [], []
        if connection is None or not (pending or used):
            return
        with suppress(sqlite3.Error), connection:
            connection.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", pending)
            connection.executemany("UPDATE results SET used = ? WHERE key = ?", used)

    @staticmethod
    def _prune(connection: sqlite3.Connection) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        size = pages * connection.execute("PRAGMA page_size").fetchone()[0]
        rows = connection.execute("SELECT COUNT(*) FROM results").fetchone()[0]
        if rows <= _MOST_ROWS and size <= _MOST_BYTES:
            return
        with connection:
            connection.execute(
                "DELETE FROM results WHERE key IN (SELECT key FROM results ORDER BY used LIMIT ?)",
                (rows // 2,),
            )
        connection.execute("VACUUM")


def _connected() -> sqlite3.Connection | None:
    folder = user_cache("checks")
    if folder is None:
        return None
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        connection = sqlite3.connect(folder / "results.sqlite3", timeout=1)
    except (OSError, sqlite3.Error):
        return None
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        # After a power cut a result may be missing, which is made again.
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(
            "CREATE TABLE IF NOT EXISTS results"
            " (key BLOB PRIMARY KEY, result BLOB NOT NULL, used INTEGER NOT NULL) WITHOUT ROWID"
        )
    except sqlite3.Error:
        connection.close()
        return None
    return connection


def _made_with(settings: Settings, depends_on: Iterable[object]) -> bytes:
    digest = blake2b(digest_size=20)
    facts = [capqa.__version__, sys.version, repr(settings), *map(repr, depends_on)]
    package = Path(capqa.__file__).parent
    for folder in (package, *_glossary_folders(settings), *_plugin_files()):
        facts += _states(folder)
    digest.update("\n".join(facts).encode("utf-8", "surrogatepass"))
    return digest.digest()


def _glossary_folders(settings: Settings) -> Iterator[Path]:
    from capqa.glossary.files import shipped_folder

    yield shipped_folder()
    yield from settings.glossaries


def _plugin_files() -> Iterator[Path]:
    from capqa import plugins

    for group in ("capqa.formats", "capqa.rules", "capqa.translation_rules"):
        for entry in plugins.entry_points(group):
            module = sys.modules.get(entry.module)
            yield Path(getattr(module, "__file__", None) or entry.value)


def _states(path: Path) -> Iterator[str]:
    """Yield what changes when the files of a folder do."""
    if not path.is_dir():
        with suppress(OSError):
            status = path.stat()
            yield f"{path}\0{status.st_size}\0{status.st_mtime_ns}"
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(each for each in folders if each != "__pycache__")
        for name in sorted(names):
            yield from _states(Path(folder, name))
