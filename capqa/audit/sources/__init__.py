"""Where records come from, one module a kind of input.

A source plans a file as shards and reads the records of one. It never reads a file as a whole.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Protocol, cast

from capqa import plugins

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from capqa.audit.choices import Choices
    from capqa.audit.records import AuditRecord, CorruptRecord
    from capqa.audit.shards import FileState, Shard

GROUP = "capqa.audit.sources"
"""The group of plugins that sources are."""

PAGES = "pages"
"""The source that reads what no other one claims: files that are one document each."""


class SourceModule(Protocol):
    """The shape of a source's module.

    ``SUFFIXES`` are the endings of the names of files it reads, in small letters.
    """

    SUFFIXES: tuple[str, ...]

    def plan(self, file: FileState, choices: Choices) -> Iterator[Shard]:
        """Yield the shards of a file, in order. Raises UnreadableError for what holds no records.

        The same file gives the same shards.
        """

    def records(self, shard: Shard, choices: Choices) -> Iterator[AuditRecord | CorruptRecord]:
        """Yield the records of a shard in order, and what could not be read in its place."""


def source_named(name: str) -> SourceModule:
    """Return a source. Raises PluginError when there is no such."""
    return cast("SourceModule", plugins.load(GROUP, name, ("SUFFIXES", "plan", "records")))


def source_of(path: Path) -> str:
    """Return the name of the source that reads a file, by the file's name."""
    name = path.name.lower()
    for suffix, source in _sources_of_suffixes():
        if name.endswith(suffix):
            return source
    return PAGES


@cache
def _sources_of_suffixes() -> tuple[tuple[str, str], ...]:
    found = [
        (suffix, name) for name in plugins.names(GROUP) for suffix in source_named(name).SUFFIXES
    ]
    return tuple(sorted(found, key=lambda each: (-len(each[0]), each)))
