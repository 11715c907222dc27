"""A summary as data, as it is written to summary.json and shown in the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from capqa.audit import folder as files
from capqa.audit.tallies import Cell

if TYPE_CHECKING:
    from capqa.audit.folder import AuditFolder

VERSION = 1
"""The version of summary.json."""


class Repeated(msgspec.Struct):
    """Words that one rule objects to in the same text on several pages.

    ``findings`` counts all of them, ``pages`` the distinct pages; ``months`` are the first and the
    last, "" where not known; ``sections`` are those with most of them, with their counts.
    ``input``, ``record`` and ``page`` are those of the first one.
    """

    rule: str
    language: str
    text: str
    start: int
    end: int
    segment: str
    segment_offset: int
    suggestion: str | None
    findings: int
    pages: int
    months: tuple[str, str]
    sections: dict[str, int]
    input: str
    record: str
    page: str


class UnknownWord(msgspec.Struct):
    """A word that no glossary knows, and in how many findings it stands."""

    word: str
    language: str
    count: int


class Drift(msgspec.Struct):
    """Whether findings became more or fewer: the share of texts with findings, then and lately.

    ``lately`` and ``before`` name the first and last month of each; ``change`` is "rose", "fell",
    "steady" where the difference may be chance, or "unknown" where there is too little to tell.
    """

    change: str
    lately: tuple[str, str] = ("", "")
    before: tuple[str, str] = ("", "")
    rate_lately: float = 0.0
    rate_before: float = 0.0


class CorruptInput(msgspec.Struct):
    """An input with records that could not be read: how many, and the first of them."""

    where: str
    what: str
    count: int


class Summary(msgspec.Struct):
    """What an audit amounts to.

    ``missing`` counts the shards that are not done, ``silent`` the records without any text;
    ``silent_inputs`` are the inputs that have records and no text at all. Of what is ranked or
    listed there are so many as capqa keeps.
    """

    version: int
    capqa: str
    target: str
    inputs: list[str]
    shards: int
    missing: int
    records: int
    texts: int
    flagged: int
    findings: int
    suppressed: int
    silent: int
    foreign: int
    corrupt: int
    seconds: float
    cells: list[Cell]
    drift: Drift
    repeated: list[Repeated] = msgspec.field(default_factory=list)
    unknown_words: list[UnknownWord] = msgspec.field(default_factory=list)
    corrupt_first: list[CorruptInput] = msgspec.field(default_factory=list)
    silent_inputs: list[str] = msgspec.field(default_factory=list)
    errors: list[str] = msgspec.field(default_factory=list)


def write_summary(folder: AuditFolder, summary: Summary) -> None:
    """Write a summary to the folder of its audit. Raises CapqaError."""
    data = msgspec.json.format(msgspec.json.encode(summary), indent=1)
    files.write(folder.summary, data + b"\n")
