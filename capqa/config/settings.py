"""What a run is told."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from capqa.config.verifying import verify
from capqa.model import Role, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

EngineTables: TypeAlias = tuple[tuple[str, tuple[tuple[str, str | int | float], ...]], ...]

FormatOption: TypeAlias = str | int | float | bool | tuple[str, ...] | tuple[tuple[str, str], ...]
"""A value, a list of texts, or a table of texts as pairs in their order."""

FormatTables: TypeAlias = tuple[tuple[str, tuple[tuple[str, FormatOption], ...]], ...]


class Override(NamedTuple):
    """Settings that hold for some files: patterns as in .gitignore, and what they change."""

    files: tuple[str, ...]
    changes: tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is told; the defaults are those of a page in English.

    ``target`` is the ISO 639-1 code of the language the pages are published in, ``languages`` those
    whose fragments are reported, None meaning all. ``rules`` and ``engines`` are plugin names, None
    meaning the default ones; ``severities`` say how grave a rule's findings are where not as the
    rule itself says, None meaning that the rule is off. ``roles`` are the roles checked, None
    meaning all. ``min_confidence`` is from 0 to 1, None meaning the detector's own threshold.
    ``glossaries`` are files or folders, later ones overriding earlier ones. ``allow`` are names and
    phrases that are right as they stand. ``exclude`` are patterns of files that are passed over,
    as in .gitignore. Findings from ``fail_on`` on fail the check; those in the ``baseline`` are
    known. ``session`` is where reviews keep their decisions, a path or the URL of a database, None
    meaning the default place.

    ``engine_tables`` holds each engine's name with its options, by name and value; what they may be
    is the engine's to say; ``format_tables`` the same for the formats. ``overrides`` hold for some
    files; of several for one file the last one wins. ``file`` is where the settings were read, None
    where there is no such file; relative paths and patterns start from its folder.
    """

    target: str = "en"
    languages: tuple[str, ...] | None = None
    rules: tuple[str, ...] | None = None
    severities: tuple[tuple[str, Severity | None], ...] = ()
    roles: tuple[Role, ...] | None = None
    engines: tuple[str, ...] | None = None
    min_confidence: float | None = None
    glossaries: tuple[Path, ...] = ()
    allow: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    fail_on: Severity = Severity.WARNING
    baseline: Path | None = None
    session: str | None = field(default=None, repr=False)
    engine_tables: EngineTables = ()
    format_tables: FormatTables = ()
    overrides: tuple[Override, ...] = ()
    file: Path | None = None

    @property
    def folder(self) -> Path:
        """The folder that relative paths of the settings start from."""
        return self.file.parent if self.file else Path()

    def for_file(self, name: str) -> Settings:
        """Return the settings that hold for a file, given by its path."""
        settings = self
        if self.overrides:
            path = os.path.relpath(name, self.folder).replace(os.sep, "/")
            for override in self.overrides:
                if _matches(override.files, path):
                    settings = replace(settings, **dict(override.changes))
        return settings


def overridden(
    settings: Settings,
    *,
    target: str | None = None,
    min_confidence: float | None = None,
    glossaries: Iterable[Path] = (),
    fail_on: Severity | None = None,
    baseline: Path | None = None,
) -> Settings:
    """Return settings with what the command line says on top; lists are added at the end.

    Raises ConfigurationError when a value is not possible.
    """
    changed = replace(
        settings,
        target=settings.target if target is None else target,
        min_confidence=settings.min_confidence if min_confidence is None else min_confidence,
        glossaries=(*settings.glossaries, *glossaries),
        fail_on=settings.fail_on if fail_on is None else fail_on,
        baseline=settings.baseline if baseline is None else baseline,
    )
    verify(changed, "command line")
    return changed


def _matches(patterns: tuple[str, ...], path: str) -> bool:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns).match_file(path)
