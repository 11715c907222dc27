"""The summary of an audit's folder, made from its markers and findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import capqa
from capqa.audit.summary.content import VERSION, Summary
from capqa.audit.summary.drift import drift_of
from capqa.audit.summary.merging import merged
from capqa.audit.summary.repeated import most_repeated
from capqa.audit.summary.unknown import unknown_words
from capqa.errors import CapqaError

if TYPE_CHECKING:
    from capqa.audit.folder import AuditFolder
    from capqa.audit.manifest import Manifest


def summary_of(folder: AuditFolder, manifest: Manifest) -> Summary:
    """Return the summary of what is done so far. Raises CapqaError where that cannot be read."""
    found = merged(folder)
    paths = found.findings_files
    try:
        repeated = most_repeated(paths, found.findings)
        words = unknown_words(paths)
    except (OSError, ValueError) as error:  # the library's own errors are ValueErrors
        raise CapqaError(
            f"cannot be read: {error}", where=str(folder.findings), mend="begin with --restart"
        ) from error
    total = found.tally.total()
    return Summary(
        version=VERSION,
        capqa=capqa.__version__,
        target=manifest.told.get("target", ""),
        inputs=manifest.inputs,
        shards=found.shards,
        missing=found.missing,
        records=total.records,
        texts=total.texts,
        flagged=total.flagged,
        findings=found.findings,
        suppressed=found.suppressed,
        silent=found.silent,
        foreign=found.foreign,
        corrupt=found.corrupt,
        seconds=round(found.seconds, 3),
        cells=found.tally.cells(),
        drift=drift_of(found.tally.by_month()),
        repeated=repeated,
        unknown_words=words,
        corrupt_first=found.corrupt_first,
        silent_inputs=found.silent_inputs,
        errors=manifest.errors,
    )
