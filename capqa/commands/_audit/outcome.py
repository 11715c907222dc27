"""What `audit` says when it is through."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from capqa.visible import visible

if TYPE_CHECKING:
    from capqa.audit.folder import AuditFolder
    from capqa.audit.running import Planned
    from capqa.audit.summary.content import Summary

_MOST: Final = 5


def print_plan(planned: Planned) -> None:
    """Say on standard error what of an earlier run counts, and what does not any more."""
    for name, shards in list(planned.changed.items())[:_MOST]:
        print(
            f"capqa: note: {visible(name)}: changed or gone since it was audited; "
            f"{shards:,} {'part is' if shards == 1 else 'parts are'} dropped",
            file=sys.stderr,
        )
    if len(planned.changed) > _MOST:
        more = len(planned.changed) - _MOST
        print(f"capqa: note: {more:,} more inputs changed or are gone", file=sys.stderr)
    if planned.done:
        print(
            f"capqa: note: {planned.done:,} of {planned.shards:,} parts were audited before",
            file=sys.stderr,
        )


def print_errors(errors: list[str]) -> None:
    """Print what could not be audited, the first of it in full."""
    for error in errors[:_MOST]:
        print(f"capqa: {visible(error)}", file=sys.stderr)
    if len(errors) > _MOST:
        print(f"capqa: {len(errors) - _MOST:,} more could not be audited", file=sys.stderr)


def lines(summary: Summary, folder: AuditFolder) -> list[str]:
    """Return what an audit amounts to."""
    said = [
        f"{summary.texts:,} texts in {summary.records:,} records: {summary.findings:,} findings in "
        f"{summary.flagged:,} texts"
    ]
    if summary.corrupt:
        are = "record is" if summary.corrupt == 1 else "records are"
        said.append(f"{summary.corrupt:,} {are} corrupt; {folder.corrupt} lists what is wrong")
    if summary.repeated:
        first = summary.repeated[0]
        said.append(
            f"most repeated, on {first.pages:,} pages: {visible(' '.join(first.text.split())[:80])}"
        )
    if summary.missing:
        said.append(
            f"{summary.missing:,} of {summary.shards:,} parts are not audited; "
            "run the same command again"
        )
    said.append(f"report: {folder.report}")
    said.append(f"findings: {folder.findings}")
    return said
