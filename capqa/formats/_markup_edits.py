"""Edits of text that was read from markup: the markup stays, or the edit is refused.

An edit of several lines is made line by line where the number of lines stays, so that each keeps
its tags. What was written is read again: an edit that gives other segments than it says is refused.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from capqa.errors import ConflictError, UnreadableError
from capqa.formats._splicing import Replacement, shortened, spliced, verify_old_text
from capqa.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from capqa.model import Document, Edit, Segment


WHITE_SPACE = re.compile(r"\s*")
"""What stands between the runs of a text without being markup, in most formats."""

_LINE_BREAK = re.compile(r"\r\n?|\n")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


def edited(
    document: Document,
    edits: Sequence[Edit],
    *,
    segments: Callable[[str, str], Sequence[Segment]],
    written: Callable[[str, int], str],
    glue: re.Pattern[str] = WHITE_SPACE,
) -> bytes:
    """Return the document's bytes with the edits made and every other byte as it was.

    ``segments`` reads a text (and a name, for errors) as the format does; ``written`` turns a text
    into what stands for it in the source at an offset (entities, line ends); ``glue`` matches what
    may stand between two runs without being markup. Raises ConflictError
    when an edit's old text is not what stands there, when two edits overlap, and when markup would
    be lost or come to be; CapqaError when the document's encoding lacks a character.
    """
    if not edits:
        return document.data
    made = replacements(document, edits, written=written, glue=glue)
    return verified(document, edits, spliced(document, made), segments)


def replacements(
    document: Document,
    edits: Sequence[Edit],
    *,
    written: Callable[[str, int], str],
    glue: re.Pattern[str] = WHITE_SPACE,
) -> list[Replacement]:
    """Return what to replace in the document's text; arguments and errors are those of `edited`."""
    own = {segment.start: segment for segment in document.segments}
    made: list[Replacement] = []
    for edit in edits:
        segment = own.get(edit.segment.start)
        verify_old_text(document, edit, segment.text if segment else None)
        assert segment is not None
        if _has_blank_line(edit.new) and not _has_blank_line(edit.old):
            raise ConflictError(
                f"{shortened(edit.new)} has an empty line",
                where=document.name,
                mend="leave it out",
            )
        for span, new in _line_by_line(edit):
            source, text = _in_source(document, segment, span, new, glue)
            made.append(Replacement(source, written(text, source.start)))
    return made


def _has_blank_line(text: str) -> bool:
    return _BLANK_LINE.search(_LINE_BREAK.sub("\n", text)) is not None


def _line_by_line(edit: Edit) -> Iterator[tuple[Span, str]]:
    old, new = edit.old.split("\n"), _LINE_BREAK.sub("\n", edit.new).split("\n")
    if len(old) != len(new) or not all(map(_has_place, old, new)):
        yield edit.span, "\n".join(new)
        return
    start = edit.span.start
    for line, replacement in zip(old, new, strict=True):
        # An edit that changes nothing is kept, so that one that overlaps it is refused.
        if line != replacement or len(old) == 1:
            yield Span(start, start + len(line)), replacement
        start += len(line) + 1


def _has_place(old: str, new: str) -> bool:
    # Where nothing stood, it would be open which side of a tag the new text belongs to.
    return bool(old) or not new


def _in_source(
    document: Document, segment: Segment, span: Span, new: str, glue: re.Pattern[str]
) -> tuple[Span, str]:
    source = _unbroken(document, segment, span, glue)
    if source is not None:
        return source, new
    # What both texts begin and end with may hold the markup.
    old = span.of(segment.text)
    begins = _alike(old, new)
    ends = _alike(old[begins:][::-1], new[begins:][::-1])
    inner = Span(span.start + begins, span.end - ends)
    source = _unbroken(document, segment, inner, glue)
    if begins == 0 and not len(inner):
        start = segment.source_of(span).start
        source = Span(start, start)
    if source is None:
        run = segment.run_at(span.start)
        raise ConflictError(
            f"line {run.line if run else segment.line}: {shortened(old)} has markup inside, which "
            f"{shortened(new)} would lose",
            where=document.name,
            mend="undo it and change these words in the file itself",
        )
    return source, new[begins : len(new) - ends]


def _unbroken(
    document: Document, segment: Segment, span: Span, glue: re.Pattern[str]
) -> Span | None:
    """Return where a span stands in the source, None where markup or half an entity is in it."""
    for offset in (span.start, span.end):
        run = segment.run_at(offset)
        if run and run.length != run.source_length and run.start < offset < run.start + run.length:
            return None
    if not len(span):
        return _insertion(segment, span.start)
    end = None
    first = bisect_right(segment.runs, span.start, key=lambda run: run.start) - 1
    for run in segment.runs[first:]:
        if run.start >= span.end:
            break
        if end is not None and not glue.fullmatch(document.text, end, run.source):
            return None
        end = run.source + run.source_length
    return segment.source_of(span)


def _insertion(segment: Segment, offset: int) -> Span:
    # With the letter before it, unless a line begins here.
    if offset and segment.text[offset - 1] != "\n":
        end = segment.source_of(Span(offset - 1, offset)).end
        return Span(end, end)
    start = segment.source_of(Span(offset, offset + 1)).start
    return Span(start, start)


def _alike(one: str, other: str) -> int:
    length = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        length += 1
    return length


def verified(
    document: Document,
    edits: Sequence[Edit],
    data: bytes,
    segments: Callable[[str, str], Sequence[Segment]],
) -> bytes:
    """Return the edited bytes; ConflictError when they are read as other words than edited."""
    edits_of: dict[int, list[Edit]] = {}
    for edit in sorted(edits, key=lambda edit: edit.span):
        edits_of.setdefault(edit.segment.start, []).append(edit)
    expected = [_words(segment, edits_of.get(segment.start, ())) for segment in document.segments]
    try:
        text = data[len(document.byte_order_mark) :].decode(document.encoding)
        found = [_words(segment, ()) for segment in segments(text, document.name)]
        why = ""
    except UnreadableError as error:
        found, why = None, f" ({error.what})"
    if found != [words for words in expected if words]:
        news = " and ".join(shortened(edit.new) for edit in edits[:2])
        raise ConflictError(
            f"{news} would be read as markup, or change what is around it{why}",
            where=document.name,
            mend="choose other words",
        )
    return data


def _words(segment: Segment, edits: Sequence[Edit]) -> list[str]:
    # White space is the format's: TTML reads two blanks as one.
    pieces, end = [], 0
    for edit in edits:
        pieces += [segment.text[end : edit.span.start], edit.new]
        end = edit.span.end
    return ("".join(pieces) + segment.text[end:]).split()
