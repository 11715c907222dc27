"""Marking a passage of a page as being in another language, in the place of translating it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from capqa.errors import ConflictError
from capqa.formats._html.elements import VOID
from capqa.formats._html.tokens import tokens
from capqa.formats._splicing import Replacement, shortened, spliced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from capqa.model import Document, Segment, Span


def marked(
    document: Document,
    segment: Segment,
    span: Span,
    language: str,
    read: Callable[[bytes, str], Document],
) -> bytes:
    """Return a page's bytes with a span of a segment put into ``<span lang="...">``.

    The page is read again: nothing but the language of these words may be another. Raises
    ConflictError where that cannot be, as in an attribute, a title, or across half an element.
    """
    source = segment.source_of(span)
    text = document.text[source.start : source.end]
    if not _is_whole(text):
        raise _impossible(document, segment, span, "part of an element")
    replacement = Replacement(source, f'<span lang="{language}">{text}</span>')
    data = spliced(document, [replacement])
    after = read(data, document.name)
    words = _words(document.segments)
    now = [each for each in after.segments if each.language == language]
    before = [each for each in document.segments if each.language == language]
    gained = _words(now) - _words(before)
    if _words(after.segments) != words or gained != Counter(span.of(segment.text).split()):
        raise _impossible(document, segment, span, "no running text")
    return data


def _is_whole(text: str) -> bool:
    open_: list[str] = []
    for token in tokens(text):
        if token.kind == "open" and token.name not in VOID:
            open_.append(token.name)
        elif token.kind == "close" and (not open_ or open_.pop() != token.name):
            return False
    return not open_


def _words(segments: Iterable[Segment]) -> Counter[str]:
    return Counter(word for segment in segments for word in segment.text.split())


def _impossible(document: Document, segment: Segment, span: Span, what: str) -> ConflictError:
    run = segment.run_at(span.start)
    return ConflictError(
        f"line {run.line if run else segment.line}: {shortened(span.of(segment.text))} is {what}, "
        "which cannot be marked",
        where=document.name,
        mend='put lang="" on the element yourself, or translate it',
    )
