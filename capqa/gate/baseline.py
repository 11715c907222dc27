"""Known findings: those a project has chosen to live with, so that only new ones fail the gate.

They are known by what they say, not by their lines: what surrounds them tells those apart that say
the same, and need not stay. They are in a JSON file that sorts well in a diff.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from capqa.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from capqa.model import Finding

_VERSION = 1
_MEND = "correct it, or make it anew with --update-baseline"


class KnownFinding(NamedTuple):
    """A finding as a baseline remembers it; ``file`` is relative to the baseline's folder."""

    file: str
    rule: str
    text: str
    fingerprint: str


class Baseline:
    """The findings known before a run, each taken off when it is met."""

    def __init__(self, path: Path, known: Iterable[KnownFinding] = ()) -> None:
        """Know these findings, as often as they are given."""
        self._folder = path.absolute().parent
        self._left = Counter(known)
        self._seen: set[str] = set()

    @classmethod
    def read(cls, path: Path) -> Baseline:
        """Read a baseline. Raises ConfigurationError when it cannot be read or is none."""
        return cls(path, _read(path))

    def take(self, name: str, findings: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
        """Return the new findings of a file and the known ones; each known one is taken once."""
        new, known, met = self._parted(name, findings)
        self._seen.add(self._relative(name))
        self._left.subtract(met)
        return new, known

    def parted(self, name: str, findings: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
        """Return what `take` does, and take none off: the file may come again."""
        new, known, _ = self._parted(name, findings)
        return new, known

    def _parted(
        self, name: str, findings: Iterable[Finding]
    ) -> tuple[list[Finding], list[Finding], Counter[KnownFinding]]:
        file, found = self._relative(name), list(findings)
        met: Counter[KnownFinding] = Counter()
        known: set[int] = set()
        for at, finding in enumerate(found):
            remembered = self._remembered(file, finding)
            if met[remembered] < self._left[remembered]:
                met[remembered] += 1
                known.add(at)
        for at, finding in enumerate(found):
            if at in known:
                continue
            # The same words, though what surrounds them was edited, or mended.
            for remembered in self._by_words.get((file, finding.rule, finding.text), ()):
                if met[remembered] < self._left[remembered]:
                    met[remembered] += 1
                    known.add(at)
                    break
        new = [finding for at, finding in enumerate(found) if at not in known]
        return new, [found[at] for at in sorted(known)], met

    @cached_property
    def _by_words(self) -> dict[tuple[str, str, str], list[KnownFinding]]:
        alike: dict[tuple[str, str, str], list[KnownFinding]] = {}
        for known in self._left:
            alike.setdefault(known[:3], []).append(known)
        return alike

    def stale(self) -> list[KnownFinding]:
        """Return what is not there any more: in the files seen, and in files that are gone."""
        return sorted(
            known
            for known, count in self._left.items()
            for _ in range(count)
            if known.file in self._seen or not (self._folder / known.file).exists()
        )

    def updated(self, found: Iterable[tuple[str, Iterable[Finding]]]) -> list[KnownFinding]:
        """Return what is known after a run that found this in these files.

        What is known of other files stays known as long as they exist.
        """
        files = {self._relative(name): findings for name, findings in found}
        kept = [
            known
            for known, count in self._left.items()
            for _ in range(count)
            if known.file not in files and (self._folder / known.file).exists()
        ]
        new = [
            self._remembered(file, finding)
            for file, findings in files.items()
            for finding in findings
        ]
        return sorted([*kept, *new])

    def _relative(self, name: str) -> str:
        return os.path.relpath(os.path.abspath(name), self._folder).replace(os.sep, "/")

    @staticmethod
    def _remembered(file: str, finding: Finding) -> KnownFinding:
        return KnownFinding(file, finding.rule, finding.text, finding.fingerprint)


def write(path: Path, known: Iterable[KnownFinding]) -> None:
    """Write a baseline as a whole. Raises CapqaError when it cannot be written."""
    from capqa.files import atomic

    rows = [each._asdict() for each in known]
    content = json.dumps({"version": _VERSION, "findings": rows}, indent=1, ensure_ascii=False)
    # A file name, or a caption of a JSON file, may hold half a surrogate pair.
    data = f"{content}\n".encode("utf-8", "backslashreplace")
    try:
        before = path.read_bytes()
    except FileNotFoundError:
        before = None
    except OSError as error:
        raise _unreadable(path, error) from error
    if before is not None:
        if before != data:
            atomic.replace(path, data, expected=before)
        return
    try:
        atomic.create(path, data)
    except OSError as error:
        raise ConfigurationError(
            f"cannot be written: {error.strerror}", where=str(path), mend="check the folder"
        ) from error


def _read(path: Path) -> Iterator[KnownFinding]:
    try:
        content: Any = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ConfigurationError(
            "no such baseline", where=str(path), mend="make it with --update-baseline"
        ) from None
    except OSError as error:
        raise _unreadable(path, error) from error
    except (ValueError, RecursionError) as error:
        raise ConfigurationError(f"is no JSON: {error}", where=str(path), mend=_MEND) from error
    if not isinstance(content, dict) or content.get("version") != _VERSION:
        raise ConfigurationError("is no baseline of this version", where=str(path), mend=_MEND)
    rows = content.get("findings")
    if not isinstance(rows, list):
        raise ConfigurationError("lists no findings", where=str(path), mend=_MEND)
    for number, row in enumerate(rows, start=1):
        values = [
            value
            for key in KnownFinding._fields
            if isinstance(row, dict) and isinstance(value := row.get(key), str)
        ]
        if len(values) < len(KnownFinding._fields):
            raise ConfigurationError(
                f"finding {number} lacks one of {', '.join(KnownFinding._fields)}",
                where=str(path),
                mend=_MEND,
            )
        yield KnownFinding(*values)


def _unreadable(path: Path, error: OSError) -> ConfigurationError:
    return ConfigurationError(
        f"cannot be read: {error.strerror}", where=str(path), mend="check its permissions"
    )
