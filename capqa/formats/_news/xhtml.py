"""XHTML within other documents: read as a page, or as a part of the text around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.formats._news.meanings import LINE_BREAK, NOTHING, THROUGH, Meaning, Reads

if TYPE_CHECKING:
    from capqa.formats._news.elements import Element

ROOTS: Final = frozenset({"html", "body", "div", "section", "article", "main", "p"})
"""What is XHTML right within an element that says it holds XHTML, whatever its namespace."""

_PAGE: Final = Meaning(Reads.PAGE)
_UNSEEN: Final = frozenset({"script", "style", "template", "iframe", "svg", "math"})


def meaning(element: Element) -> Meaning:
    """Return what an element of XHTML is."""
    if element.parent is None or element.parent.block is None:
        return _PAGE
    if element.name == "br":
        return LINE_BREAK
    return NOTHING if element.name in _UNSEEN else THROUGH
