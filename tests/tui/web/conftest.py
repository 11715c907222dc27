"""The review that tests share which decide nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.web.running import PAGE, served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.tui.web.running import Served


@pytest.fixture(scope="package")
def review(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A review as it is without options."""
    folder = tmp_path_factory.mktemp("review")
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")
    with served(folder, "page.txt") as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a page to review."""
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    return tmp_path
