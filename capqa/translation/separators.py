"""Where a caption falls apart: " | ", ": ", "+++", line breaks, the ends of sentences.

The pieces between are translated one by one; the separators go over to the translation unchanged.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

SEPARATOR: Final = re.compile(
    r"[ \t\u00a0]*[\r\n]+\s*"
    r"|[ \t\u00a0]*(?:\||\u00a6|•|·|\+\+\+|(?<!:)//+|;|…)[ \t\u00a0]*"
    r"|[ \u00a0\u202f]?:[ \t\u00a0]+"
    r"|[ \t\u00a0]+(?:[-–—][ \t\u00a0]+)"
    r"|(?<=[\w)\"”“])[.!?]+[ \t\u00a0]+(?=[\"„“(]?[A-ZÄÖÜÀ-ÝА-ЯІЇЄ])"
)
"""One separator with the white space around it."""

_INSIDE: Final = frozenset({":", "-", "–", "—", ";", "…"})
_ABBREVIATION: Final = re.compile(r"(?:\b(?:St|Dr|Prof|Nr|ca|bzw|u|a|v|l|r|[A-ZÄÖÜ])|\b\d{1,3})$")


class Fragment(NamedTuple):
    """A piece between separators; ``opens`` is whether a sentence or line begins with it."""

    span: Span
    opens: bool = True


def fragments(
    text: str, *, opens: bool = True, inside_sentences: bool = True
) -> tuple[Fragment, ...]:
    """Return the pieces of a text, those without a letter or digit left out.

    ``opens`` is whether the text itself begins a sentence or line. ``inside_sentences`` is whether
    colons and dashes cut too; a model, unlike a glossary, is helped by what goes before them.
    """
    found: list[Fragment] = []
    start = 0
    first = opens
    for separator in SEPARATOR.finditer(text):
        if separator.group()[:1] in ".!?" and _ABBREVIATION.search(
            text, max(0, start), separator.start()
        ):
            continue
        if not inside_sentences and separator.group().strip(" \t\u00a0") in _INSIDE:
            continue
        if separator.start() > start:
            found.append(Fragment(Span(start, separator.start()), first))
        start = separator.end()
        first = True
    if start < len(text):
        found.append(Fragment(Span(start, len(text)), first))
    return tuple(each for each in found if any(map(str.isalnum, each.span.of(text))))


def rejoined(text: str, pieces: Sequence[Fragment], translated: Sequence[str]) -> str:
    """Return the text with every piece replaced by its translation."""
    joined: list[str] = []
    position = 0
    for piece, translation in zip(pieces, translated, strict=True):
        # French puts a space before the colon, English does not.
        between = text[position : piece.span.start]
        joined += [": " if between.strip(" \u00a0\u202f") == ":" else between, translation]
        position = piece.span.end
    return "".join([*joined, text[position:]])


def separators(text: str) -> list[str]:
    """Return the separators of a text without white space around them, ends of sentences left out.

    Line breaks count as they are.
    """
    found = (separator.group().strip(" \t\u00a0") for separator in SEPARATOR.finditer(text))
    return [separator for separator in found if separator[0] not in ".!?"]


def opens_sentence(text: str, position: int) -> bool:
    """Return whether what stands at a position of a text begins a sentence, line or piece."""
    before = text[max(0, position - 100) : position]
    if not any(map(str.isalnum, before)):
        return True
    # A letter after it, because the end of a sentence is only one where another begins.
    ends = [found.end() for found in SEPARATOR.finditer(before + "A")]
    return bool(ends) and not any(map(str.isalnum, before[ends[-1] :]))
