"""A log in a database: its address, its errors in a line, and never a password in them."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

import pytest

from capqa.errors import CapqaError
from capqa.model import Action, Decision
from capqa.review.store import is_url, open_store
from tests.review.private_postgres import PASSWORD

if TYPE_CHECKING:
    from pathlib import Path

    from tests.review.private_postgres import PrivatePostgres

SECRET = "s3cr3t"


@pytest.fixture(autouse=True)
def _needs_sqlalchemy() -> None:
    pytest.importorskip("sqlalchemy", reason="capqa[postgres] is not installed")


@pytest.mark.parametrize(
    ("address", "message"),
    [
        (f"postgresql://ana:{SECRET}@127.0.0.1:1/desk", "the decision log cannot be used: "),
        (f"postgres://ana:{SECRET}@127.0.0.1:1/desk", "the decision log cannot be used: "),
        (f"postgresql+no_such://ana:{SECRET}@h/d", "cannot be read; write it as postgresql://"),
        (f"mysql://ana:{SECRET}@h/d", "decisions are not kept in mysql; name a file, or a data"),
        (f"postgresql://ana:{SECRET}@h:port{SECRET}/d", "address of the database cannot be read"),
        (f"://{SECRET}", "address of the database cannot be read"),
        (f"postgresql://127.0.0.1:1/d?password={SECRET}", "the decision log cannot be used: "),
        (f"postgresql://127.0.0.1:1/d?what={SECRET}", "address of the database cannot be read"),
    ],
)
def test_what_cannot_be_opened_is_told_in_a_line_without_password(
    address: str, message: str
) -> None:
    with pytest.raises(CapqaError) as caught:
        open_store(address)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    assert SECRET not in "".join(traceback.format_exception(caught.value))


def test_the_password_may_come_from_the_environment(
    postgres: PrivatePostgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = postgres.address(postgres.new_database())
    monkeypatch.setenv("PGPASSWORD", PASSWORD)
    user_and_secret = address.partition("://")[2].partition("@")[0]
    without = address.replace(user_and_secret, user_and_secret.partition(":")[0])
    assert PASSWORD not in without
    store = open_store(without)
    store.close()


def test_a_missing_password_is_told(
    postgres: PrivatePostgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PGPASSWORD", raising=False)
    address = postgres.address("postgres", password="")
    with pytest.raises(CapqaError, match="the server wants a password; set PGPASSWORD"):
        open_store(address.replace(":@", "@"))


def test_a_wrong_password_is_told_and_not_shown(postgres: PrivatePostgres) -> None:
    with pytest.raises(CapqaError, match="password authentication failed") as caught:
        open_store(postgres.address("postgres", password=SECRET))
    assert SECRET not in "".join(traceback.format_exception(caught.value))


def test_a_log_of_another_version_is_refused(postgres: PrivatePostgres) -> None:
    database = postgres.new_database()
    open_store(postgres.address(database)).close()
    postgres.execute(database, "UPDATE capqa_log SET version = 99")
    with pytest.raises(CapqaError, match=r"another version of capqa \(schema 99, not 2\); upgrade"):
        open_store(postgres.address(database))


def test_a_row_that_holds_no_event_is_told(postgres: PrivatePostgres) -> None:
    database = postgres.new_database()
    store = open_store(postgres.address(database))
    postgres.execute(database, "INSERT INTO capqa_events (content) VALUES ('[')")
    with pytest.raises(CapqaError, match="is damaged or no capqa decision log"):
        store.logged()
    store.close()


def test_a_log_in_use_outlives_a_connection_that_was_lost(postgres: PrivatePostgres) -> None:
    database = postgres.new_database()
    store = open_store(postgres.address(database, driver="+pg8000"))
    decision = Decision("f", "p", Action.SKIP, "", "x", "ana", "now", "0")
    store.append(decision)
    postgres.execute(
        "postgres",
        f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}'",
    )
    store.append(decision)
    assert len(store.logged()) == 2
    store.close()


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("postgresql://h/d", True),
        ("postgresql+pg8000://h/d", True),
        (".capqa/review.sqlite3", False),
        ("C:\\logs\\review.sqlite3", False),
    ],
)
def test_what_is_an_address_of_a_server(address: str, expected: bool) -> None:
    assert is_url(address) is expected


def test_a_path_is_none(tmp_path: Path) -> None:
    assert not is_url(tmp_path)
