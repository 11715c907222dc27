"""The markers of all shards as one: counts, and the list of what could not be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import msgspec

from capqa.audit import folder as files
from capqa.audit.markers import read_marker
from capqa.audit.planning import read_plan
from capqa.audit.sources import PAGES
from capqa.audit.summary.content import CorruptInput
from capqa.audit.tallies import Tally
from capqa.errors import CapqaError

if TYPE_CHECKING:
    from pathlib import Path

    from capqa.audit.folder import AuditFolder
    from capqa.audit.markers import Marker

_MOST_FIRST: Final = 50


@dataclass
class Merged:
    """What the shards that are done amount to, in the order of the plan.

    ``findings_files`` are those with findings; ``silent_inputs`` the tables and archives that have
    records and no texts.
    """

    tally: Tally = field(default_factory=Tally)
    shards: int = 0
    missing: int = 0
    findings: int = 0
    silent: int = 0
    foreign: int = 0
    suppressed: int = 0
    corrupt: int = 0
    seconds: float = 0.0
    corrupt_first: list[CorruptInput] = field(default_factory=list)
    findings_files: list[Path] = field(default_factory=list)
    silent_inputs: list[str] = field(default_factory=list)


def merged(folder: AuditFolder) -> Merged:
    """Return what the markers amount to, and write what could not be read to a file of its own.

    Raises CapqaError.
    """
    found = Merged()
    counts: dict[str, list[int]] = {}
    try:
        temporary = files.temporary_beside(folder.corrupt)
        try:
            with temporary.open("wb") as listing:
                for shard, key in read_plan(folder.plan):
                    found.shards += 1
                    marker = read_marker(folder.marker_of(key))
                    if marker is None:
                        found.missing += 1
                        continue
                    _add(found, marker)
                    for each in marker.listed:
                        row = {"where": each.where, "what": each.what, "count": each.count}
                        listing.write(msgspec.json.encode(row) + b"\n")
                    if marker.findings:
                        found.findings_files.append(folder.findings_of(key))
                    if shard.source != PAGES:
                        count = counts.setdefault(shard.files[0].path, [0, 0])
                        count[0] += sum(cell.records for cell in marker.cells)
                        count[1] += sum(cell.texts for cell in marker.cells)
            files.put(temporary, folder.corrupt)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise CapqaError(
            f"cannot be written: {error.strerror}", where=str(folder.corrupt), mend="free space"
        ) from error
    found.silent_inputs = [
        path for path, (records, texts) in counts.items() if records > texts == 0
    ]
    return found


def _add(found: Merged, marker: Marker) -> None:
    for cell in marker.cells:
        found.tally.add(cell)
    found.findings += marker.findings
    found.silent += marker.silent
    found.foreign += marker.foreign
    found.suppressed += marker.suppressed
    found.corrupt += marker.corrupt
    found.seconds += marker.seconds
    for each in marker.listed[: _MOST_FIRST - len(found.corrupt_first)]:
        found.corrupt_first.append(CorruptInput(each.where, each.what, each.count))
