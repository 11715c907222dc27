"""The append-only log of decisions in a PostgreSQL database, for a desk that shares a queue.

Through SQLAlchemy, which with the driver pg8000 comes with ``capqa[postgres]``.
"""

from __future__ import annotations

import json
import logging
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from capqa.errors import CapqaError
from capqa.review.events import Logged
from capqa.review.log_schema import APPLICATION_ID, SCHEMA_VERSION
from capqa.review.rows import columns_of, event_in

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from sqlalchemy import URL, Connection, Engine

    from capqa.review.events import Event

DRIVER = "postgresql+pg8000"
"""What a URL that names no driver is read as."""

_SECONDS_TO_ANSWER = 10
_PLAIN = ("postgresql", "postgres")
_SCHEMA = (
    "CREATE TABLE capqa_log (version INTEGER NOT NULL)",
    f"INSERT INTO capqa_log (version) VALUES ({SCHEMA_VERSION})",  # noqa: S608 - a number of ours
    # Texts as JSON in ASCII: PostgreSQL's cannot hold NUL, nor the halves of characters.
    """
    CREATE TABLE capqa_events (
        sequence BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        logged_at TIMESTAMPTZ NOT NULL DEFAULT now(),
        content TEXT NOT NULL
    )
    """,
    """
    CREATE FUNCTION capqa_refuse_change() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the log is append-only'; END $$
    """,
    """
    CREATE TRIGGER capqa_events_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE
    ON capqa_events EXECUTE FUNCTION capqa_refuse_change()
    """,
)


