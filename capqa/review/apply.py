"""Writing decisions into a file: log first, then replace it as a whole, never what changed since.

A process killed at any moment leaves the file old or new; running the review again goes on from
either.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from capqa.errors import CapqaError, ConflictError
from capqa.files import atomic
from capqa.formats import _choosing
from capqa.formats._splicing import shortened
from capqa.model import Edit, content_hash
from capqa.review import anchors
from capqa.review.events import FileWrite

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from capqa.model import Document, Finding


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding as it lies in the current bytes, and the text that must come to stand there.

    After a writing the finding's span covers the text that was written.
    """

    finding: Finding
    wanted: str

    @property
    def edit(self) -> Edit | None:
        """The edit still to be made, None when the text wanted stands there already."""
        finding = self.finding
        if finding.text == self.wanted:
            return None
        return Edit(finding.segment, finding.span, finding.text, self.wanted)


class RefusedEdit(NamedTuple):
    """An edit that cannot be made, by its position among what was placed, and why."""

    position: int
    error: CapqaError


@dataclass(frozen=True, slots=True)
class Written:
    """A file after the writing: its document, and where each finding lies in it now.

    ``event`` is what was logged, None where every edit was refused and the file is as it was.
    """

    document: Document
    findings: tuple[Finding | None, ...]
    edits: int
    event: FileWrite | None
    refused: tuple[RefusedEdit, ...] = ()


class _Outcome(NamedTuple):
    document: Document
    made: list[Edit]
    refused: dict[Edit, CapqaError]


def write_file(
    path: Path,
    document: Document,
    placed: Sequence[Placed],
    *,
    log: Callable[[FileWrite], object],
    reviewer: str,
    time: str,
) -> Written | None:
    """Make the edits still to be made in one file; return None when there are none.

    ``document`` is what the file was read as, ``placed`` all findings under review in it. An edit
    that cannot be made does not keep the others from it: overlapping ones are refused, and one
    whose text the format or the encoding cannot hold. Raises ConflictError when the file changed
    since, CapqaError when it cannot be written; the file is then as it was.
    """
    edits = list(dict.fromkeys(place.edit for place in placed if place.edit is not None))
    if not edits:
        return None
    _refuse_changed(path, document)
    outcome = _applied(document, edits)
    refused = tuple(
        RefusedEdit(position, outcome.refused[place.edit])
        for position, place in enumerate(placed)
        if place.edit in outcome.refused
    )
    if not outcome.made:
        return Written(document, tuple(place.finding for place in placed), 0, None, refused)
    after = outcome.document
    findings = anchors.after_edits(
        [place.finding for place in placed], outcome.made, document, after
    )
    event = FileWrite(
        document=document.name,
        base_hash=document.content_hash,
        new_hash=content_hash(after.data),
        carried={
            place.finding.fingerprint: finding.fingerprint
            for place, finding in zip(placed, findings, strict=True)
            if finding is not None
        },
        reviewer=reviewer,
        time=time,
    )
    # Before the file: killed in between, the log knows more than happened, and the bytes tell.
    log(event)
    atomic.replace(path, after.data, expected=document.data)
    return Written(after, tuple(findings), len(outcome.made), event, refused)


def _applied(document: Document, edits: Sequence[Edit]) -> _Outcome:
    """Make all edits that can be made, trying halves of them where not all can be at once."""
    refused: dict[Edit, CapqaError] = dict(_overlapping(document, edits))
    made: list[Edit] = []
    after = document
    waiting = [[edit for edit in edits if edit not in refused]]
    while waiting:
        batch = waiting.pop()
        if not batch:
            continue
        try:
            data = _choosing.named(document.format).apply(document, [*made, *batch])
            after = _choosing.reread(document, data)
        except CapqaError as error:
            if len(batch) == 1:
                refused[batch[0]] = error
            else:
                middle = len(batch) // 2
                waiting += [batch[middle:], batch[:middle]]
        else:
            made += batch
    return _Outcome(after, made, refused)


def _overlapping(document: Document, edits: Sequence[Edit]) -> list[tuple[Edit, CapqaError]]:
    # All of them: which one was meant to stand is for the reviewer to say.
    found: list[tuple[Edit, CapqaError]] = []
    group: list[Edit] = []
    end = 0
    in_order = sorted(edits, key=lambda edit: (edit.segment.start, edit.span))
    for edit in [*in_order, None]:
        here = group[-1] if group else None
        beside = edit and here and here.segment.start == edit.segment.start
        if edit and here and beside and (edit.span.start < end or edit.span == here.span):
            group.append(edit)
            end = max(end, edit.span.end)
            continue
        if len(group) > 1:
            longest = max(group, key=lambda each: len(each.span))
            error = ConflictError(
                f"two replacements for {shortened(longest.old)} overlap",
                where=document.name,
                mend="undo one of them",
            )
            found += [(each, error) for each in group]
        group, end = ([edit], edit.span.end) if edit else ([], 0)
    return found


def _refuse_changed(path: Path, document: Document) -> None:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CapqaError(
            f"cannot be read: {error.strerror}", where=str(path), mend="run capqa review again"
        ) from error
    if data != document.data:
        raise ConflictError(
            "changed on disk since it was read", where=str(path), mend="run capqa review again"
        )
