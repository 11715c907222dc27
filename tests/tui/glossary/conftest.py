"""What the tests of the maintainers' app share: few shipped entries."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def few_shipped(few_shipped_entries: object) -> None:
    """Have few entries shipped in every test."""
