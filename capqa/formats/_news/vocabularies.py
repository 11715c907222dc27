"""Which vocabulary an element is of: told by its namespace, or by the name where it has none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.formats._news import atom, feed_modules, newsml_g2, nitf, rss, xhtml
from capqa.formats._news.meanings import THROUGH

if TYPE_CHECKING:
    from collections.abc import Callable

    from capqa.formats._news.elements import Element
    from capqa.formats._news.meanings import Meaning

PAGES: Final = frozenset({"nitf", "channel", "feed"}) | newsml_g2.ITEMS
"""The elements that are a document each, of which a file may hold several."""

# Without the "/" or "#" at their end: feeds have them with and without.
_BY_NAMESPACE: Final[dict[str, Callable[[Element], Meaning]]] = {
    "http://iptc.org/std/nar/2006-10-01": newsml_g2.meaning,
    "http://iptc.org/std/nitf/2006-10-18": nitf.meaning,
    "http://www.w3.org/1999/xhtml": xhtml.meaning,
    "http://www.w3.org/2005/atom": atom.meaning,
    "http://purl.org/atom/ns": atom.meaning,
    "http://purl.org/rss/1.0": rss.meaning,
    "http://my.netscape.com/rdf/simple/0.9": rss.meaning,
    "http://backend.userland.com/rss2": rss.meaning,
    **feed_modules.BY_NAMESPACE,
}
_BY_NAME: Final[dict[str, Callable[[Element], Meaning]]] = {
    "nitf": nitf.meaning,
    "html": xhtml.meaning,
    "rss": rss.meaning,
    "RDF": rss.meaning,
    "feed": atom.meaning,
    "newsMessage": newsml_g2.meaning,
    **dict.fromkeys(newsml_g2.ITEMS, newsml_g2.meaning),
}


def understand(element: Element) -> None:
    """Set an element's vocabulary and its meaning; ``element.block`` is not set yet."""
    element.vocabulary = _vocabulary(element)
    element.meaning = element.vocabulary(element) if element.vocabulary else THROUGH


def _vocabulary(element: Element) -> Callable[[Element], Meaning] | None:
    parent = element.parent
    if parent is None or element.name in ("nitf", "html"):
        by_name = _BY_NAME.get(element.name)
        if by_name:
            return by_name
    if parent and element.name in xhtml.ROOTS and _holds_xhtml(parent):
        return xhtml.meaning
    if parent and element.namespace in (parent.namespace, ""):
        return parent.vocabulary
    return _BY_NAMESPACE.get(element.namespace.rstrip("/#").lower())


def _holds_xhtml(element: Element) -> bool:
    kind = element.attributes.get("type", "").strip().lower()
    return element.name == "inlineXML" or kind in ("xhtml", "application/xhtml+xml")
