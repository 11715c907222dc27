from __future__ import annotations

import os
import pickle
from typing import TYPE_CHECKING

import pytest

from capqa.audit.auditing import Auditor
from capqa.audit.conditions import conditions_of
from capqa.audit.folder import AuditFolder
from capqa.audit.markers import MOST_LISTED, read_marker
from capqa.audit.work import Work
from tests.audit.archives import captions, choices, findings_in, shards_of, write_lines

if TYPE_CHECKING:
    from pathlib import Path

    from capqa.audit.auditing import Audited
    from capqa.audit.records import AuditRecord
    from capqa.audit.shards import Shard


def work_in(folder: Path) -> Work:
    AuditFolder(folder).make()
    return Work(choices(), str(folder), conditions_of(choices()))


@pytest.fixture
def shard(tmp_path: Path) -> Shard:
    (found,) = shards_of(write_lines(tmp_path / "a.jsonl", captions(60)), choices())
    return found


def test_a_shard_leaves_its_findings_and_a_marker(tmp_path: Path, shard: Shard) -> None:
    out = tmp_path / "out"
    outcome = work_in(out)(shard)
    assert outcome.error == ""
    marker = read_marker(AuditFolder(out).marker_of(shard.key))
    assert marker is not None
    assert sum(cell.records for cell in marker.cells) == 60 == outcome.texts
    assert marker.findings == sum(cell.findings for cell in marker.cells) == outcome.findings > 0
    names = sorted(path.name for path in out.rglob("*") if path.is_file())
    assert names == [".gitignore", f"{shard.key}.json", f"{shard.key}.parquet"]


def test_done_twice_it_leaves_the_same(tmp_path: Path, shard: Shard) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    assert work_in(first)(shard) == work_in(second)(shard) == work_in(first)(shard)
    assert findings_in(first) == findings_in(second)


def test_it_can_be_sent_to_another_process(tmp_path: Path, shard: Shard) -> None:
    work, sent = pickle.loads(pickle.dumps((work_in(tmp_path / "out"), shard)))
    assert work(sent).error == ""


def test_a_file_that_changed_since_it_was_planned_is_not_audited(
    tmp_path: Path, shard: Shard
) -> None:
    write_lines(tmp_path / "a.jsonl", captions(61))
    outcome = work_in(tmp_path / "out")(shard)
    assert outcome.error.endswith("a.jsonl: changed while it was audited; run the audit again")
    assert findings_in(tmp_path / "out") == {}


def test_a_file_that_changes_meanwhile_leaves_nothing(
    tmp_path: Path, shard: Shard, monkeypatch: pytest.MonkeyPatch
) -> None:
    audited = Auditor.audited

    def changing(self: Auditor, record: AuditRecord) -> Audited:
        os.utime(tmp_path / "a.jsonl", ns=(1, 1))
        return audited(self, record)

    monkeypatch.setattr(Auditor, "audited", changing)
    assert "changed while it was audited" in work_in(tmp_path / "out")(shard).error
    assert [path for path in (tmp_path / "out").rglob("*") if path.suffix] == []


def test_a_worker_with_another_capqa_refuses(tmp_path: Path, shard: Shard) -> None:
    AuditFolder(tmp_path / "out").make()
    outcome = Work(choices(), str(tmp_path / "out"), "other")(shard)
    assert "has another capqa, other glossaries or plugins" in outcome.error
    assert findings_in(tmp_path / "out") == {}


def test_a_record_that_a_rule_stumbles_over_is_counted_and_listed(
    tmp_path: Path, shard: Shard, monkeypatch: pytest.MonkeyPatch
) -> None:
    audited = Auditor.audited

    def stumbling(self: Auditor, record: AuditRecord) -> Audited:
        if record.name == "line 7":
            raise RecursionError("too deep")
        return audited(self, record)

    monkeypatch.setattr(Auditor, "audited", stumbling)
    out = tmp_path / "out"
    assert work_in(out)(shard).corrupt == 1
    marker = read_marker(AuditFolder(out).marker_of(shard.key))
    assert marker is not None
    assert marker.listed[0].where == f"{tmp_path / 'a.jsonl'}: line 7"
    assert "RecursionError: too deep" in marker.listed[0].what
    assert sum(cell.records for cell in marker.cells) == 59


def test_not_all_corrupt_records_are_listed(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", ["{"] * (MOST_LISTED + 5))
    (shard,) = shards_of(path, choices())
    out = tmp_path / "out"
    assert work_in(out)(shard).corrupt == MOST_LISTED + 5
    marker = read_marker(AuditFolder(out).marker_of(shard.key))
    assert marker is not None
    assert len(marker.listed) == MOST_LISTED


def test_a_folder_that_cannot_be_written_is_told_in_a_line(tmp_path: Path, shard: Shard) -> None:
    work = work_in(tmp_path / "out")
    (tmp_path / "out" / "findings").rmdir()
    assert "No such file" in work(shard).error
