"""Stores to keep decisions in: a file, and a database on a server of the tests' own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(params=["sqlite", "postgres"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new log can be made, in a file and in a database."""
    if request.param == "sqlite":
        return str(tmp_path / "log.sqlite3")
    server = request.getfixturevalue("postgres")
    return str(server.address(server.new_database()))
