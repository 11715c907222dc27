"""Writing decisions into a file: log first, then replace it as a whole, never what changed since.

A process killed at any moment leaves the file old or new; running the review again goes on from
either.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from capqa.errors import CapqaError, ConflictError
from capqa.files import atomic
from capqa.formats import _choosing
from capqa.model import Edit, content_hash
from capqa.review import anchors
from capqa.review.events import FileWrite

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from capqa.model import Document, Finding


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What a writing did: the files written, how many edits they hold, and what was refused.

    ``refused`` has one line for each file left as it was, and for each replacement left out because
    an earlier one changed the words it is for, saying why and how to mend it.
    """

    written: tuple[Path, ...]
    edits: int
    refused: tuple[str, ...]


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


@dataclass(frozen=True, slots=True)
class Written:
    """A file after the writing: its document, and where each finding lies in it now."""

    document: Document
    findings: tuple[Finding | None, ...]
    edits: int
    event: FileWrite


def write_file(
    path: Path,
    document: Document,
    placed: Sequence[Placed],
    *,
    log: Callable[[FileWrite], None],
    reviewer: str,
    time: str,
) -> Written | None:
    """Make the edits still to be made in one file; return None when there are none.

    ``document`` is what the file was read as, ``placed`` all findings under review in it. Raises
    ConflictError when the file changed since, CapqaError when it cannot be written or the edits
    cannot be made (they overlap, or the file's encoding lacks a character); the file is then as it
    was.
    """
    edits = list(dict.fromkeys(place.edit for place in placed if place.edit is not None))
    if not edits:
        return None
    _refuse_changed(path, document)
    data = _choosing.named(document.format).apply(document, edits)
    after = _choosing.reread(document, data)
    findings = anchors.after_edits([place.finding for place in placed], edits, document, after)
    event = FileWrite(
        document=document.name,
        base_hash=document.content_hash,
        new_hash=content_hash(data),
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
    atomic.replace(path, data, expected=document.data)
    return Written(after, tuple(findings), len(edits), event)


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
