"""Auditing one shard: what every engine calls, in whatever process or machine it likes.

It may be called twice for the same shard, even at once: what it leaves appears as a whole or not
at all, and is the same each time.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from capqa.audit import folder as files
from capqa.audit.auditing import Auditor
from capqa.audit.conditions import conditions_of
from capqa.audit.findings_table import FindingsWriter, storable
from capqa.audit.folder import AuditFolder
from capqa.audit.markers import MOST_LISTED, Corrupt, Marker, read_marker
from capqa.audit.records import CorruptRecord, defective
from capqa.audit.sources import source_named
from capqa.audit.tallies import Tally
from capqa.errors import CapqaError

if TYPE_CHECKING:
    from capqa.audit.choices import Choices
    from capqa.audit.records import AuditRecord
    from capqa.audit.shards import Shard


class ShardOutcome(NamedTuple):
    """What became of a shard: how much was in it, or why it is not done, in one line."""

    name: str
    weight: int
    texts: int = 0
    findings: int = 0
    corrupt: int = 0
    error: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """What is done with each shard; it can be sent to other processes and machines.

    ``folder`` is the audit's, ``conditions`` what `conditions_of` returned where it began.
    """

    choices: Choices
    folder: str
    conditions: str

    def __call__(self, shard: Shard) -> ShardOutcome:
        """Audit a shard, leave its findings and its marker, and return what became of it."""
        try:
            marker = self._done(shard)
        except CapqaError as error:
            return failed(shard, str(error))
        except OSError as error:
            return failed(shard, f"{error.filename or shard.name}: {error.strerror}")
        except Exception as error:
            return failed(shard, f"a defect in capqa: {type(error).__name__}: {error}")
        texts = sum(cell.texts for cell in marker.cells)
        return ShardOutcome(shard.name, shard.weight, texts, marker.findings, marker.corrupt)

    def _done(self, shard: Shard) -> Marker:
        folder = AuditFolder(Path(self.folder))
        key = shard.key
        known = read_marker(folder.marker_of(key))
        if known is not None and folder.is_done(key):
            return known
        if _conditions(self.choices) != self.conditions:
            raise CapqaError(
                "has another capqa, other glossaries or plugins than where the audit began",
                where=f"the process {os.getpid()} that audits {shard.name}",
                mend="install the same there",
            )
        _refuse_changed(shard)
        started = perf_counter()
        marker = Marker(key)
        temporary = files.temporary_beside(folder.findings_of(key))
        try:
            self._audit(shard, temporary, marker)
            _refuse_changed(shard)
            files.put(temporary, folder.findings_of(key))
        finally:
            temporary.unlink(missing_ok=True)
        marker.seconds = round(perf_counter() - started, 3)
        files.write(folder.marker_of(key), msgspec.json.encode(marker))
        return marker

    def _audit(self, shard: Shard, path: Path, marker: Marker) -> None:
        auditor = _auditor(self.choices)
        tally = Tally()
        writer = FindingsWriter(path)
        try:
            for record in source_named(shard.source).records(shard, self.choices):
                broken = (
                    record
                    if isinstance(record, CorruptRecord)
                    else self._note(record, auditor, writer, tally, marker)
                )
                if broken is not None:
                    _count(broken, marker)
        finally:
            writer.close()
        marker.findings = writer.count
        marker.cells = tally.cells()

    def _note(
        self,
        record: AuditRecord,
        auditor: Auditor,
        writer: FindingsWriter,
        tally: Tally,
        marker: Marker,
    ) -> CorruptRecord | None:
        """Audit a record; return what was wrong with it, None where it went well."""
        try:
            audited = auditor.audited(record)
        except Exception as error:
            return defective(f"{record.input}: {record.name}", "checked", error)
        target = self.choices.settings.for_file(record.document.name).target
        writer.write(record, audited, target)
        section, month = storable(record.section), record.month
        tally.note(section, month, audited, continues=record.continues)
        marker.silent += not audited.texts and not record.continues
        marker.foreign += audited.is_foreign
        marker.suppressed += audited.suppressed
        return None


def failed(shard: Shard, error: str) -> ShardOutcome:
    """Return the outcome of a shard that is not done."""
    return ShardOutcome(shard.name, shard.weight, error=" ".join(error.split()))


def _count(broken: CorruptRecord, marker: Marker) -> None:
    marker.corrupt += broken.records
    if len(marker.listed) < MOST_LISTED:
        where, what = storable(broken.where), storable(broken.what)
        marker.listed.append(Corrupt(where[:500], what[:500], broken.records))


def _refuse_changed(shard: Shard) -> None:
    for file in shard.files:
        if not file.is_current():
            raise CapqaError(
                "changed while it was audited", where=file.path, mend="run the audit again"
            )


# A worker has many shards of one audit, one after the other.
@lru_cache(maxsize=2)
def _auditor(choices: Choices) -> Auditor:
    return Auditor(choices)


@lru_cache(maxsize=2)
def _conditions(choices: Choices) -> str:
    return conditions_of(choices)
