"""Files that are one document each: pages, articles, feeds, subtitles, whatever capqa reads.

A shard is a few of them, in order. Where one ends depends on the names of the files around it
alone, so that a page added to a folder does not move all that follows into other shards.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from capqa.audit.addresses import facts_of_address, facts_of_file, path_below
from capqa.audit.page_facts import page_facts
from capqa.audit.records import AuditRecord, CorruptRecord, defective
from capqa.audit.shards import Shard
from capqa.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from capqa.audit.addresses import PathFacts
    from capqa.audit.choices import Choices
    from capqa.audit.shards import FileState
    from capqa.model import Document

SUFFIXES: tuple[str, ...] = ()
"""None of its own: it takes what no other source does."""

LARGEST_PAGE: Final = 16_000_000
"""The most bytes of a file, or of a record of an archive, that is read as a whole."""

_MOST_FILES: Final = 512
_ONE_IN: Final = 64


def plan(file: FileState, choices: Choices) -> Iterator[Shard]:
    """Yield one shard, that of the file; `gathered` joins those of many."""
    del choices
    yield Shard("pages", (file,), weight=file.size)


def gathered(shards: Iterable[Shard], choices: Choices) -> Iterator[Shard]:
    """Yield the shards of files, in order, as those of several files each."""
    files: list[FileState] = []
    weight = 0
    for shard in shards:
        files += shard.files
        weight += shard.weight
        if weight >= choices.shard_size or len(files) >= _MOST_FILES or _ends_one(shard.files[-1]):
            yield Shard("pages", tuple(files), weight=weight)
            files, weight = [], 0
    if files:
        yield Shard("pages", tuple(files), weight=weight)


def _ends_one(file: FileState) -> bool:
    from zlib import crc32

    return crc32(path_below(file).encode()) % _ONE_IN == 0


def records(shard: Shard, choices: Choices) -> Iterator[AuditRecord | CorruptRecord]:
    """Yield the documents in the files, a large one in its sections."""
    for file in shard.files:
        try:
            yield from _records_of(file, choices)
        except Exception as error:
            yield defective(file.path, "read", error)


def _records_of(file: FileState, choices: Choices) -> Iterator[AuditRecord | CorruptRecord]:
    from capqa.reading import begin, documents_in, open_input

    path = Path(file.path)
    if file.size > LARGEST_PAGE:
        with open_input(path) as stream:
            if not begin(stream, file.path, choices.configurations).is_large:
                size = f"({file.size / 1e6:,.0f} MB; at most {LARGEST_PAGE / 1e6:,.0f})"
                yield CorruptRecord(file.path, f"is too large for a page {size}")
                return
    facts = facts_of_file(file)
    begun = False
    for document in documents_in(path, choices.configurations):
        if isinstance(document, UnreadableError):
            yield CorruptRecord(document.where or file.path, document.what)
            continue
        yield record_of(document, file.path, facts, choices, continues=begun)
        begun = document.page_names is not None


def record_of(
    document: Document,
    path: str,
    facts: PathFacts,
    choices: Choices,
    *,
    captured: str = "",
    continues: bool = False,
) -> AuditRecord:
    """Return the record of a page, with what it, its address and its capture say of it."""
    own = page_facts(document, choices.fields)
    _, _, address = document.name.partition("#") if document.name != path else ("", "", "")
    if address:
        facts = facts_of_address(address)
    months = ((own.month, "page"), (facts.month, "address"), (captured, "capture"))
    month, month_from = next(((month, by) for month, by in months if month), ("", ""))
    return AuditRecord(
        document,
        path,
        address or path,
        own.page or address or path,
        own.section or facts.section,
        month,
        month_from,
        continues=continues,
    )
