"""What there is to review, and which of it the gate counts."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from capqa.commands import _options
from capqa.visible import visible

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
    """Check the inputs, and take up the audits named; errors are printed, collected in ``failed``.

    Raises CapqaError when a setting, a glossary, the baseline or an audit cannot be used.
    """
    audits, paths = _options.parted_audits(options.paths)
    review = Found([], [])
    for folder in audits:
        _add_audit(review, folder, settings)
    if paths:
        options.paths = paths
        _add_files(review, options, settings, failed)
    return review


def _add_files(
    review: Found, options: argparse.Namespace, settings: Settings, failed: list[str]
) -> None:
    from capqa import pipeline
    from capqa.gate.baseline import Baseline
    from capqa.review.session import ReviewItem

    baseline = None if settings.baseline is None else Baseline.read(settings.baseline)
    checked = pipeline.check_files(
        _options.inputs_of(options, settings), settings, engines=(), writable=True
    )
    for file in _options.errors_printed(checked, failed):
        if file.document is not None:
            path, target = Path(file.name), settings.for_file(file.name).target
            review.items.extend(
                ReviewItem(finding, file.document, path, target) for finding in file.findings
            )
            review.counted.extend(_counted(file, settings, baseline))


def _add_audit(review: Found, folder: Path, settings: Settings) -> None:
    from capqa.audit.folder import AuditFolder
    from capqa.audit.reviewing import review_items
    from capqa.gate import fails

    audited = review_items(AuditFolder(folder), settings)
    for note in audited.notes:
        print(f"capqa: note: {visible(note)}", file=sys.stderr)
    review.items.extend(audited.items)
    review.counted.extend(fails([item.finding], settings.fail_on) for item in audited.items)


def _counted(file: CheckedFile, settings: Settings, baseline: Baseline | None) -> list[bool]:
    from capqa.gate import fails

    new = file.findings if baseline is None else baseline.take(file.name, file.findings)[0]
    # By identity: a page may hold the same finding twice, one of them known.
    grave = {id(finding) for finding in new if fails([finding], settings.fail_on)}
    return [id(finding) in grave for finding in file.findings]
