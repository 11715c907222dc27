"""The bricks of every drawing: styled text, rows that fit a width, labelled fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from capqa.tui.drawing import styles
from capqa.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from capqa.model import Span

Piece = tuple[str, str]
"""Text from anywhere and the style to show it in, "" for none."""

LABEL_WIDTH = 13
"""Cells from the left edge of a field to its text."""

LONGEST = 2000
"""Code points of one text that are shown; a caption is far shorter, an attack is longer."""

_NARROWEST = 8
_GAP = "   "


def drawn(*pieces: Piece | str) -> Content:
    """Return text as it may be shown, controls as symbols, nothing in it read as markup."""
    return Content.assemble(
        *(
            visible(piece) if isinstance(piece, str) else (visible(piece[0]), piece[1])
            for piece in pieces
        )
    )


def shortened(text: str, limit: int = LONGEST) -> str:
    """Return the text, or its first ``limit`` code points and an ellipsis."""
    return text if len(text) <= limit else text[:limit] + "…"


def joined(contents: Iterable[Content], separator: str = "  ") -> Content:
    """Return several drawings as one line, wide gaps between them."""
    return Content(separator).join(contents)


def listed(
    label: str, contents: Sequence[Content], width: int, *, one_a_row: bool
) -> list[Content]:
    """Return a field of several drawings, each in its own row or as many a row as fit."""
    if one_a_row:
        lines = list(contents)
    else:
        lines = []
        for content in contents:
            longer = joined([lines[-1], content], _GAP) if lines else content
            if lines and longer.cell_length <= width - LABEL_WIDTH:
                lines[-1] = longer
            else:
                lines.append(content)
    rows: list[Content] = []
    for line in lines:
        rows += field("" if rows else label, line, width)
    return rows


def marked(text: str, parts: Sequence[tuple[Span, str]]) -> Content:
    """Return a text with each span in its style; spans ascend and do not overlap."""
    pieces: list[Piece | str] = []
    at = 0
    for span, style in parts:
        pieces += [text[at : span.start], (span.of(text), style)]
        at = span.end
    return drawn(*pieces, text[at:])


def cropped(content: Content, width: int) -> Content:
    """Return one row of at most ``width`` cells, an ellipsis where something is left out."""
    return content.truncate(max(width, 1), ellipsis=True)


def field(label: str, content: Content, width: int, sign: str = "") -> list[Content]:
    """Return rows of at most ``width`` cells: a label, then the text, wrapped beside it."""
    head = Content.styled(f"{label:<{LABEL_WIDTH - 2}}", styles.LABEL) + Content(f"{sign:<2}")
    margin = Content(" " * LABEL_WIDTH)
    wrapped = content.wrap(max(width - LABEL_WIDTH, _NARROWEST)) or [Content("")]
    return [(margin if number else head) + line for number, line in enumerate(wrapped)]
