"""What holds for all tests."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.review import private_postgres

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.review.private_postgres import PrivatePostgres


# A run says the same of the same code; `make explore` draws examples that nobody has seen.
settings.register_profile("same", derandomize=True)
settings.register_profile("new", derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Leave the user's cache folder alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def postgres() -> Iterator[PrivatePostgres]:
    """A PostgreSQL server."""
    if why_not := private_postgres.why_not():
        pytest.skip(why_not)
    with private_postgres.running() as server:
        yield server


@pytest.fixture(autouse=True)
def _no_shared_session(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the decisions of whoever runs the tests alone."""
    monkeypatch.delenv("CAPQA_SESSION", raising=False)
