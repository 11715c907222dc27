"""A comment in the page itself that passes over one finding, proven by reading the page with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.errors import CapqaError
from capqa.formats import _choosing
from capqa.formats._source_edits import SourceEdit
from capqa.model import Span
from capqa.rules._comments import Comments

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from capqa.model import Document, Finding


class _Syntax(NamedTuple):
    """How a format writes a comment; ``in_blocks`` says that blank lines part its entries, before
    which comments stand.
    """

    template: str
    in_blocks: bool = False


_MARKUP: Final = _Syntax("<!-- {} -->")
_SYNTAXES: Final = {
    "feed": _MARKUP,
    "html": _MARKUP,
    "markdown": _MARKUP,
    "newsml": _MARKUP,
    "nitf": _MARKUP,
    "po": _Syntax("# {}", in_blocks=True),
    "tmx": _MARKUP,
    "ttml": _MARKUP,
    "webvtt": _Syntax("NOTE {}\n", in_blocks=True),
    "xliff": _MARKUP,
}


def ignoring(document: Document, finding: Finding, others: Sequence[Finding]) -> SourceEdit | None:
    """Return what to write to pass over a finding and none of the others, None if nothing does."""
    syntax = _SYNTAXES.get(document.format)
    if syntax is None:
        return None
    for edit in _candidates(document, finding, syntax):
        if _passes_over(document, edit, finding, others):
            return edit
    return None


def _candidates(document: Document, finding: Finding, syntax: _Syntax) -> Iterator[SourceEdit]:
    text = document.text
    line_end = "\r\n" if "\r\n" in text else "\n" if "\n" in text or "\r" not in text else "\r"
    comment = syntax.template.format(f"capqa: ignore {finding.rule}").replace("\n", line_end)
    start = finding.segment.source_of(Span(0, len(finding.segment.text))).start
    line = _line_start(text, start)
    if syntax.in_blocks:
        while line and (before := _line_start(text, _before_end(text, line))) < line:
            if not text[before:line].strip():
                break
            line = before
        yield SourceEdit(Span(line, line), comment + line_end)
        return
    indent = text[line:start][: len(text[line:start]) - len(text[line:start].lstrip(" \t"))]
    yield SourceEdit(Span(line, line), indent + comment + line_end)
    yield SourceEdit(Span(start, start), comment)


def _passes_over(
    document: Document, edit: SourceEdit, finding: Finding, others: Sequence[Finding]
) -> bool:
    at = edit.span.start
    text = document.text[:at] + edit.text + document.text[at:]
    try:
        data = document.byte_order_mark + text.encode(document.encoding)
        after = _choosing.reread(document, data)
    except (CapqaError, UnicodeError):
        return False
    before = [segment.text for segment in document.segments]
    if after.text != text or [segment.text for segment in after.segments] != before:
        return False
    numbers = {segment.start: number for number, segment in enumerate(document.segments)}
    comments = Comments(after)

    def is_passed_over(each: Finding) -> bool:
        segment = after.segments[numbers[each.segment.start]]
        return comments.pass_over(replace(each, segment=segment))

    return is_passed_over(finding) and not any(map(is_passed_over, others))


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def _before_end(text: str, line: int) -> int:
    """Return where the line before ends, given where a line starts."""
    return line - 2 if text[line - 2 : line] == "\r\n" else line - 1
