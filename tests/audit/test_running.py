from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from capqa.audit.folder import AuditFolder
from capqa.audit.inputs import found
from capqa.audit.running import Audit, alone_in
from capqa.errors import CapqaError, ConfigurationError
from tests.audit.archives import (
    audited,
    captions,
    choices,
    findings_in,
    rows_in,
    tried,
    write_lines,
)

if TYPE_CHECKING:
    from capqa.audit.choices import Choices
    from capqa.audit.running import Planned

ROOT = Path(__file__).parents[2]
TOLD = choices(shard_size=5_000)


def planned(paths: list[Path], out: Path, told: Choices, *, restart: bool = False) -> Planned:
    out.mkdir(exist_ok=True)
    named = [str(path) for path in paths]
    return Audit(AuditFolder(out), told).plan(found(named, told), named, restart=restart)


def changes(out: Path) -> dict[str, int]:
    """When each marker was written."""
    return {path.name: path.stat().st_mtime_ns for path in (out / "done").glob("*.json")}


def test_what_is_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", captions(1_500))
    out, done = tmp_path / "out", tmp_path / "out" / "done"
    command = [sys.executable, "-m", "capqa", "audit", str(path), "--out", str(out)]
    command += ["--jobs", "2", "--shard-size", "0.005"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while not (done.is_dir() and len(list(done.glob("*.json"))) >= 3):
        assert time.monotonic() < deadline
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    process.wait()
    # Its workers end with it; what they were writing meanwhile is whole or not there.
    while _workers_of(process.pid):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    before = changes(out)
    summary, outcomes = tried([path], out, TOLD)
    assert len(before) + len(outcomes) == summary.shards > len(before)
    assert {name: time for name, time in changes(out).items() if name in before} == before
    alone = audited([path], tmp_path / "alone", TOLD)
    summary.seconds = alone.seconds
    assert summary == alone
    assert summary.records == 1_500
    assert findings_in(out) == findings_in(tmp_path / "alone")
    assert list(out.rglob(".capqa-*")) == []


def _workers_of(parent: int) -> list[str]:
    """Return the processes that were started by one, which the system gave to another since."""
    workers = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            command = (entry / "cmdline").read_bytes()
        except OSError:
            continue
        if b"spawn_main" in command and f"parent_pid={parent},".encode() in command:
            workers.append(entry.name)
    return workers


def test_a_second_run_does_nothing_again(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", captions(200))
    first = audited([path], tmp_path / "out", TOLD)
    before = changes(tmp_path / "out")
    second, outcomes = tried([path], tmp_path / "out", TOLD)
    assert (outcomes, second, changes(tmp_path / "out")) == ([], first, before)


def test_a_changed_input_is_audited_again_and_others_are_not(tmp_path: Path) -> None:
    one = write_lines(tmp_path / "one.jsonl", captions(100))
    two = write_lines(tmp_path / "two.jsonl", captions(100, seed=2))
    out = tmp_path / "out"
    audited([one, two], out, TOLD)
    write_lines(two, captions(120, seed=3))
    plan = planned([one, two], out, TOLD)
    assert list(plan.changed) == [str(two)]
    assert 0 < plan.done < plan.shards
    summary = audited([one, two], out, TOLD)
    assert summary.records == 220
    assert summary.findings == audited([one, two], tmp_path / "new", TOLD).findings
    assert findings_in(out) == findings_in(tmp_path / "new")


def test_an_input_that_is_no_longer_named_is_forgotten(tmp_path: Path) -> None:
    one = write_lines(tmp_path / "one.jsonl", captions(100))
    two = write_lines(tmp_path / "two.jsonl", captions(100, seed=2))
    out = tmp_path / "out"
    audited([one, two], out, TOLD)
    assert audited([one], out, TOLD).records == 100
    assert {row["input"] for row in rows_in(out)} == {str(one)}


def test_findings_that_are_gone_are_made_again(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", captions(100))
    out = tmp_path / "out"
    audited([path], out, TOLD)
    before = findings_in(out)
    next((out / "findings").iterdir()).unlink()
    audited([path], out, TOLD)
    assert findings_in(out) == before


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        (choices(shard_size=5_000, target="de"), "target was en, now de"),
        (choices(shard_size=6_000), "shards had 5,000 bytes, now 6,000"),
        (choices(shard_size=5_000, allow=("Mosul",)), "allow was unset, now Mosul"),
    ],
)
def test_what_was_begun_otherwise_is_not_gone_on_with(
    tmp_path: Path, told: Choices, reason: str
) -> None:
    path = write_lines(tmp_path / "a.jsonl", captions(20))
    out = tmp_path / "out"
    audited([path], out, TOLD)
    with pytest.raises(ConfigurationError, match=reason):
        planned([path], out, told)
    assert planned([path], out, told, restart=True).done == 0
    assert findings_in(out) == {}


def test_a_folder_with_other_files_is_not_written_into(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", captions(20))
    with pytest.raises(ConfigurationError, match="holds other files and no audit"):
        planned([path], tmp_path, TOLD)
    with pytest.raises(ConfigurationError, match="holds other files and no audit"):
        planned([path], tmp_path, TOLD, restart=True)
    assert path.exists()


def test_two_audits_do_not_work_in_one_folder(tmp_path: Path) -> None:
    folder = AuditFolder(tmp_path / "out")
    second = alone_in(folder)
    with alone_in(folder), pytest.raises(CapqaError, match="by another capqa audit"), second:
        pass
    with alone_in(folder):
        pass


def test_what_cannot_be_read_is_told_and_the_rest_audited(tmp_path: Path) -> None:
    good = write_lines(tmp_path / "good.jsonl", [*captions(20), "{broken"])
    empty, bad = tmp_path / "empty.jsonl", tmp_path / "bad.parquet"
    empty.touch()
    bad.write_bytes(b"no parquet")
    out = tmp_path / "out"
    summary = audited([tmp_path / "gone", empty, bad, good], out, TOLD)
    assert (summary.records, summary.corrupt, summary.missing) == (20, 1, 0)
    assert [error.split(": ")[0] for error in summary.errors] == [
        str(tmp_path / "gone"),
        str(empty),
        str(bad),
    ]
    (listed,) = map(json.loads, (out / "corrupt.jsonl").read_text().splitlines())
    assert listed["where"] == f"{good}: line 21"
    assert summary.corrupt_first[0].where == listed["where"]


def test_an_audit_is_no_input_of_another_one(tmp_path: Path) -> None:
    write_lines(tmp_path / "a.jsonl", captions(20))
    out = tmp_path / "out"
    for _ in range(2):
        assert audited([tmp_path], out, TOLD).records == 20
    assert audited([tmp_path], tmp_path / "second", TOLD).records == 20


def test_a_table_without_texts_is_told(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", [{"words": "Die Stadt nach dem Angriff"}])
    summary = audited([path], tmp_path / "out", TOLD)
    assert (summary.records, summary.texts, summary.silent) == (1, 0, 1)
    assert summary.silent_inputs == [str(path)]


def test_a_broken_manifest_is_told_in_a_line(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", captions(20))
    audited([path], tmp_path / "out", TOLD)
    (tmp_path / "out" / "audit.json").write_text("{")
    with pytest.raises(CapqaError, match=r"audit\.json: cannot be read"):
        planned([path], tmp_path / "out", TOLD)


def test_what_is_not_there_for_a_while_need_not_be_done_again(tmp_path: Path) -> None:
    mounted = tmp_path / "mounted"
    mounted.mkdir()
    write_lines(mounted / "a.jsonl", captions(100))
    other = write_lines(tmp_path / "b.jsonl", captions(50))
    out = tmp_path / "out"
    audited([mounted, other], out, TOLD)
    mounted.rename(tmp_path / "gone")
    summary = audited([mounted, other], out, TOLD)
    assert summary.records == 50
    assert summary.errors == [f"{mounted}: no such file or folder; correct the path"]
    (tmp_path / "gone").rename(mounted)
    plan = planned([mounted, other], out, TOLD)
    assert (plan.done, plan.changed) == (plan.shards, {})
