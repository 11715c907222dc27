"""What is reviewed: the findings in the files named, and those of audits that are named."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from capqa.commands import _options
from capqa.review.items import ReviewItem
from capqa.visible import visible

if TYPE_CHECKING:
    import argparse

    from capqa.config import Settings


def items_of(
    options: argparse.Namespace, settings: Settings, failed: list[str]
) -> list[ReviewItem]:
    """Return the items to review; what cannot be read is printed, its name added to ``failed``.

    Raises CapqaError.
    """
    from capqa import pipeline

    audits, paths = _options.parted_audits(options.paths)
    items: list[ReviewItem] = []
    for folder in audits:
        items += _audited(folder, settings)
    if not paths:
        return items
    options.paths = paths
    checked = pipeline.check_files(
        _options.inputs_of(options, settings), settings, engines=(), writable=True
    )
    items += [
        ReviewItem(finding, file.document, Path(file.name), settings.for_file(file.name).target)
        for file in _options.errors_printed(checked, failed)
        if file.document is not None
        for finding in file.findings
    ]
    return items


def _audited(folder: Path, settings: Settings) -> list[ReviewItem]:
    from capqa.audit.folder import AuditFolder
    from capqa.audit.reviewing import review_items

    found = review_items(AuditFolder(folder), settings)
    for note in found.notes:
        print(f"capqa: note: {visible(note)}", file=sys.stderr)
    return found.items
