"""Archives to audit, and audits of them, for the tests."""

from __future__ import annotations

import gzip
import json
import random
from io import BytesIO
from typing import TYPE_CHECKING, Any

from capqa.audit.choices import Choices
from capqa.audit.engines import EngineOptions
from capqa.audit.folder import AuditFolder
from capqa.audit.inputs import found
from capqa.audit.records import AuditRecord, CorruptRecord
from capqa.audit.running import Audit
from capqa.audit.shards import state_of
from capqa.audit.sources import source_named, source_of
from capqa.config import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from capqa.audit.shards import Shard
    from capqa.audit.summary.content import Summary
    from capqa.audit.work import ShardOutcome

ENGLISH = (
    "Delegates arrive in Glasgow",
    "The minister speaks to reporters after the meeting",
    "Rescue workers search the rubble of a house",
    "A worker repairs the roof of a school",
    "Fans celebrate the victory in the streets",
)
GERMAN = (
    "Irak | Befreiungsaktion Mossul",
    "Ein Arbeiter repariert das Dach einer Schule",
    "Die Stadt nach einem Luftangriff",
    "Menschen in der Kiesgrube",
)
SECTIONS = ("world", "business", "sport")


def captions(count: int, *, seed: int = 1) -> list[dict[str, Any]]:
    """Return records with a caption each, a tenth of them in German."""
    chosen = random.Random(seed)
    return [
        {
            "id": f"img-{number}",
            "caption": chosen.choice(GERMAN if chosen.random() < 0.1 else ENGLISH),
            "section": chosen.choice(SECTIONS),
            "date": f"{2015 + number % 3}-{1 + number % 12:02}-17T08:00:00Z",
        }
        for number in range(count)
    ]


def write_lines(path: Path, records: Iterable[object]) -> Path:
    """Write records as JSON lines; a text is written as it stands."""
    lines = (each if isinstance(each, str) else json.dumps(each) for each in records)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def warc(pages: Iterable[tuple[str, str]], *, date: str = "2020-03-01T00:00:00Z") -> list[bytes]:
    """Return the records of an archive of pages, by address."""
    records = []
    for address, html in pages:
        body = html.encode()
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
        head = (
            f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
            f"WARC-Date: {date}\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        )
        records.append(head.encode() + http + b"\r\n\r\n")
    return records


def gzipped(records: Iterable[bytes]) -> bytes:
    """Return records as gzip members one after the other."""
    data = BytesIO()
    for record in records:
        with gzip.GzipFile(fileobj=data, mode="wb", mtime=0) as member:
            member.write(record)
    return data.getvalue()


def choices(*, shard_size: int = 8_000_000, **settings: Any) -> Choices:
    """Return what an audit is told by default."""
    return Choices(Settings(**settings), shard_size=shard_size)


def shards_of(path: Path, told: Choices) -> list[Shard]:
    """Return the shards of one file."""
    return list(source_named(source_of(path)).plan(state_of(path), told))


def records_of(path: Path, told: Choices) -> list[AuditRecord | CorruptRecord]:
    """Return the records of all shards of a file, in order."""
    source = source_named(source_of(path))
    return [record for shard in shards_of(path, told) for record in source.records(shard, told)]


def read(path: Path, told: Choices) -> list[AuditRecord]:
    """Return the records of a file, none of which may be corrupt."""
    records = records_of(path, told)
    assert not [each for each in records if isinstance(each, CorruptRecord)]
    return [each for each in records if isinstance(each, AuditRecord)]


def corrupt(path: Path, told: Choices) -> list[CorruptRecord]:
    """Return what of a file cannot be read."""
    return [each for each in records_of(path, told) if isinstance(each, CorruptRecord)]


def audited(
    paths: Iterable[Path],
    out: Path,
    told: Choices,
    *,
    engine: str = "local",
    options: EngineOptions = EngineOptions(),  # noqa: B008 - frozen
) -> Summary:
    """Audit files in a folder and return the summary; no shard may fail."""
    summary, outcomes = tried(paths, out, told, engine=engine, options=options)
    assert [each.error for each in outcomes if each.error] == []
    return summary


def tried(
    paths: Iterable[Path],
    out: Path,
    told: Choices,
    *,
    engine: str = "local",
    options: EngineOptions = EngineOptions(),  # noqa: B008 - frozen
) -> tuple[Summary, list[ShardOutcome]]:
    """Audit files in a folder; return the summary, and what became of the shards of this run."""
    named = [str(path) for path in paths]
    out.mkdir(exist_ok=True)
    audit = Audit(AuditFolder(out), told)
    audit.plan(found(named, told), named, restart=False)
    outcomes = list(audit.run(engine, options))
    return audit.sum_up(), outcomes


def findings_in(out: Path) -> dict[str, bytes]:
    """Return the files of findings in an audit's folder, by name."""
    return {path.name: path.read_bytes() for path in sorted((out / "findings").iterdir())}


def rows_in(out: Path) -> list[dict[str, Any]]:
    """Return all findings in an audit's folder, sorted by their places."""
    import pyarrow.parquet as pq

    rows: list[dict[str, Any]] = []
    for path in sorted((out / "findings").iterdir()):
        rows += pq.read_table(path).to_pylist()
    return sorted(rows, key=lambda row: (row["input"], row["line"] or 0, row["record"]))
