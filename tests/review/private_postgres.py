"""A PostgreSQL server of the tests' own: in a temporary folder, on a socket in it, gone after."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterator

USER, PASSWORD = "desk", "p@ss/wörd:%41"


class PrivatePostgres:
    """A server that runs, and its databases."""

    def __init__(self, folder: Path) -> None:
        self._socket = folder / ".s.PGSQL.5432"
        self._count = 0

    def address(self, database: str, *, password: str = PASSWORD, driver: str = "") -> str:
        """Return the URL of a database."""
        secret = quote(password, safe="")
        socket = quote(str(self._socket), safe="")
        return f"postgresql{driver}://{USER}:{secret}@/{database}?unix_sock={socket}"

    def execute(self, database: str, statement: str) -> None:
        """Do something as whoever administers the server would."""
        import pg8000.native

        connection = pg8000.native.Connection(
            USER, password=PASSWORD, database=database, unix_sock=str(self._socket)
        )
        try:
            connection.run(statement)
        finally:
            connection.close()

    def new_database(self) -> str:
        """Make an empty database; return its name."""
        self._count += 1
        name = f"capqa{self._count}"
        self.execute("postgres", f"CREATE DATABASE {name}")
        return name


def why_not() -> str:
    """Return why there can be no server here, "" when there can."""
    if os.name == "nt":
        return "there are no sockets in folders"
    if _program("initdb") is None:
        return "PostgreSQL is not installed (apt-get install postgresql)"
    try:
        import pg8000.native
        import sqlalchemy
    except ImportError:
        return "capqa[postgres] is not installed"
    del pg8000, sqlalchemy
    return ""


@contextmanager
def running() -> Iterator[PrivatePostgres]:
    """Run a server until the end of the block."""
    # Not below pytest's, which the server's user may not enter; and paths of sockets are short.
    folder = Path(tempfile.mkdtemp(prefix="capqa-postgres-"))
    try:
        secret = folder / "password"
        secret.write_text(PASSWORD, encoding="utf-8")
        user = _user()
        if user:
            for path in (folder, secret):
                shutil.chown(path, user)
        data = folder / "data"
        _run(
            "initdb",
            "-D",
            data,
            "-U",
            USER,
            "-A",
            "scram-sha-256",
            "-E",
            "UTF8",
            f"--pwfile={secret}",
            "--no-locale",
            "--no-sync",
            user=user,
        )
        options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
        _run("pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start", user=user)
        try:
            yield PrivatePostgres(folder)
        finally:
            _run("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop", user=user)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(name: str, *arguments: str | Path, user: str | None) -> None:
    program = _program(name)
    assert program is not None
    subprocess.run([program, *arguments], user=user, check=True, stdout=subprocess.DEVNULL, cwd="/")


def _program(name: str) -> Path | None:
    if found := shutil.which(name):
        return Path(found)
    # Debian keeps them out of the way, a folder a version.
    return max(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), default=None)


def _user() -> str | None:
    # The server refuses to run as root.
    if os.geteuid() != 0:
        return None
    import pwd

    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        return "nobody"
