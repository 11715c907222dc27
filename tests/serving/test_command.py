"""What keeps the server from starting is said on one line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from capqa.__main__ import main

if TYPE_CHECKING:
    from tests.serving.running import Served


@pytest.mark.parametrize("missing", ["starlette.applications", "uvicorn"])
def test_what_is_not_installed_is_named(
    missing: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    assert main(["serve"]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"capqa: serving needs {missing}")
    assert "pip install 'capqa[serve]'" in said
    assert said.count("\n") == 1


def test_a_port_that_is_taken_is_named(server: Served, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--port", str(server.port), "--jobs", "1"]) == 2
    said = capfd.readouterr().err
    assert said.startswith(f"capqa: 127.0.0.1:{server.port}: cannot listen: ")
    assert said.count("\n") == 1
