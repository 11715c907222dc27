"""What edits of segments amount to in their file's source, proven by making them.

The format makes the edits and what it wrote is read again, so that each is exactly what
`capqa review` would write: entities, quotes and line ends as they stand in the source. An edit that
cannot be proven is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from capqa.errors import CapqaError
from capqa.formats import _choosing
from capqa.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from capqa.model import Document, Edit

_FEWEST_TRIES, _MOST_TRIES = 8, 48
"""How often a file is edited and read again before what is unproven is left out."""

_MOST_READ = 4_000_000
"""How many code points may be read for that in a file so large that it is not tried often."""


class SourceEdit(NamedTuple):
    """The text to write for a span of ``Document.text``."""

    span: Span
    text: str


def proven(document: Document, edits: Mapping[int, Edit]) -> dict[int, SourceEdit]:
    """Return what edits amount to, by their keys in text order, without those that are not sure.

    Each is what it is when it is the only one made.
    """
    found: dict[int, SourceEdit] = {}
    # What stands in the source as it reads can nearly always be replaced: all of it at once.
    plain = {index for index, edit in edits.items() if _is_plain(document, edit)}
    waiting = [
        group
        for some in (plain, edits.keys() - plain)
        for group in _without_overlaps({index: edits[index] for index in some})
    ]
    tries = _MOST_READ // max(1, len(document.text))
    for _ in range(max(_FEWEST_TRIES, min(tries, _MOST_TRIES))):
        if not waiting:
            break
        part = waiting.pop(waiting.index(max(waiting, key=len)))
        tried = _tried(document, {index: edits[index] for index in part})
        found.update(tried)
        if not tried and len(part) > 1:
            waiting += [part[len(part) // 2 :], part[: len(part) // 2]]
    return found


def _is_plain(document: Document, edit: Edit) -> bool:
    return edit.segment.source_of(edit.span).of(document.text) == edit.old


def _without_overlaps(edits: Mapping[int, Edit]) -> Iterator[list[int]]:
    """Yield groups of edits that can be made at once, nearly always a single one."""
    rest = sorted(edits, key=lambda index: (edits[index].segment.start, edits[index].span))
    while rest:
        group: list[int] = []
        overlapping = []
        for index in rest:
            edit = edits[index]
            last = edits[group[-1]] if group else None
            if last and last.segment.start == edit.segment.start and last.span.overlaps(edit.span):
                overlapping.append(index)
            else:
                group.append(index)
        yield group
        rest = overlapping


def _tried(document: Document, edits: Mapping[int, Edit]) -> dict[int, SourceEdit]:
    """Return what all of some edits amount to, none when one of them cannot be made."""
    try:
        data = _choosing.named(document.format).apply(document, list(edits.values()))
        after = _choosing.reread(document, data)
        # Otherwise the text is not what the file holds: it is packed, say.
        if data != after.byte_order_mark + after.text.encode(after.encoding):
            return {}
    except (CapqaError, UnicodeError):
        return {}
    if len(after.segments) != len(document.segments):
        return {}
    numbers = {segment.start: number for number, segment in enumerate(document.segments)}
    found: dict[int, SourceEdit] = {}
    segment_start, shift = -1, 0
    for index, edit in edits.items():
        if edit.segment.start != segment_start:
            segment_start, shift = edit.segment.start, 0
        written = after.segments[numbers[segment_start]]
        span = Span(edit.span.start + shift, edit.span.start + shift + len(edit.new))
        if span.of(written.text) != edit.new:
            return {}
        source = edit.segment.source_of(edit.span)
        found[index] = SourceEdit(source, written.source_of(span).of(after.text))
        shift += len(edit.new) - len(edit.old)
    return found if _made(document, list(found.values())) == after.text else {}


def _made(document: Document, made: Sequence[SourceEdit]) -> str:
    pieces, end = [], 0
    for each in sorted(made):
        pieces += [document.text[end : each.span.start], each.text]
        end = each.span.end
    return "".join(pieces) + document.text[end:]
