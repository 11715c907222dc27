"""Counts of what a run found, taken while the files pass by: for ``--statistics`` and reports.

statistics = Statistics()
for piece in report.render(statistics.counted(files), options):
    sys.stdout.write(piece)
sys.stdout.write(statistics.table())
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from capqa.language_names import language_name
from capqa.visible import display_width, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from capqa.pipeline import CheckedFile

BANDS = 20
"""How many bands of the same width confidence is counted in, from 0 to 1."""

_MOST_FILES = 20
_LONGEST_NAME = 60


@dataclass(slots=True)
class Statistics:
    """Counts of files and of findings, by what they are.

    ``files`` counts what was checked, ``errors`` what could not be; ``bands`` counts findings by
    the number of their confidence band, 0 to ``BANDS - 1``; ``proposals`` by what is known to
    write: "complete", "incomplete" (words are left untranslated) or "none"; ``not_checked`` counts
    texts by the other language that they declare.
    """

    files: int = 0
    errors: int = 0
    findings: int = 0
    rules: Counter[str] = field(default_factory=Counter)
    severities: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    paths: Counter[str] = field(default_factory=Counter)
    bands: Counter[int] = field(default_factory=Counter)
    proposals: Counter[str] = field(default_factory=Counter)
    not_checked: Counter[str] = field(default_factory=Counter)

    def counted(self, files: Iterable[CheckedFile]) -> Iterator[CheckedFile]:
        """Pass files on, counting them."""
        for file in files:
            self.add(file)
            yield file

    def add(self, file: CheckedFile) -> None:
        """Count a file and its findings."""
        if file.error:
            self.errors += 1
            # A file that broke midway has been counted as one that was checked.
            self.files -= file.continues
            return
        self.files += not file.continues
        self.not_checked.update(dict(file.other_languages.counts))
        for finding, suggestion in zip(file.findings, file.suggestions, strict=True):
            self.findings += 1
            self.rules[finding.rule] += 1
            self.severities[finding.severity.value] += 1
            self.languages[finding.language] += 1
            self.roles[finding.segment.role.value] += 1
            self.paths[file.name] += 1
            self.bands[_band(finding.confidence)] += 1
            known = "none" if suggestion is None else "complete"
            self.proposals["incomplete" if suggestion and suggestion.unknown else known] += 1

    def summary(self) -> dict[str, int]:
        """Return the three counts a gate asks for."""
        return {"files": self.files, "findings": self.findings, "errors": self.errors}

    def as_object(self) -> dict[str, Any]:
        """Return the counts as JSON data, each group from the most frequent on."""
        return {
            "files_with_findings": len(self.paths),
            "rules": _ordered(self.rules),
            "severities": _ordered(self.severities),
            "languages": _ordered(self.languages),
            "roles": _ordered(self.roles),
            "paths": _ordered(self.paths),
            "confidence": {band_name(band): self.bands[band] for band in sorted(self.bands)},
            "proposals": _ordered(self.proposals),
            "not_checked": _ordered(self.not_checked),
        }

    def named_languages(self) -> dict[str, int]:
        """Return the counts by language, with the languages' names, the most frequent first."""
        return _named(self.languages)

    def top_paths(self) -> tuple[dict[str, int], tuple[str, int] | None]:
        """Return the counts by file, the most frequent first, and a name and count for the files
        after the twentieth.
        """
        counts = _ordered(self.paths)
        rest = list(counts)[_MOST_FILES:]
        if not rest:
            return counts, None
        others = sum(counts.pop(name) for name in rest)
        return counts, (f"{len(rest):,} other files", others)

    def table(self) -> str:
        """Return the counts as a table for people, safe to print."""
        return "".join(f"{line}\n" for line in self._lines())

    def _lines(self) -> Iterator[str]:
        paths, rest = self.top_paths()
        groups = [
            ("inputs", self._inputs()),
            ("findings by rule", _ordered(self.rules)),
            ("by severity", _ordered(self.severities)),
            ("by language", self.named_languages()),
            ("by role", _ordered(self.roles)),
            ("by file", {**paths, **dict([rest] if rest else [])}),
            ("by confidence", {band_name(band): self.bands[band] for band in sorted(self.bands)}),
            ("by proposal", _ordered(self.proposals)),
            ("not checked, as they declare another language", _named(self.not_checked)),
        ]
        rows = [(title, [(_name(key), group[key]) for key in group]) for title, group in groups]
        width = max(display_width(name) for _, group in rows for name, _ in group)
        digits = max(len(f"{count:,}") for _, group in rows for _, count in group)
        gap = ""
        for title, group in rows:
            if group:
                yield gap + title
            for name, count in group:
                yield f"  {name}{' ' * (width - display_width(name))}  {count:>{digits},}"
            gap = "\n"

    def _inputs(self) -> dict[str, int]:
        return {
            "checked": self.files,
            "with findings": len(self.paths),
            "could not be checked": self.errors,
        }


def band_name(band: int) -> str:
    """Return the range of a confidence band, "0.95-1.00" for the last one."""
    return f"{band / BANDS:.2f}-{(band + 1) / BANDS:.2f}"


def _band(confidence: float) -> int:
    return max(0, min(int(confidence * BANDS + 1e-9), BANDS - 1))


def _ordered(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _named(languages: Counter[str]) -> dict[str, int]:
    return {
        f"{language_name(code)} ({code})" if code else "none": count
        for code, count in _ordered(languages).items()
    }


def _name(text: str) -> str:
    shown = visible(text)
    # The end of a path tells more than its start.
    return shown if len(shown) <= _LONGEST_NAME else "…" + shown[-_LONGEST_NAME + 1 :]
