"""The findings of an audit as items of a review: found again in the files they were read from."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from capqa.audit import reading
from capqa.audit.choices import Choices
from capqa.audit.fields import Fields
from capqa.audit.findings_table import LONGEST_TEXT, storable
from capqa.audit.sources import PAGES, source_of
from capqa.audit.sources._compression import is_compressed
from capqa.errors import CapqaError
from capqa.model import Finding, Severity, Span
from capqa.reading import document_in
from capqa.review.items import ReviewItem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.audit.folder import AuditFolder
    from capqa.config import Settings
    from capqa.model import Document, Segment

_COLUMNS = (
    "input", "rule", "severity", "language", "target_language", "confidence", "text", "start",
    "end", "segment", "segment_offset", "line", "column", "locator", "message",
)  # fmt: skip


@dataclass
class Reviewable:
    """What of an audit can be reviewed; ``notes`` say in a line each what cannot, and why."""

    items: list[ReviewItem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def review_items(folder: AuditFolder, settings: Settings) -> Reviewable:
    """Return the findings of an audit that still stand in files that can be written.

    Raises CapqaError where the audit itself cannot be read.
    """
    manifest = reading.opened(folder)
    configurations = Choices(settings, Fields(text=tuple(manifest.text))).configurations
    found = Reviewable()
    rows = reading.findings(folder, _COLUMNS)
    # Those of a large file lie in several shards, one after the other.
    for name, group in groupby(rows, key=lambda row: str(row["input"])):
        path = _shown(name)
        try:
            _refuse_unwritable(name)
            document = document_in(path, configurations)
        except CapqaError as error:
            count = sum(1 for _ in group)
            found.notes.append(f"{path}: {_findings(count)} not to be reviewed here: {error.what}")
            continue
        listed = list(group)
        items = list(_items(listed, document, path))
        found.items += items
        if len(items) < len(listed):
            gone = _findings(len(listed) - len(items))
            found.notes.append(f"{path}: {gone} not there any more: it changed since the audit")
    if not manifest.complete:
        found.notes.append(f"{folder.path}: the audit is not complete: run capqa audit again")
    return found


def _refuse_unwritable(name: str) -> None:
    if source_of(Path(name)) not in (PAGES, "jsonl"):
        raise CapqaError("an archive is not written; mend the pages where they were made")
    if is_compressed(name):
        raise CapqaError("a compressed file is not written; decompress it, and audit that")
    if not Path(name).is_file():
        raise CapqaError("the file is gone")


def _items(rows: list[dict[str, Any]], document: Document, path: Path) -> Iterator[ReviewItem]:
    """Yield the items of the findings whose text still stands in a document.

    Those that stand where they stood first: the others may only have moved.
    """
    segments: dict[str, list[Segment]] = {}
    for segment in document.segments:
        segments.setdefault(storable(segment.text[:LONGEST_TEXT]), []).append(segment)
    taken: set[tuple[int, Span, str]] = set()
    placed: dict[int, Finding] = {}
    for moved in (False, True):
        for number, row in enumerate(rows):
            # Of a long text, an excerpt is known that may begin anywhere.
            likely = (
                document.segments if row["segment_offset"] else segments.get(row["segment"], ())
            )
            for segment in likely if number not in placed else ():
                finding = _finding(row, segment, document.name)
                if finding is None or not (moved or _stood(finding, row)):
                    continue
                place = (segment.start, finding.span, finding.rule)
                if place not in taken:
                    taken.add(place)
                    placed[number] = finding
                    break
    for number, row in enumerate(rows):
        if number in placed:
            yield ReviewItem(placed[number], document, path, row["target_language"])


def _stood(finding: Finding, row: dict[str, Any]) -> bool:
    here = (finding.segment.locator, finding.line, finding.column)
    return here == (row["locator"], row["line"], row["column"])


def _finding(row: dict[str, Any], segment: Segment, name: str) -> Finding | None:
    """Return the finding in a segment, None where that has another text."""
    span = Span(row["start"], row["end"])
    offset = row["segment_offset"]
    stored = storable(segment.text[offset : offset + LONGEST_TEXT])
    if span.end > len(segment.text) or stored != row["segment"]:
        return None
    finding = Finding(
        row["rule"],
        name,
        segment,
        span,
        row["message"],
        row["language"],
        row["confidence"],
        Severity(row["severity"]),
    )
    return finding if storable(finding.text[:LONGEST_TEXT]) == row["text"] else None


def _shown(name: str) -> Path:
    """Return the path as a command line here would have it, so that decisions are the same."""
    path = Path(name)
    here = Path(os.getcwd())
    return path.relative_to(here) if path.is_relative_to(here) else path


def _findings(count: int) -> str:
    return f"{count:,} finding is" if count == 1 else f"{count:,} findings are"
