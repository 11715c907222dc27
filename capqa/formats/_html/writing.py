"""Edits of a page as replacements in its source that keep the tags, or the reason why not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.errors import ConflictError
from capqa.formats._html.elements import DECORATION
from capqa.formats._html.escaping import escaped
from capqa.formats._html.passages import Place
from capqa.formats._html.visible_text import run_at
from capqa.formats._splicing import Replacement, shortened
from capqa.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from capqa.formats._html.passages import Passage
    from capqa.formats._html.visible_text import Tag
    from capqa.model import Document, Edit

_WORD_OR_SPACE: Final = re.compile(r"\S+|\s+")
_QUOTES: Final = ('"', "'")


class _Change(NamedTuple):
    """New text for a stretch of the source that may hold tags."""

    start: int
    end: int
    text: str


def replacements(
    document: Document, passages: Sequence[Passage], edits: Sequence[Edit]
) -> list[Replacement]:
    """Return what to replace in the source, the edits of one value or text in order.

    Raises ConflictError when an edit's old text is not what stands there, or when making it would
    drop or move something beside its words.
    """
    by_start = {passage.start: passage for passage in passages}
    made: list[Replacement] = []
    quoted: dict[int, str] = {}
    for edit in edits:
        passage = _passage(edit, by_start, document)
        quote = passage.quote
        if passage.place is Place.ATTRIBUTE and not quote:
            quote = quoted.setdefault(passage.value_start, "") or _quote(passage, document)
            quoted[passage.value_start] = quote
        made += _replaced(edit, passage, quote, document)
    for passage in passages:
        if quote := quoted.get(passage.value_start, ""):
            made = _in_quotes(made, passage, quote)
    return made


def _passage(edit: Edit, by_start: Mapping[int, Passage], document: Document) -> Passage:
    passage = by_start.get(edit.segment.start)
    if (
        passage is None
        or passage.text != edit.segment.text
        or edit.span.end > len(passage.text)
        or edit.span.of(passage.text) != edit.old
    ):
        raise _conflict(edit, document, "no longer reads", "run capqa review again")
    return passage


def _replaced(
    edit: Edit, passage: Passage, quote: str, document: Document
) -> Iterator[Replacement]:
    change = _change(passage, edit.span, edit.new)
    tags = _tags_within(passage.tags, change)
    if tags:
        span, new = _without_ends_alike(edit)
        change = _change(passage, span, new)
        tags = _tags_within(passage.tags, change)
    if _drops(passage, tags, change):
        raise _conflict(
            edit,
            document,
            "cannot be replaced as a whole: a link or picture stands within",
            "edit the page by hand",
        )
    pieces = list(_pieces(change, tags))
    for place, piece in enumerate(pieces):
        new = "" if place else escaped(change.text, passage, document.encoding, quote=quote)
        if new or len(piece):
            yield Replacement(piece, new)


def _change(passage: Passage, span: Span, new: str) -> _Change:
    """Return the stretch a span stands for; what cannot be parted is taken as a whole."""
    runs, text = passage.runs, passage.text
    if not len(span):
        if span.start == len(text):
            return _Change(runs[-1].end, runs[-1].end, new)
        # Before the character it precedes; amid what cannot be parted, as a part of it.
        run = run_at(runs, span.start)
        if run.is_parted or span.start == run.first:
            at = run.start + (span.start - run.first)
            return _Change(at, at, new)
        span, new = Span(span.start, span.start + 1), new + text[span.start]
    first, last = run_at(runs, span.start), run_at(runs, span.end - 1)
    start, end = first.start, last.end
    if first.is_parted:
        start += span.start - first.first
    else:
        new = text[first.first : span.start] + new
    if last.is_parted:
        end = last.start + span.end - last.first
    else:
        new += text[span.end : last.first + last.length]
    return _Change(start, end, new)


def _without_ends_alike(edit: Edit) -> tuple[Span, str]:
    """Return the edit without the words it keeps, so that it touches as few tags as it can."""
    # By whole words: of "Mossul" in bold, a bold "l" must not be what is left.
    old, new = _WORD_OR_SPACE.findall(edit.old), _WORD_OR_SPACE.findall(edit.new)
    before = _alike(old, new)
    after = _alike(old[before:][::-1], new[before:][::-1])
    start = edit.span.start + sum(map(len, old[:before]))
    end = edit.span.end - sum(map(len, old[len(old) - after :]))
    return Span(start, end), "".join(new[before : len(new) - after])


def _alike(some: Sequence[str], others: Sequence[str]) -> int:
    """Return how many items two sequences begin with in common."""
    count = 0
    for one, other in zip(some, others, strict=False):
        if one != other:
            break
        count += 1
    return count


def _tags_within(tags: Sequence[Tag], change: _Change) -> list[Tag]:
    return [tag for tag in tags if tag.start < change.end and change.start < tag.end]


def _drops(passage: Passage, tags: Sequence[Tag], change: _Change) -> bool:
    """Return whether an element beside the text would be moved, or left without its own text."""
    if any(tag.kind == "content" for tag in tags):
        return True
    opened = [tag for tag in tags if tag.kind == "open" and tag.name not in DECORATION]
    if not opened:
        return False
    ends = _ends(passage.tags)
    for tag in opened:
        end = ends.get(tag.start, passage.runs[-1].end)
        if not any(change.end < run.end and run.start < end for run in passage.runs):
            return True
    return False


def _ends(tags: Sequence[Tag]) -> dict[int, int]:
    ends: dict[int, int] = {}
    opened: dict[str, list[int]] = {}
    for tag in tags:
        if tag.kind == "open":
            opened.setdefault(tag.name, []).append(tag.start)
        elif tag.kind == "close" and opened.get(tag.name):
            ends[opened[tag.name].pop()] = tag.start
    return ends


def _pieces(change: _Change, tags: Sequence[Tag]) -> Iterator[Span]:
    """Yield the pieces of text between the tags, the first one even if nothing is in it."""
    start = change.start
    for tag in tags:
        if start == change.start or start < tag.start:
            yield Span(start, max(start, tag.start))
        start = tag.end
    if start == change.start or start < change.end:
        yield Span(start, max(start, change.end))


def _quote(passage: Passage, document: Document) -> str:
    value = document.text[passage.value_start : passage.value_end]
    for quote in _QUOTES:
        if quote not in value:
            return quote
    raise ConflictError(
        "an attribute without quotation marks holds both kinds of them",
        where=document.name,
        mend="put the value in quotation marks",
    )


def _in_quotes(made: Sequence[Replacement], passage: Passage, quote: str) -> list[Replacement]:
    """Return the replacements with quotation marks set around a value that has none."""
    start, end = passage.value_start, passage.value_end
    inside = sorted(each for each in made if start <= each.span.start and each.span.end <= end)
    others = [each for each in made if each not in inside]
    if inside[0].span.start == start:
        inside[0] = Replacement(inside[0].span, quote + inside[0].text)
    else:
        inside.insert(0, Replacement(Span(start, start), quote))
    if inside[-1].span.end == end:
        inside[-1] = Replacement(inside[-1].span, inside[-1].text + quote)
    else:
        inside.append(Replacement(Span(end, end), quote))
    return others + inside


def _conflict(edit: Edit, document: Document, why: str, mend: str) -> ConflictError:
    what = f"line {edit.segment.line}: {shortened(edit.old)} {why}"
    return ConflictError(what, where=document.name, mend=mend)
