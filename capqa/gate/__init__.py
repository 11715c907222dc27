"""What lets a run pass or fail: what is known, what was dismissed, what is grave enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from capqa.model import Finding

_GRAVITY = {Severity.NOTE: 0, Severity.WARNING: 1, Severity.ERROR: 2}


def fails(findings: Iterable[Finding], fail_on: Severity) -> bool:
    """Return whether a finding is at least as grave as the severity from which on a run fails."""
    least = _GRAVITY[fail_on]
    return any(_GRAVITY[finding.severity] >= least for finding in findings)
