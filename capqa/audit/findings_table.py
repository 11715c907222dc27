"""Findings as rows of Parquet: the columns, and how a finding becomes a row.

docs/scale.md says what each column means.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from capqa.audit.extras import required

if TYPE_CHECKING:
    from pathlib import Path

    from capqa.audit.auditing import Audited
    from capqa.audit.records import AuditRecord
    from capqa.model import Finding, Suggestion

COLUMNS: Final = {
    "input": "string",
    "record": "string",
    "page": "string",
    "section": "string",
    "month": "string",
    "month_from": "string",
    "rule": "string",
    "severity": "string",
    "language": "string",
    "target_language": "string",
    "role": "string",
    "confidence": "double",
    "text": "string",
    "start": "int32",
    "end": "int32",
    "segment": "string",
    "segment_offset": "int32",
    "line": "int32",
    "column": "int32",
    "locator": "string",
    "message": "string",
    "suggestion": "string",
    "suggestion_origin": "string",
    "unknown_words": "list<string>",
    "fingerprint": "string",
    "repeat_key": "int64",
    "page_key": "int64",
}
"""The columns in order, with their types as Arrow calls them."""

LONGEST_TEXT: Final = 2_000
"""The most of a segment, or of the words objected to, that is stored, in code points."""

_BEFORE: Final = 400
_LONGEST_MESSAGE: Final = 500
_SHORTEST_UNKNOWN: Final = 4
_MOST_UNKNOWN: Final = 50
_ROWS_AT_ONCE: Final = 2_000
_CHARACTERS_AT_ONCE: Final = 4_000_000


class _Row(NamedTuple):
    values: tuple[object, ...]
    size: int


class FindingsWriter:
    """Writes findings to a file, some thousand at a time."""

    def __init__(self, path: Path) -> None:
        """Begin a file, which must not be there. Raises CapqaError without the library."""
        self._arrow = required("pyarrow", "audit")
        parquet = required("pyarrow.parquet", "audit")
        self._schema = _schema()
        self._writer = parquet.ParquetWriter(path, self._schema, compression="zstd")
        self._rows: list[tuple[object, ...]] = []
        self._size = 0
        self.count = 0

    def write(self, record: AuditRecord, audited: Audited, target: str) -> None:
        """Write what was found in a record, whose pages should be in the target language."""
        for finding, suggestion in zip(audited.findings, audited.suggestions, strict=True):
            row = _row(record, finding, suggestion, target)
            self._rows.append(row.values)
            self._size += row.size
            self.count += 1
            if len(self._rows) >= _ROWS_AT_ONCE or self._size >= _CHARACTERS_AT_ONCE:
                self._flush()

    def close(self) -> None:
        """Write what is left."""
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        if not self._rows:
            return
        columns = [
            self._arrow.array(_storable(values), type=field.type)
            for values, field in zip(zip(*self._rows, strict=True), self._schema, strict=True)
        ]
        self._writer.write_batch(self._arrow.record_batch(columns, schema=self._schema))
        self._rows.clear()
        self._size = 0


def _schema() -> Any:
    arrow = required("pyarrow", "audit")
    types = {
        "string": arrow.string(),
        "double": arrow.float64(),
        "int32": arrow.int32(),
        "int64": arrow.int64(),
        "list<string>": arrow.list_(arrow.string()),
    }
    return arrow.schema([(name, types[kind]) for name, kind in COLUMNS.items()])


def _row(record: AuditRecord, finding: Finding, suggestion: Suggestion | None, target: str) -> _Row:
    segment = finding.segment
    start, end = finding.span.start, finding.span.end
    offset = 0
    if len(segment.text) > LONGEST_TEXT:
        offset = max(0, min(start - _BEFORE, len(segment.text) - LONGEST_TEXT))
    stored = segment.text[offset : offset + LONGEST_TEXT]
    text = finding.text[:LONGEST_TEXT]
    proposed = suggestion.text if suggestion else finding.replacement
    if proposed is not None and len(proposed) > LONGEST_TEXT:
        proposed = None
    page = record.page or f"{record.input}: {record.name}"
    lined = record.has_lines
    values = (
        record.input,
        record.name,
        record.page,
        record.section,
        record.month or None,
        record.month_from or None,
        finding.rule,
        finding.severity.value,
        finding.language,
        target,
        segment.role.value,
        finding.confidence,
        text,
        start,
        end,
        stored,
        offset,
        finding.line if lined else None,
        finding.column if lined else None,
        segment.locator,
        finding.message[:_LONGEST_MESSAGE],
        proposed,
        suggestion.origin if suggestion else None,
        _unknown(finding, suggestion),
        finding.fingerprint,
        hashed(finding.rule, finding.language, finding.text, segment.text),
        hashed(page),
    )
    return _Row(values, len(stored) + len(text) + len(proposed or ""))


def hashed(*texts: str) -> int:
    """Return 64 bits of a hash of texts, as a signed number."""
    joined = "\x1f".join(texts).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(joined, digest_size=8).digest(), "big", signed=True)


def storable(text: str) -> str:
    """Return a text that is Unicode: half of a surrogate pair becomes U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _storable(values: tuple[object, ...]) -> list[object]:
    return [
        storable(value) if isinstance(value, str) and not _is_unicode(value) else value
        for value in values
    ]


def _is_unicode(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _unknown(finding: Finding, suggestion: Suggestion | None) -> list[str]:
    """Return the words that no glossary knows; where nothing is known, those that are not short."""
    if suggestion is not None:
        words = list(suggestion.unknown)
    else:
        from capqa.glossary.words import Line

        text = finding.text[:LONGEST_TEXT]
        words = [
            text[start:end]
            for start, end in Line.of(text).places
            if end - start >= _SHORTEST_UNKNOWN
        ]
    return [storable(word) for word in words[:_MOST_UNKNOWN]]
