"""Stores to keep decisions in: a file, and a database on a server of the tests' own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.review import private_postgres

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.review.private_postgres import PrivatePostgres


@pytest.fixture(scope="session")
def postgres() -> Iterator[PrivatePostgres]:
    """A PostgreSQL server."""
    if why_not := private_postgres.why_not():
        pytest.skip(why_not)
    with private_postgres.running() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgres"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new log can be made, in a file and in a database."""
    if request.param == "sqlite":
        return str(tmp_path / "log.sqlite3")
    server = request.getfixturevalue("postgres")
    return str(server.address(server.new_database()))
