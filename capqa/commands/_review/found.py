"""What there is to review, and which of it the gate counts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from capqa.commands import _options

if TYPE_CHECKING:
    import argparse

    from capqa.config import Settings
    from capqa.gate.baseline import Baseline
    from capqa.pipeline import CheckedFile
    from capqa.review.session import ReviewItem


class Found(NamedTuple):
    """The items of a review, and of each whether the gate counts it."""

    items: list[ReviewItem]
    counted: list[bool]


def found(options: argparse.Namespace, settings: Settings, failed: list[str]) -> Found:
    """Check the inputs; errors are printed, and collected in ``failed``.

    Raises CapqaError when a setting, a glossary or the baseline cannot be used.
    """
    from capqa import pipeline
    from capqa.gate.baseline import Baseline
    from capqa.review.session import ReviewItem

    baseline = None if settings.baseline is None else Baseline.read(settings.baseline)
    checked = pipeline.check_files(
        _options.inputs_of(options, settings), settings, engines=(), writable=True
    )
    review = Found([], [])
    for file in _options.errors_printed(checked, failed):
        if file.document is not None:
            path, target = Path(file.name), settings.for_file(file.name).target
            review.items.extend(
                ReviewItem(finding, file.document, path, target) for finding in file.findings
            )
            review.counted.extend(_counted(file, settings, baseline))
    return review


def _counted(file: CheckedFile, settings: Settings, baseline: Baseline | None) -> list[bool]:
    from capqa.gate import fails

    new = file.findings if baseline is None else baseline.take(file.name, file.findings)[0]
    # By identity: a page may hold the same finding twice, one of them known.
    grave = {id(finding) for finding in new if fails([finding], settings.fail_on)}
    return [id(finding) in grave for finding in file.findings]
