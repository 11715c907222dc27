"""The shipped German termbase, built once, with a cache folder of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from capqa.glossary.termbase import Termbase

if TYPE_CHECKING:
    from collections.abc import Iterator

EXONYMS = {"Burkina": "Burkina", "Gambia": "Gambia", "Sansibar": "Zanzibar"}


def exonym(name: str) -> str | None:
    """Translate a place name the glossary does not have."""
    return EXONYMS.get(name)


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Leave the user's cache folder alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def german() -> Termbase:
    """Return the shipped termbase with a few place names beside it."""
    return Termbase.load("de", "en", place_name=exonym)
