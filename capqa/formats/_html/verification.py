"""What a page must read as after an edit, to compare with what it does read as.

Markup has ways of its own: an "&" before the edited words may make a reference of them. What does
not come out as meant is refused, not written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.formats._html.visible_text import VisibleText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.model import Document, Edit


def expected_texts(texts: Sequence[str], edits: Sequence[Edit], document: Document) -> list[str]:
    """Return the texts of a page's segments after the edits, those that become empty left out."""
    place_of = {segment.start: place for place, segment in enumerate(document.segments)}
    expected = list(texts)
    # From the last to the first, so that the spans before an edit stay what they are.
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        place = place_of[edit.segment.start]
        text = expected[place]
        expected[place] = text[: edit.span.start] + edit.new + text[edit.span.end :]
    changed = {place_of[edit.segment.start] for edit in edits}
    for place in changed:
        expected[place] = _visible(expected[place])
    return [text for text in expected if text]


def _visible(text: str) -> str:
    visible = VisibleText()
    visible.add_source(text, 0, len(text), raw=True)
    return visible.finish()[0]
