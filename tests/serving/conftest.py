"""The servers that tests share, so that each is started once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.serving.running import served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.serving.running import Served

TOKEN = "correct-horse-battery-staple"
ORIGIN = "https://cms.example"
MOST_BYTES = 200_000


@pytest.fixture(scope="package")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server for anybody on this machine, with a project's settings."""
    folder = tmp_path_factory.mktemp("open")
    (folder / "capqa.toml").write_text(
        'allow = ["Tagesschau heute"]\n[[overrides]]\nfiles = ["de/"]\ntarget = "de"\n',
        encoding="utf-8",
    )
    options = ("--max-bytes", str(MOST_BYTES), "--body-timeout", "0.5", "--jobs", "2")
    with served(folder, *options) as running:
        yield running


@pytest.fixture(scope="package")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server that asks for a token, takes one document at a time, and allows one origin."""
    folder = tmp_path_factory.mktemp("guarded")
    (folder / "token").write_text(f"{TOKEN}\n", encoding="utf-8")
    options = ("--token-file", "token", "--max-waiting", "1", "--allow-origin", ORIGIN)
    with served(folder, *options, "--jobs", "1") as running:
        yield running
