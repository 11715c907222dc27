"""The files under review: where each item lies in the bytes now on disk."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from capqa.errors import CapqaError
from capqa.formats import _choosing
from capqa.model import Span
from capqa.review import anchors
from capqa.review.alignment import Alignment
from capqa.review.apply import Placed, Written, write_file
from capqa.review.disk import Disk
from capqa.review.reports import Conflict

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from capqa.model import Document, Finding, Segment
    from capqa.review.events import FileWrite
    from capqa.review.items import ReviewItem


class Found(NamedTuple):
    """A changed file as it is now, and where the items that were found again lie in it."""

    document: Document
    placed: dict[int, Finding]
    alignment: Alignment


class Pages:
    """The documents of some items, and where these lie in them; items are known by their index."""

    def __init__(self, items: Sequence[ReviewItem]) -> None:
        """Begin with the files as they were read."""
        self.documents: dict[Path, Document] = {item.path: item.document for item in items}
        # None: what stands there is another text, for another replacement or somebody changed it.
        self.placed: list[Finding | None] = [item.finding for item in items]
        self.indexes: dict[Path, list[int]] = {}
        self._disk = Disk()
        for index, item in enumerate(items):
            self.indexes.setdefault(item.path, []).append(index)

    def hashes(self) -> dict[str, str]:
        """Return the content hash of each document, by name."""
        return {each.name: each.content_hash for each in self.documents.values()}

    def changed(self) -> tuple[Path, ...]:
        """Return the files that no longer hold what was read, those gone included."""
        return tuple(
            path for path, read in self.documents.items() if not self._disk.holds(path, read.data)
        )

    def write(
        self,
        path: Path,
        wanted: Mapping[int, str],
        *,
        log: Callable[[FileWrite], object],
        reviewer: str,
        time: str,
    ) -> tuple[Written, list[int]] | None:
        """Bring items to the texts wanted, the others in the file staying as they are.

        Returns what became of the file with the indexes of the items it names, None when nothing
        was to be done. Errors are those of `write_file`.
        """
        placed = {
            index: Placed(finding, wanted.get(index, finding.text))
            for index in self.indexes[path]
            if (finding := self.placed[index]) is not None
        }
        document = self.documents[path]
        written = write_file(
            path, document, list(placed.values()), log=log, reviewer=reviewer, time=time
        )
        if written is None:
            return None
        self.documents[path] = written.document
        for index, finding in zip(placed, written.findings, strict=True):
            self.placed[index] = finding
        return written, list(placed)

    def find_again(self, path: Path, wanted: Mapping[int, str]) -> Found:
        """Read a changed file and look for its items, changing nothing here.

        An item may stand there with the text wanted already. Raises CapqaError when the file cannot
        be read.
        """
        before = self.documents[path]
        try:
            data = path.read_bytes()
        except OSError as error:
            raise CapqaError(
                f"cannot be read: {error.strerror}", where=str(path), mend="restore the file"
            ) from error
        after = _choosing.reread(before, data)
        alignment = Alignment(before, after)
        mended = self._mended(path, wanted)
        segments = anchors.by_text(after)
        placed = {}
        for index in self.indexes[path]:
            finding = self.placed[index]
            if finding is None:
                continue
            again = anchors.find(finding, after, segments) or _mended_elsewhere(
                finding, mended[finding.segment.start], wanted[index], after, segments
            )
            segment = None if again else alignment.segment(finding.segment)
            if segment is not None:
                again = anchors.find_within(finding, finding.text, segment)
                again = again or anchors.find_within(finding, wanted[index], segment)
            if again is not None:
                placed[index] = again
        return Found(after, self._one_a_place(placed), alignment)

    def conflict(
        self, index: int, path: Path, wanted: Mapping[int, str], alignment: Alignment
    ) -> Conflict:
        """Return the three texts of an item that was not found again in a changed file.

        ``wanted`` is what is to stand in the place of each item of the file.
        """
        finding = self.placed[index]
        assert finding is not None
        was = finding.segment
        segment = alignment.segment(was)
        others = self._mended(path, wanted)[was.start]
        yours = _mended_text(was.text, others)
        if yours is None:
            yours = _mended_text(was.text, [(finding.span, wanted[index])]) or ""
        if segment is None:
            return Conflict(index, path, was.text, "", yours)
        return Conflict(index, path, was.text, segment.text, yours, segment.line, segment)

    def take_over(self, path: Path, found: Found) -> None:
        """Go on with a file as it was found; items that were not found lie nowhere now."""
        self.documents[path] = found.document
        for index in self.indexes[path]:
            self.placed[index] = found.placed.get(index)

    def place(self, index: int, finding: Finding, segment: Segment) -> Finding:
        """Let an item be a whole segment, and return its finding."""
        placed = replace(finding, segment=segment, span=Span(0, len(segment.text)))
        self.placed[index] = placed
        return placed

    def _one_a_place(self, placed: dict[int, Finding]) -> dict[int, Finding]:
        """Leave items out that were found in the place of another one, though apart before."""
        claims: dict[tuple[int, Span], list[int]] = {}
        for index, finding in placed.items():
            claims.setdefault(_place(finding), []).append(index)
        kept: dict[int, Finding] = {}
        for indexes in claims.values():
            was = {index: self.placed[index] for index in indexes}
            # As if nothing had happened to it: that one has the better claim.
            unchanged = [
                index
                for index, finding in was.items()
                if finding and finding.fingerprint == placed[index].fingerprint
            ]
            first = was[(unchanged or indexes)[0]]
            for index, before in was.items():
                if before and first and _place(before) == _place(first):
                    kept[index] = placed[index]
        return {index: kept[index] for index in placed if index in kept}

    def _mended(self, path: Path, wanted: Mapping[int, str]) -> dict[int, list[tuple[Span, str]]]:
        """Return what is wanted in each segment, by its start."""
        mended: dict[int, list[tuple[Span, str]]] = {}
        for index in self.indexes[path]:
            finding = self.placed[index]
            if finding is not None:
                pieces = mended.setdefault(finding.segment.start, [])
                pieces.append((finding.span, wanted[index]))
        return {start: sorted(set(pieces)) for start, pieces in mended.items()}


def _mended_elsewhere(
    finding: Finding,
    pieces: Sequence[tuple[Span, str]],
    wanted: str,
    after: Document,
    segments: Mapping[str, Sequence[Segment]],
) -> Finding | None:
    """Return a finding whose segment reads as decided, because somebody else wrote it."""
    was = finding.segment.text
    text = _mended_text(was, pieces)
    if text is None or text == was or (finding.span, wanted) not in pieces:
        return None
    start = finding.span.start + sum(
        len(new) - len(span) for span, new in pieces if span < finding.span
    )
    span = Span(start, start + len(wanted))
    moved = replace(finding, segment=replace(finding.segment, text=text), span=span)
    return anchors.find(moved, after, segments)


def _mended_text(text: str, pieces: Sequence[tuple[Span, str]]) -> str | None:
    """Return a text with other texts in the places of some spans, None when these overlap."""
    mended, end = "", 0
    for span, new in pieces:
        if span.start < end:
            return None
        mended += text[end : span.start] + new
        end = span.end
    return mended + text[end:]


def _place(finding: Finding) -> tuple[int, Span]:
    return finding.segment.start, finding.span
