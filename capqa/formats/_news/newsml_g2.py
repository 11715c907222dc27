"""NewsML-G2: what is said about a piece of news, and the news where it is in the file itself.

Source: IPTC, NewsML-G2 2.30.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from capqa.formats._news.meanings import LINE_BREAK, NOTHING, THROUGH, Meaning, Reads, texts, unread
from capqa.model import Role

if TYPE_CHECKING:
    from capqa.formats._news.elements import Element

ITEMS: Final = frozenset(
    {"newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"}
)
"""The elements that are an item each."""

_MEANINGS: Final = {
    **texts(Role.HEADLINE, "headline"),
    **texts(Role.META, "title dateline keyword"),
    **texts(Role.BYLINE, "by"),
    **texts(Role.CREDIT, "creditline copyrightNotice usageTerms"),
    **texts(Role.BODY, "definition"),
    **texts(Role.ALT, "altText extDescription"),
    # For editors, not for readers.
    **unread("header catalogRef catalog slugline edNote rt rp"),
    "br": LINE_BREAK,
}
_NAMES: Final = {
    **dict.fromkeys(("provider", "infoSource", "copyrightHolder", "publisher"), Role.CREDIT),
    **dict.fromkeys(("creator", "contributor"), Role.BYLINE),
    **dict.fromkeys(("subject", "genre", "located", "concept", "group"), Role.META),
}
_ALTERNATIVE_TEXTS: Final = frozenset({"alttext", "altext", "extdescription", "extdescr"})
_CODE_END: Final = re.compile(r"[^:/#]*$")
_PICTURES: Final = frozenset({"picture", "graphic", "video", "animated"})
_HTML_TYPES: Final = frozenset({"text/html", "application/xhtml+xml"})
_LINES: Final = Meaning(Reads.LINES)
_HTML: Final = Meaning(Reads.HTML)


def meaning(element: Element) -> Meaning:
    """Return what an element of NewsML-G2 is."""
    name = element.name
    if name == "name":
        role = _NAMES.get(element.parent_name)
        return Meaning(Reads.TEXT, role) if role else THROUGH
    if name == "description":
        return Meaning(Reads.TEXT, _role_of_description(element))
    if name == "inlineData":
        return _data(element)
    if name == "itemClass" and element.parent and element.parent.parent:
        element.parent.parent.facts["class"] = _code(element.attributes)
    return _MEANINGS.get(name, THROUGH)


def _role_of_description(element: Element) -> Role:
    role = _code(element.attributes, "role")
    if role in _ALTERNATIVE_TEXTS:
        return Role.ALT
    if role == "caption":
        return Role.CAPTION
    item = element.parent.parent if element.parent else None
    if not role and item and item.facts.get("class") in _PICTURES:
        return Role.CAPTION
    return Role.BODY


def _data(element: Element) -> Meaning:
    if "encoding" in element.attributes:  # Base64, compressed
        return NOTHING
    content_type = element.attributes.get("contenttype", "text/plain")
    content_type = content_type.partition(";")[0].strip().lower()
    if content_type in _HTML_TYPES:
        return _HTML
    return _LINES if content_type == "text/plain" else NOTHING


def _code(attributes: dict[str, str], key: str = "qcode") -> str:
    """Return the last part of a code ("drol:caption") or of the URI that stands for it."""
    value = attributes.get(key, attributes.get("uri", "")).strip().lower()
    found = _CODE_END.search(value)
    return found[0] if found else ""
