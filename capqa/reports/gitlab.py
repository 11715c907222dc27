"""Findings as a GitLab code quality report, shown in merge requests."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from capqa.model import Severity
from capqa.reports import _prose
from capqa.reports._json_text import dump_for_others
from capqa.reports._paths import relative

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from capqa.pipeline import CheckedFile
    from capqa.reports import ReportOptions

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(files: Iterable[CheckedFile], options: ReportOptions) -> Iterator[str]:
    """Yield the array, an object a finding, as their files are checked."""
    separator = "[\n"
    seen: Counter[str] = Counter()
    for file in files:
        for issue in _issues(file):
            # GitLab shows only the first of the issues that share a fingerprint.
            identity = f"{issue['location']['path']}\x1f{issue['fingerprint']}"
            seen[identity] += 1
            issue["fingerprint"] = _hash(f"{identity}\x1f{seen[identity]}")
            yield separator + dump_for_others(issue)
            separator = ",\n"
    yield "\n]\n" if seen else "[]\n"


def _issues(file: CheckedFile) -> Iterator[dict[str, Any]]:
    path = relative(file.name, root_variable="CI_PROJECT_DIR")
    if file.error:
        yield {
            "description": file.error,
            "check_name": "capqa.could-not-check",
            "fingerprint": "could-not-check",
            "severity": "critical",
            "location": {"path": path, "lines": {"begin": 1}},
        }
    for finding, suggestion in zip(file.findings, file.suggestions, strict=True):
        yield {
            "description": "; ".join(_prose.lines(finding, suggestion)),
            "check_name": f"capqa.{finding.rule}",
            "fingerprint": finding.fingerprint,
            "severity": _SEVERITIES[finding.severity],
            "location": {"path": path, "lines": {"begin": finding.line}},
        }


def _hash(text: str) -> str:
    from hashlib import blake2b

    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
