"""The shipped German termbase, built once."""

from __future__ import annotations

import pytest

from capqa.glossary.termbase import Termbase

EXONYMS = {"Burkina": "Burkina", "Gambia": "Gambia", "Sansibar": "Zanzibar"}


def exonym(name: str) -> str | None:
    """Translate a place name the glossary does not have."""
    return EXONYMS.get(name)


@pytest.fixture(scope="session")
def german() -> Termbase:
    """Return the shipped termbase with a few place names beside it."""
    return Termbase.load("de", "en", place_name=exonym)
