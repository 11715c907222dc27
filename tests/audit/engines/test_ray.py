"""Ray on this machine; where it is not installed, the test says so and is passed over."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from capqa.audit.engines import EngineOptions, engine_named
from capqa.errors import CapqaError
from tests.audit.archives import audited, captions, choices, findings_in, write_lines

if TYPE_CHECKING:
    from pathlib import Path


def test_findings_are_those_of_the_local_engine(tmp_path: Path) -> None:
    ray = pytest.importorskip("ray", reason="Ray is not installed: pip install 'capqa[ray]'")
    path = write_lines(tmp_path / "a.jsonl", captions(300))
    told = choices(shard_size=5_000)
    alone = audited([path], tmp_path / "alone", told)
    summary = audited([path], tmp_path / "out", told, engine="ray", options=EngineOptions(2))
    summary.seconds = alone.seconds
    assert summary == alone
    assert findings_in(tmp_path / "out") == findings_in(tmp_path / "alone")
    assert os.environ["RAY_USAGE_STATS_ENABLED"] == "0"
    assert not ray.is_initialized()


def test_without_the_library_it_is_said_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(CapqaError, match=r"type: pip install 'capqa\[ray\]'"):
        list(engine_named("ray").run(lambda shard: None, [], EngineOptions()))  # type: ignore[arg-type,return-value]
