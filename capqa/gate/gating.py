"""Passing over what is known and what was dismissed, and saying whether the rest fails the run."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from capqa.gate import fails
from capqa.pipeline import Suppressed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from capqa.gate.baseline import Baseline
    from capqa.gate.dismissals import Dismissals
    from capqa.model import Finding, Severity
    from capqa.pipeline import CheckedFile

    Take = Callable[[CheckedFile], tuple[list[Finding], list[Finding]]]


class Gate:
    """What files pass through after they were checked.

    ``has_failed`` tells whether a finding has been too grave so far, ``suppressed`` how many were
    passed over and why, ``found`` what is left of each file when it is to be remembered.
    """

    def __init__(
        self,
        fail_on: Severity,
        *,
        dismissals: Dismissals | None = None,
        baseline: Baseline | None = None,
        remembers: bool = False,
    ) -> None:
        """Take what is known; ``remembers`` keeps what is found, for a new baseline."""
        self.has_failed = False
        self.suppressed: Counter[str] = Counter()
        self.found: list[tuple[str, tuple[Finding, ...]]] = []
        self._fail_on = fail_on
        self._dismissals = dismissals
        self._baseline = None if remembers else baseline
        self._remembers = remembers

    def undismissed(self, files: Iterable[CheckedFile]) -> Iterator[CheckedFile]:
        """Pass files on without the findings that were dismissed: these are not to be mended."""
        for file in files:
            if self._dismissals is None or not file.findings:
                yield file
            else:
                yield without(file, "dismissal", self._dismissals.take(file))

    def watched(self, files: Iterable[CheckedFile]) -> Iterator[CheckedFile]:
        """Pass files on as `undismissed` does, and judge what is in them as `passed` does."""
        for file in files:
            for _ in self.passed([file]):
                pass
            yield from self.undismissed([file])

    def passed(self, files: Iterable[CheckedFile]) -> Iterator[CheckedFile]:
        """Pass files on without the findings that are known or were dismissed."""
        for file in self.undismissed(files):
            left = file
            if self._baseline is not None and not file.error:
                taken = self._baseline.take(file.name, file.findings)
                left = without(file, "baseline", taken)
            self.suppressed.update(each.reason for each in left.suppressed)
            self.has_failed = self.has_failed or fails(left.findings, self._fail_on)
            if self._remembers and not left.error:
                self.found.append((left.name, left.findings))
            yield left


def without(
    file: CheckedFile, reason: str, taken: tuple[list[Finding], list[Finding]]
) -> CheckedFile:
    """Return a file with the first of two lists of its findings; the second was passed over."""
    left, away = taken
    if not away:
        return file
    # By identity: a page may hold the same finding twice, one of them known.
    kept = {id(finding) for finding in left}
    pairs = [
        (finding, suggestion)
        for finding, suggestion in zip(file.findings, file.suggestions, strict=True)
        if id(finding) in kept
    ]
    return replace(
        file,
        findings=tuple(finding for finding, _ in pairs),
        suggestions=tuple(suggestion for _, suggestion in pairs),
        suppressed=(*file.suppressed, *(Suppressed(finding, reason) for finding in away)),
    )
