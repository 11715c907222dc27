"""One row of the queue: state, place, text; and how wide the places are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from capqa.tui.drawing import styles
from capqa.tui.drawing.marks import MARKS
from capqa.tui.drawing.rows import cropped, drawn
from capqa.visible import display_width, visible

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from capqa.model import Finding
    from capqa.review.items import State

_LONGEST_TEXT = 300
_WIDEST_PLACE = 0.5


def place(finding: Finding, folder: int = 0) -> str:
    """Return where a finding is, as compilers write it, from ``folder`` in the name on."""
    return visible(f"{finding.document[folder:]}:{finding.line}:{finding.column}")


def longest_place(findings: Iterable[Finding], folder: int = 0) -> int:
    """Return the width in cells of the widest `place`."""
    widths: dict[str, int] = {}
    longest = 0
    for finding in findings:
        document = finding.document
        width = widths.get(document)
        if width is None:
            width = widths[document] = display_width(visible(document[folder:]))
        longest = max(longest, width + len(f":{finding.line}:{finding.column}"))
    return longest


def place_width(longest: int, width: int) -> int:
    """Return how many cells of a row of ``width`` are for the place; half of it at most."""
    return min(longest, int((width + 1) * _WIDEST_PLACE))


def common_folder(documents: Collection[str]) -> int:
    """Return how many leading code points name the folder that all documents lie in."""
    if not documents:
        return 0
    # What the first and the last in order share, all in between share.
    first, last = min(documents), max(documents)
    pairs = zip(first, last, strict=False)
    shared = next((at for at, (one, other) in enumerate(pairs) if one != other), len(first))
    return max(first.rfind("/", 0, shared), first.rfind("\\", 0, shared)) + 1


def queue_row(
    finding: Finding,
    state: State,
    width: int,
    place_width: int,
    *,
    folder: int = 0,
    current: bool = False,
) -> Content:
    """Return one row of at most ``width`` cells; ``current`` is marked without colour, too.

    The first ``folder`` code points of the document's name are left out.
    """
    sign, _, style = MARKS[state]
    head = drawn(("▸ " if current else "  ", styles.STRONG), (sign, style), " ")
    where = Content.styled(fitted(place(finding, folder), place_width), styles.NUMBER)
    text = drawn(finding.text[:_LONGEST_TEXT])
    return cropped(head + where + "  " + text, width)


def fitted(text: str, width: int) -> str:
    """Return a text cropped from the left, where paths are alike, or padded to the width."""
    missing = width - display_width(text)
    if missing >= 0:
        return text + " " * missing
    while text and display_width(text) > width - 1:
        text = text[1:]
    return "…" + text + " " * (width - 1 - display_width(text))
