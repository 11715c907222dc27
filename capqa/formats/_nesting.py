"""HTML in a string of another format: in JSON, in XML as text or CDATA, in a cell of a table.

The format around it decodes the string; the HTML reader takes it for a page. Each part of the
page's texts then knows where it stands in the file: letter by letter where both the string and the
page have the letter itself, else as a whole. An edit is made by the HTML format's own rules in the
decoded string, then written as the format around it escapes.

A format gives each such string as a segment of its own making, with runs (`SegmentBuilder`), makes
a `NestedPage` of it, puts ``page.segments`` in the place of that segment, and calls `edited`
instead of `_markup_edits.edited`::

    page = NestedPage(builder.segment(Role.BODY, locator="/body", language="de"))
    found += page.segments
    ...
    return edited(document, edits, segments=..., written=..., pages=pages)
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from capqa.errors import ConflictError
from capqa.formats import _markup_edits
from capqa.formats._splicing import Replacement, shortened, spliced, verify_old_text
from capqa.model import Document, Role, Segment, SourceRun, Span

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from capqa.formats._html.page import Page
    from capqa.model import Edit

# What the whole string is, the reader of the page cannot know: a headline that is a link is none
# of a menu.
_TAKES_OUTER_ROLE = frozenset({Role.BODY, Role.NAVIGATION})


class NestedPage:
    """The HTML in one string; made once, its segments are read when they are asked for."""

    def __init__(self, string: Segment, *, xml: bool = False) -> None:
        """Take a string for a page.

        ``string`` has the decoded string as its text, and runs that tell where it stands in the
        file; its role is that of texts whose elements say nothing else, its language that of texts
        which declare none, its locator the beginning of theirs. In ``xml``, a tag that closes
        itself has no content, whatever its name.
        """
        self._string = string
        self._xml = xml

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """What readers see of it, in order and without neighbours; places are those in the file."""
        page = self._page
        language = page.language or self._string.language
        return tuple(
            self._placed(segment, language, has_own_place=bool(passage.locator))
            for passage, segment in zip(page.passages, self._inner, strict=True)
        )

    def replacements(
        self, document: Document, edits: Sequence[Edit], written: Callable[[str, int], str]
    ) -> list[Replacement]:
        """Return what to replace in the text of the document that holds the string.

        ``edits`` are of this page's segments; ``written`` turns a text of the string into what
        stands for it in the file at an offset. Raises ConflictError when an edit's old text is not
        what stands there, and when making it would drop a link, a picture, or markup of the file
        within the string.
        """
        from capqa.formats._html.writing import replacements

        inner_of = {
            segment.start: (segment, inner)
            for segment, inner in zip(self.segments, self._inner, strict=True)
        }
        inner_edits = []
        for edit in edits:
            segment, inner = inner_of.get(edit.segment.start, (None, edit.segment))
            verify_old_text(document, edit, segment.text if segment else None)
            # The line, for errors.
            inner_edits.append(replace(edit, segment=replace(inner, line=edit.segment.line)))
        string = replace(document, text=self._string.text, segments=self._inner)
        made = []
        for span, text in replacements(string, self._page.passages, inner_edits):
            source = self._source_of(span, document)
            made.append(Replacement(source, written(text, source.start)))
        return made

    @cached_property
    def _page(self) -> Page:
        from capqa.formats._html.page import read_page

        return read_page(self._string.text, xml=self._xml)

    @cached_property
    def _inner(self) -> tuple[Segment, ...]:
        from capqa.formats._html.segments import segments_of

        return segments_of(self._string.text, self._page.passages)

    def _placed(self, inner: Segment, language: str | None, *, has_own_place: bool) -> Segment:
        string = self._string
        runs = tuple(_composed(inner.runs, string.runs))
        keeps_role = has_own_place or inner.role not in _TAKES_OUTER_ROLE
        return Segment(
            text=inner.text,
            role=inner.role if keeps_role or string.role is Role.BODY else string.role,
            start=runs[0].source,
            line=runs[0].line,
            column=runs[0].column,
            language=inner.language or language,
            locator=f"{string.locator} {inner.locator}".strip(),
            runs=runs,
        )

    def _source_of(self, span: Span, document: Document) -> Span:
        """Return where a stretch of the string stands, if nothing but the string stands there."""
        runs = self._string.runs
        if not len(span):
            at = self._edge(span.start, document)
            return Span(at, at)
        end = None
        first = bisect_right(runs, span.start, key=lambda run: run.start) - 1
        for run in runs[first:]:
            if run.start >= span.end:
                break
            if end not in (None, run.source):
                raise self._conflict(span, document)
            end = run.source + run.source_length
        for offset in (span.start, span.end):
            self._refuse_amid(offset, span, document)
        return self._string.source_of(span)

    def _edge(self, offset: int, document: Document) -> int:
        self._refuse_amid(offset, Span(offset, offset), document)
        if offset:
            return self._string.source_of(Span(offset - 1, offset)).end
        return self._string.source_of(Span(0, 1)).start

    def _refuse_amid(self, offset: int, span: Span, document: Document) -> None:
        run = self._string.run_at(offset)
        if run and not _is_exact(run) and run.start < offset < run.start + run.length:
            raise self._conflict(span, document)

    def _conflict(self, span: Span, document: Document) -> ConflictError:
        run = self._string.run_at(span.start)
        return ConflictError(
            f"line {run.line if run else self._string.line}: "
            f"{shortened(span.of(self._string.text))} has markup inside, which would be lost",
            where=document.name,
            mend="undo it and change these words in the file itself",
        )


def edited(
    document: Document,
    edits: Sequence[Edit],
    *,
    segments: Callable[[str, str], Sequence[Segment]],
    written: Callable[[str, int], str],
    pages: Iterable[NestedPage],
    glue: re.Pattern[str] = _markup_edits.WHITE_SPACE,
) -> bytes:
    """Return the document's bytes with the edits made and every other byte as it was.

    As `_markup_edits.edited`, for a document some of whose segments are those of ``pages``, read
    from the document's text as it is. ``segments`` must give those of the pages in a text as well.
    """
    if not edits:
        return document.data
    inside: dict[int, list[Edit]] = {edit.segment.start: [] for edit in edits}
    for edit in edits:
        inside[edit.segment.start].append(edit)
    made: list[Replacement] = []
    as_read: list[Edit] = []
    for page in pages:
        own = [each for part in page.segments for each in inside.pop(part.start, ())]
        if own:
            made += page.replacements(document, own, written)
            as_read += (replace(each, new=_visible(each.new)) for each in own)
    outside = [edit for edit in edits if edit.segment.start in inside]
    made += _markup_edits.replacements(document, outside, written=written, glue=glue)
    data = spliced(document, made)
    return _markup_edits.verified(document, [*outside, *as_read], data, segments)


def _visible(text: str) -> str:
    # The reader leaves out what browsers do not show; in an edit it is meant all the same.
    return text.replace("\xad", "").replace("\0", "")


def _composed(inner: Iterable[SourceRun], outer: Sequence[SourceRun]) -> Iterator[SourceRun]:
    for run in inner:
        end = run.source + run.source_length
        index = bisect_right(outer, run.source, key=lambda each: each.start) - 1
        if not _is_exact(run):
            first = outer[index]
            last = outer[bisect_right(outer, end - 1, key=lambda each: each.start) - 1]
            start, _, line, column = _part(first, run.source, end)
            last_start, last_length, _, _ = _part(last, run.source, end)
            length = last_start + last_length - start
            yield SourceRun(run.start, run.length, start, length, line, column)
            continue
        while index < len(outer) and outer[index].start < end:
            around = outer[index]
            first_offset = max(around.start, run.source)
            covered = min(around.start + around.length, end) - first_offset
            first_offset += run.start - run.source
            yield SourceRun(first_offset, covered, *_part(around, run.source, end))
            index += 1


def _part(run: SourceRun, start: int, end: int) -> tuple[int, int, int, int]:
    """Return where the part of a run from ``start`` to ``end`` of its text stands: offset, length,
    line and column.
    """
    if not _is_exact(run):
        return run.source, run.source_length, run.line, run.column
    skipped = max(start - run.start, 0)
    length = min(run.start + run.length, end) - run.start - skipped
    return run.source + skipped, length, run.line, run.column + skipped


def _is_exact(run: SourceRun) -> bool:
    return run.length == run.source_length
