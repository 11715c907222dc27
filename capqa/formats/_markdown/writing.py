"""Writing a text so that it reads as itself where it stands in a Markdown file."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from capqa.formats._cues import line_break_of
from capqa.formats._html.escaping import escaped as escaped_in_html
from capqa.formats._markdown.front_matter_writing import written_scalar
from capqa.formats._markdown.passages import Passage, Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.formats._splicing import Replacement
    from capqa.model import Document

_PUNCTUATION: Final = r"!-/:-@\[-`{-~"
# Of marks that mean nothing where they stand, none is escaped: an underscore amid a word, an
# asterisk between spaces.
_ACTING: Final = re.compile(
    rf"\\(?=[{_PUNCTUATION}]|$)"
    r"|[`\[\]]"
    r"|(?<!\s)\*|\*(?!\s)"
    r"|(?<![\s\w])_|_(?![\s\w])|(?<=\s)_(?=\S)|(?<=\w)_(?=\s)"
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=\#?[A-Za-z0-9]{1,31};)"
    r"|(?<!~)~(?=~)"
)
# A site generator takes these for its own before Markdown is read.
_TEMPLATE: Final = re.compile(r"\{(?=[{%#:.])")
_BEGINS_BLOCK: Final = re.compile(r"(?:#{1,6}|[-+:])(?=\s|$)|>|=+\s*$|-{2,}\s*$|~{3}")
_BEGINS_ITEM: Final = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_SPACE_BEFORE_BREAK: Final = re.compile(r"[ \t]*\n[ \t]*")


class Writer:
    """Writes into a document's passages; ``escape`` says whether marks are escaped.

    Most texts need no escaping, so what is written without is tried first.
    """

    def __init__(self, document: Document, passages: Sequence[Passage], *, escape: bool) -> None:
        """Take a document and its passages."""
        self._document = document
        self._escape = escape
        runs = [(run.source, passage) for passage in passages for run in passage.segment.runs]
        runs.sort(key=lambda run: run[0])
        self._starts = [start for start, _ in runs]
        self._passages = [passage for _, passage in runs]

    def written(self, text: str, at: int) -> str:
        """Return what stands for a text at an offset of the document; front matter comes later."""
        passage = self._at(at)
        writing = passage.writing
        encoding = self._document.encoding
        if writing.place in (Place.YAML, Place.TOML):
            return text
        if writing.html is not None:
            quote = writing.html.quote or '"'
            return escaped_in_html(text.replace("\n", " "), writing.html, encoding, quote=quote)
        if writing.place is Place.ARGUMENT:
            if writing.quote != "`":
                text = text.replace("\\", "\\\\").replace(writing.quote, f"\\{writing.quote}")
            return text.replace("\n", " ")
        if writing.place is Place.TITLE:
            text = self._title(text, writing.quote).replace("\n", " ")
        else:
            text = self._text(text, at, passage)
        # A reference stands for what the encoding lacks.
        return text.encode(encoding, "xmlcharrefreplace").decode(encoding)

    def completed(self, replacements: Sequence[Replacement]) -> list[Replacement]:
        """Return the replacements with those in front matter written as their scalars need."""
        scalars: dict[int, list[Replacement]] = {}
        completed = []
        for replacement in replacements:
            writing = self._at(replacement.span.start).writing
            if writing.place in (Place.YAML, Place.TOML):
                scalars.setdefault(writing.start, []).append(replacement)
            else:
                completed.append(replacement)
        for inside in scalars.values():
            writing = self._at(inside[0].span.start).writing
            completed += written_scalar(self._document, writing, inside)
        return completed

    def _at(self, offset: int) -> Passage:
        return self._passages[max(bisect_right(self._starts, offset) - 1, 0)]

    def _title(self, text: str, quote: str) -> str:
        if not self._escape:
            return text
        acting = "()" if quote == "(" else re.escape(quote)
        return re.sub(rf"[\\{acting}]|&(?=\#?[A-Za-z0-9]{{1,31}};)", r"\\\g<0>", text)

    def _text(self, text: str, at: int, passage: Passage) -> str:
        lines = passage.writing.lines
        assert lines is not None  # of all texts in Markdown
        line_start = lines.line_start(at)
        if self._escape:
            text = _ACTING.sub(r"\\\g<0>", text)
            if passage.writing.quote == "|":
                text = text.replace("|", r"\|")
            if at == line_start:
                text = _BEGINS_ITEM.sub(r"\1\\\2", text, count=1) if text[:1].isdigit() else text
                text = _BEGINS_BLOCK.sub(r"\\\g<0>", text, count=1) if _begins(text) else text
        text = _TEMPLATE.sub("&#123;", text)
        if "\n" not in text:
            return text
        document = self._document.text
        start = max(document.rfind(each, 0, line_start) for each in "\r\n") + 1
        prefix = re.sub(r"[^>\s]", " ", document[start:line_start])
        line_break = f"  {line_break_of(document)}{prefix}"
        return _SPACE_BEFORE_BREAK.sub(lambda _: line_break, text)


def _begins(text: str) -> bool:
    return _BEGINS_BLOCK.match(text) is not None
