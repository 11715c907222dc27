"""NITF, the articles of agencies and newspapers: headlines, paragraphs, captions, credits.

Source: IPTC, NITF 3.6.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.formats._news.meanings import LINE_BREAK, THROUGH, Meaning, Reads, texts, unread
from capqa.model import Role

if TYPE_CHECKING:
    from capqa.formats._news.elements import Element

_MEANINGS: Final = {
    # What an element within these is depends on them: a paragraph of a caption is a caption.
    **texts(None, "p li dt dd td th pre bq fn note block body.content"),
    **texts(Role.BODY, "abstract bibliography tagline"),
    **texts(Role.META, "title dateline"),
    **texts(Role.HEADLINE, "hl1 hl2 hedline"),
    **texts(Role.CAPTION, "media-caption caption"),
    **texts(Role.CREDIT, "media-producer distributor rights credit datasource"),
    **texts(Role.BYLINE, "byline byttl"),
    **unread(
        "docdata tobject pubdata revision-history meta iim ds media-metadata media-object"
        " classifier custom-table nitf-table-metadata table-reference rt rp hr"
    ),
    "br": LINE_BREAK,
    "media-reference": Meaning(
        Reads.TEXT,
        Role.ALT,
        (
            ("alternate-text", Role.ALT),
            ("source-credit", Role.CREDIT),
            ("copyright", Role.CREDIT),
        ),
    ),
    "series": Meaning(attributes=(("series.name", Role.META),)),
}
# In these it is a line of its own, in a paragraph some words.
_HOLDERS: Final = frozenset({"block", "body.content"})
_COPYRIGHT: Final = Meaning(Reads.TEXT, Role.CREDIT)


def meaning(element: Element) -> Meaning:
    """Return what an element of NITF is; one that is not known is a part of the text around it."""
    if element.name == "copyrite" and element.parent_name in _HOLDERS:
        return _COPYRIGHT
    return _MEANINGS.get(element.name, THROUGH)
