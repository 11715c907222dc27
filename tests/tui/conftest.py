"""What the tests of the terminal interface share: no terminal settings from outside."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SHIPPED = """source,target,part_of_speech,gender,status,domain,variants,note,reference,reviewed
Absperrung,barrier,noun,f,preferred,general,,,,
Befreiung,liberation,noun,f,preferred,conflict,,,,
Grenzzaun,border fence,noun,m,preferred,migration,,,,
Regierungstruppen,government troops,noun,p,preferred,conflict,,,,
Schutzzaun,protective fence,noun,m,preferred,general,,,,
"""


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run the app as on a terminal with colours and nothing chosen."""
    for name in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def noon(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let everything be decided at one time, for pictures of it."""
    monkeypatch.setattr("capqa.review.deciding.now", lambda: "2026-11-24T12:00:00.000+00:00")
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "UTC")
        time.tzset()
        yield
    time.tzset()


@pytest.fixture
def few_shipped_entries(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Have few entries shipped, so that no picture changes with those that really are."""
    folder = tmp_path_factory.mktemp("shipped")
    (folder / "conflict.de-en.csv").write_text(SHIPPED, encoding="utf-8")
    monkeypatch.setattr("capqa.glossary.files.shipped_folder", lambda: folder)
    return folder
