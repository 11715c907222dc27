from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.translation.packages.server import serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.translation.packages.server import Site


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A server on the loopback, asked without any proxy."""
    for variable in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(variable, raising=False)
        monkeypatch.delenv(variable.upper(), raising=False)
    with serving() as running:
        yield running
