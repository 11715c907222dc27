"""A real cluster: a scheduler and two workers, each a process, one of which is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from capqa.audit.engines import EngineOptions, engine_named
from capqa.errors import CapqaError
from tests.audit.archives import audited, captions, choices, findings_in, write_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.audit.summary.content import Summary

pytest.importorskip("distributed", reason="needs capqa[dask]")

ROOT = Path(__file__).parents[3]
DEADLINE = 60


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The scheduler's address and the processes of the workers, in another folder than ours."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    told = elsewhere / "scheduler.json"
    common = ["--scheduler-file", str(told), "--no-dashboard", "--host", "127.0.0.1"]
    with ExitStack() as stack:

        def started(module: str, *arguments: str) -> subprocess.Popen[bytes]:
            process = subprocess.Popen(
                [sys.executable, "-m", f"distributed.cli.{module}", *common, *arguments],
                cwd=elsewhere,
                env={**os.environ, "PYTHONPATH": str(ROOT)},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            stack.callback(process.wait)
            stack.callback(process.kill)
            return process

        started("dask_scheduler", "--port", "0")
        workers = [
            started("dask_worker", "--nthreads", "1", "--no-nanny", "--name", name)
            for name in ("one", "two")
        ]
        until(told.exists)
        import json

        yield json.loads(told.read_text())["address"], workers


def until(condition: object) -> None:
    """Wait until a condition holds."""
    assert callable(condition)
    deadline = time.monotonic() + DEADLINE
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.005)


def test_a_killed_worker_loses_and_doubles_nothing(
    tmp_path: Path, cluster: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    address, workers = cluster
    path = write_lines(tmp_path / "a.jsonl", captions(2_000))
    told = choices(shard_size=10_000)
    alone = audited([path], tmp_path / "alone", told)
    assert alone.shards > 20
    out = tmp_path / "out"
    ended: list[Summary] = []
    running = Thread(
        target=lambda: ended.append(
            audited([path], out, told, engine="dask", options=EngineOptions(2, address))
        )
    )
    running.start()
    done = out / "done"
    until(lambda: done.is_dir() and len(list(done.glob("*.json"))) >= 3)
    # Stopped amid a shard first, so that it surely has one when it dies.
    workers[0].send_signal(signal.SIGSTOP)
    assert len(list(done.glob("*.json"))) < alone.shards
    workers[0].kill()
    running.join(DEADLINE)
    (summary,) = ended
    summary.seconds = alone.seconds
    assert summary == alone
    assert summary.records == 2_000
    assert findings_in(out) == findings_in(tmp_path / "alone")
    assert list(out.rglob(".capqa-*")) == []


def test_no_scheduler_is_told_in_a_line() -> None:
    engine = engine_named("dask")
    with pytest.raises(CapqaError, match="start it with: dask scheduler"):
        list(engine.run(lambda shard: None, [], EngineOptions(1, "nonsense://127.0.0.1:1")))  # type: ignore[arg-type,return-value]


def test_without_the_library_it_is_said_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(CapqaError, match=r"type: pip install 'capqa\[dask\]'"):
        list(engine_named("dask").run(lambda shard: None, [], EngineOptions()))  # type: ignore[arg-type,return-value]