class SharedLog:
    """A log of decisions in a PostgreSQL database; safe to use from several threads."""

    def __init__(self, address: str, *, creates: bool = True) -> None:
        """Open the log at a URL such as ``postgresql://desk@server/capqa``, made where missing.

        Without ``creates``, for who only reads, one that is missing is an error, nothing but the
        right to read is needed, and a server that does not answer is soon given up.

        The user is that of the URL, else ``PGUSER``, else who is logged in; the password that of
        the URL, else ``PGPASSWORD``. Raises CapqaError when it cannot be opened or is of another
        version of capqa; a password is never part of it.
        """
        self._url = _url_of(address)
        self.where = shown(self._url)
        self._engine = self._connectable({} if creates else self._patience())
        with self._errors():
            self._connect()
        with self._transaction() as connection:
            self._prepare(connection, creates=creates)

    def append(self, *events: Event) -> tuple[int, ...]:
        """Add events, all or none; they are durable when this returns. Return their numbers.

        Raises CapqaError when they cannot be added.
        """
        from sqlalchemy import text

        insert = text("INSERT INTO capqa_events (content) VALUES (:content) RETURNING sequence")
        with self._transaction() as connection:
            # Numbers are given before a commit: without this a smaller one could come into sight
            # after a greater, and whoever reads on from there would never see it.
            connection.execute(text("LOCK TABLE capqa_events IN EXCLUSIVE MODE"))
            return tuple(
                connection.execute(insert, {"content": json.dumps(columns_of(event))}).scalar_one()
                for event in events
            )

    def logged(self, after: int = 0) -> list[Logged]:
        """Return what was logged after the event of a number, oldest first.

        Raises CapqaError when it cannot be read.
        """
        from sqlalchemy import text

        query = text(
            "SELECT sequence, content FROM capqa_events WHERE sequence > :after ORDER BY sequence"
        )
        with self._transaction() as connection:
            rows = connection.execute(query, {"after": after}).all()
            return [Logged(sequence, event_in(json.loads(content))) for sequence, content in rows]

    def state(self) -> Hashable:
        """Return what changes when something is logged. Raises CapqaError as `logged` does."""
        from sqlalchemy import text

        with self._transaction() as connection:
            newest = connection.execute(text("SELECT max(sequence) FROM capqa_events"))
            return (newest.scalar_one(),)

    def close(self) -> None:
        """Close the connections; nothing is lost by not calling this."""
        self._engine.dispose()

    def _patience(self) -> dict[str, int]:
        # Other drivers call it something else.
        return {"timeout": _SECONDS_TO_ANSWER} if self._url.drivername == DRIVER else {}

    def _connectable(self, arguments: dict[str, int]) -> Engine:
        from sqlalchemy import create_engine

        # What it says of lost connections would go over the screen of a review.
        logging.getLogger("sqlalchemy").addHandler(logging.NullHandler())
        try:
            # Lost connections are noticed before they are used, not by failing a decision.
            return create_engine(
                self._url, pool_pre_ping=True, hide_parameters=True, connect_args=arguments
            )
        except ImportError as error:
            raise CapqaError(
                f"the driver {self._url.drivername} is not installed",
                where=self.where,
                mend="install capqa[postgres] and use postgresql://",
            ) from error
        except Exception as error:
            raise _unusable_address() from error

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with self._errors():
            try:
                connection = self._engine.connect()
            except OSError:
                # A connection of the pool was lost, in a way that pg8000 does not call an error of
                # its own: nothing was asked yet, and a new one may do.
                self._engine.dispose()
                connection = self._engine.connect()
            with connection, connection.begin():
                yield connection

    def _connect(self) -> None:
        try:
            self._engine.connect().close()
        except TypeError:
            # The driver was handed what it does not know, by the query of the URL.
            raise _unusable_address() from None
        except AttributeError as error:
            if self._url.password is not None:
                raise
            # pg8000 takes a missing password for one.
            raise CapqaError(
                "the server wants a password", where=self.where, mend="set PGPASSWORD"
            ) from error

    def _prepare(self, connection: Connection, *, creates: bool) -> None:
        from sqlalchemy import text

        if creates:
            # Of two processes that both find the database new, one waits and finds it made.
            connection.execute(text(f"SELECT pg_advisory_xact_lock({APPLICATION_ID})"))
        made = connection.execute(text("SELECT to_regclass('capqa_log') IS NOT NULL")).scalar_one()
        if not made and not creates:
            raise CapqaError(
                "there is no decision log in this database",
                where=self.where,
                mend="start one with `capqa review`, or name another session",
            )
        if not made:
            for statement in _SCHEMA:
                connection.execute(text(statement))
            return
        version = connection.execute(text("SELECT max(version) FROM capqa_log")).scalar_one()
        if version != SCHEMA_VERSION:
            raise CapqaError(
                f"was made by another version of capqa (schema {version}, not {SCHEMA_VERSION})",
                where=self.where,
                mend="upgrade capqa or name another database",
            )

    @contextmanager
    def _errors(self) -> Iterator[None]:
        from sqlalchemy.exc import SQLAlchemyError

        try:
            yield
        except (SQLAlchemyError, OSError) as error:
            raise CapqaError(
                f"the decision log cannot be used: {self._reason(error)}",
                where=self.where,
                mend="check the address, the server and the rights",
            ) from None
        except (ValueError, TypeError, KeyError) as error:
            raise CapqaError(
                "is damaged or no capqa decision log", where=self.where, mend="name another"
            ) from error

    def _reason(self, error: Exception) -> str:
        cause: BaseException | None = getattr(error, "orig", None) or error
        said: object = None
        refusal = ""
        line = str(cause)
        while cause is not None:
            # pg8000 hands on what the server said, by the keys of the protocol: M is the message.
            # When the server hangs up after that, it says no more than that the network failed.
            if cause.args and isinstance(cause.args[0], dict):
                said = cause.args[0].get("M", said)
            if isinstance(cause, OSError) and cause.strerror:
                refusal = f": {cause.strerror}"
            cause = cause.__cause__ or cause.__context__
        # What pg8000 was told about waiting helps nobody; why the network refused does.
        line = str(said) if said else line.partition(" (timeout is ")[0] + refusal
        line = " ".join(line.split())
        password = self._url.password
        return line.replace(str(password), "***") if password else line


def shown(url: URL) -> str:
    """Return a URL as it may be printed: without password, and without what may hold one."""
    return url.set(query={}, password=None).render_as_string(hide_password=True)


def _url_of(address: str) -> URL:
    try:
        from sqlalchemy import make_url
    except ImportError as error:
        raise CapqaError(
            "decisions in a database need further packages", mend="install capqa[postgres]"
        ) from error
    try:
        url = make_url(address)
        if url.drivername in _PLAIN:
            url = url.set(drivername=DRIVER)
        backend = url.get_backend_name()
    except Exception:
        # From None: what SQLAlchemy says of it may quote the password.
        raise _unusable_address() from None
    if backend != "postgresql":
        raise CapqaError(
            f"decisions are not kept in {backend}",
            where="session",
            mend="name a file, or a database as postgresql://user@server/name",
        )
    if url.username is None:
        url = url.set(username=os.environ.get("PGUSER") or _login_name())
    if secret := url.query.get("password"):
        url = url.difference_update_query(["password"])
        url = url.set(password=secret if isinstance(secret, str) else secret[-1])
    if url.password is None and (password := os.environ.get("PGPASSWORD")):
        url = url.set(password=password)
    return url


def _login_name() -> str | None:
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return None


def _unusable_address() -> CapqaError:
    return CapqaError(
        "the address of the database cannot be read",
        where="session",
        mend="write it as postgresql://user@server/name",
    )
