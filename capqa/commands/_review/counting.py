"""Which findings the gate counts, so that a review can say when it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from capqa.config import Settings
    from capqa.pipeline import CheckedFile


def counter(settings: Settings) -> Callable[[CheckedFile], list[bool]]:
    """Return what says of each finding of a file whether the gate counts it.

    Raises CapqaError when the baseline cannot be read.
    """
    from capqa.gate import fails
    from capqa.gate.baseline import Baseline

    baseline = None if settings.baseline is None else Baseline.read(settings.baseline)

    def counted(file: CheckedFile) -> list[bool]:
        new = file.findings if baseline is None else baseline.take(file.name, file.findings)[0]
        # By identity: a page may hold the same finding twice, one of them known.
        grave = {id(finding) for finding in new if fails([finding], settings.fail_on)}
        return [id(finding) in grave for finding in file.findings]

    return counted
