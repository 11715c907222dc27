from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from capqa.audit.engines import EngineOptions, engine_named
from capqa.audit.shards import FileState, Shard
from capqa.audit.work import ShardOutcome
from tests.audit.archives import audited, captions, choices, findings_in, write_lines

if TYPE_CHECKING:
    from collections.abc import Iterator


def shard(name: str) -> Shard:
    return Shard("pages", (FileState(name, 1, 1),), weight=1)


@dataclass(frozen=True)
class Deadly:
    """Work that ends its own process at shards called "fatal" always, at "once" the first time."""

    folder: str

    def __call__(self, shard: Shard) -> ShardOutcome:
        noted = Path(self.folder, shard.name)
        if shard.name == "fatal" or (shard.name == "once" and not noted.exists()):
            noted.touch()
            os._exit(9)
        noted.touch()
        return ShardOutcome(shard.name, shard.weight)


def run(work: Deadly, names: list[str], jobs: int) -> list[ShardOutcome]:
    return list(engine_named("local").run(work, map(shard, names), EngineOptions(jobs)))


def test_a_process_that_is_ended_takes_no_other_shard_with_it(tmp_path: Path) -> None:
    names = [f"a{number}" for number in range(4)] + ["once", "fatal", "b0", "b1"]
    outcomes = run(Deadly(str(tmp_path)), names, 2)
    assert sorted(outcome.name for outcome in outcomes) == sorted(names)
    (lost,) = [outcome for outcome in outcomes if outcome.error]
    assert lost.name == "fatal"
    assert "ended the process that audited it, perhaps for want of memory" in lost.error


def test_shards_are_taken_as_they_are_needed(tmp_path: Path) -> None:
    taken: list[str] = []

    def coming() -> Iterator[Shard]:
        for number in range(50):
            taken.append(f"a{number}")
            yield shard(taken[-1])

    outcomes = engine_named("local").run(Deadly(str(tmp_path)), coming(), EngineOptions(2))
    next(iter(outcomes))
    assert len(taken) < 10


@pytest.mark.parametrize("jobs", [1, 2])
def test_findings_are_the_same_however_many_work(tmp_path: Path, jobs: int) -> None:
    path = write_lines(tmp_path / "a.jsonl", captions(300))
    told = choices(shard_size=5_000)
    options = EngineOptions(jobs)
    summary = audited([path], tmp_path / "out", told, options=options)
    alone = audited([path], tmp_path / "alone", choices(shard_size=5_000))
    summary.seconds = alone.seconds
    assert summary == alone
    assert findings_in(tmp_path / "out") == findings_in(tmp_path / "alone")
