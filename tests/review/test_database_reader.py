"""Reading a shared log as a bystander: as it was when it was looked at, and nothing is made."""

from __future__ import annotations

import multiprocessing
import pickle
from typing import TYPE_CHECKING

import pytest

from capqa.errors import CapqaError
from capqa.review.database_reader import DatabaseReader
from capqa.review.events import Comment
from capqa.review.store import open_store
from tests.review.private_postgres import PASSWORD

if TYPE_CHECKING:
    from tests.review.private_postgres import PrivatePostgres


def comment(text: str) -> Comment:
    return Comment("fingerprint", "page.txt", text, "Irak", "ana", "2026-11-24T00:00:00Z", "hash")


@pytest.fixture
def database(postgres: PrivatePostgres) -> str:
    return postgres.new_database()


def texts(reader: DatabaseReader) -> list[str]:
    return [each.event.text for each in reader.logged() if isinstance(each.event, Comment)]


def test_it_sees_what_there_is_when_it_looks(postgres: PrivatePostgres, database: str) -> None:
    address = postgres.address(database)
    log = open_store(address)
    log.append(comment("one"))
    reader = DatabaseReader(address)
    assert texts(reader) == ["one"]
    state = reader.state()
    log.append(comment("two"))
    assert (texts(reader), reader.state()) == (["one"], state)
    reader.look()
    assert texts(reader) == ["one", "two"]
    assert reader.state() != state
    reader.close()
    assert texts(reader) == ["one", "two"]
    log.append(comment("three"))
    reader.look()
    assert [each.sequence for each in reader.logged(after=2)] == [3]
    log.close()


def test_an_empty_log_is_one(postgres: PrivatePostgres, database: str) -> None:
    open_store(postgres.address(database)).close()
    reader = DatabaseReader(postgres.address(database))
    assert reader.logged() == []
    other = postgres.new_database()
    open_store(postgres.address(other)).close()
    assert reader.state() != DatabaseReader(postgres.address(other)).state()
    assert PASSWORD not in repr(reader.state())


def test_where_there_is_none_none_is_made(postgres: PrivatePostgres, database: str) -> None:
    for _ in range(2):
        with pytest.raises(CapqaError, match="there is no decision log in this database") as told:
            DatabaseReader(postgres.address(database)).logged()
        assert PASSWORD not in str(told.value)


def test_the_right_to_read_is_enough(postgres: PrivatePostgres, database: str) -> None:
    log = open_store(postgres.address(database))
    log.append(comment("one"))
    log.close()
    for statement in (
        f"CREATE ROLE {database}_gate LOGIN PASSWORD 'gate'",
        f"GRANT SELECT ON capqa_log, capqa_events TO {database}_gate",
    ):
        postgres.execute(database, statement)
    address = postgres.address(database, password="gate").replace("desk:", f"{database}_gate:")
    assert texts(DatabaseReader(address)) == ["one"]


def test_each_process_looks_for_itself(postgres: PrivatePostgres, database: str) -> None:
    address = postgres.address(database)
    log = open_store(address)
    log.append(comment("one"))
    reader = DatabaseReader(address)
    reader.look()
    log.append(comment("two"))
    assert texts(pickle.loads(pickle.dumps(reader))) == ["one", "two"]
    with multiprocessing.get_context("fork").Pool(1) as pool:
        assert pool.apply(_looked) == []
        _readers.append(reader)
    with multiprocessing.get_context("fork").Pool(1) as pool:
        assert pool.apply(_looked) == ["one", "two"]
    _readers.clear()
    # The connection of this process was not closed by the other one.
    reader.look()
    assert texts(reader) == ["one", "two"]
    log.close()


_readers: list[DatabaseReader] = []


def _looked() -> list[str]:
    for reader in _readers:
        reader.look()
        return texts(reader)
    return []
