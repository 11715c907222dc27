"""Atom 1.0 and 0.3: headlines and texts of entries, which say themselves whether they are HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.formats._news.meanings import NOTHING, THROUGH, Meaning, Reads
from capqa.model import Role

if TYPE_CHECKING:
    from capqa.formats._news.elements import Element

_TEXTS: Final = {
    "summary": Role.BODY,
    "content": Role.BODY,
    "subtitle": Role.META,
    "rights": Role.CREDIT,
    # Of Atom 0.3.
    "tagline": Role.META,
    "copyright": Role.CREDIT,
}
_LONG: Final = frozenset({"summary", "content"})
_CATEGORY: Final = Meaning(attributes=(("label", Role.META),))
_NAME: Final = Meaning(Reads.TEXT, Role.BYLINE)


def meaning(element: Element) -> Meaning:
    """Return what an element of Atom is."""
    name, parent = element.name, element.parent_name
    if name == "title":
        return _text(element, Role.HEADLINE if parent == "entry" else Role.META)
    if name in _TEXTS:
        return _text(element, _TEXTS[name])
    if name == "name":
        return _NAME if parent in ("author", "contributor") else THROUGH
    if name == "category":
        return _CATEGORY
    # The source is what a copied entry's own feed says of itself.
    return NOTHING if name in ("source", "id", "generator", "link") else THROUGH


def _text(element: Element, role: Role) -> Meaning:
    kind = element.attributes.get("type", "").partition(";")[0].strip().lower()
    mode = element.attributes.get("mode", "")
    is_long = element.name in _LONG
    if kind in ("html", "text/html") or mode == "escaped":
        return Meaning(Reads.HTML, role)
    if mode == "base64":
        return NOTHING
    if not kind:
        # By the standard that is plain text; not all who write HTML know.
        return Meaning(Reads.LINES_OR_HTML if is_long else Reads.PERHAPS_HTML, role)
    if kind in ("text", "text/plain"):
        return Meaning(Reads.LINES if is_long else Reads.TEXT, role)
    if kind in ("xhtml", "xml") or kind.endswith(("+xml", "/xml")) or mode == "xml":
        return Meaning(Reads.THROUGH, role)
    return NOTHING
