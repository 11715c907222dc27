"""RSS 0.9x, 1.0 and 2.0: headlines and texts of items, and what the channel is called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.formats._news.meanings import NOTHING, THROUGH, Meaning, Reads
from capqa.model import Role

if TYPE_CHECKING:
    from capqa.formats._news.elements import Element

_BY_PARENT: Final = {
    ("item", "title"): Meaning(Reads.PERHAPS_HTML, Role.HEADLINE),
    ("item", "description"): Meaning(Reads.HTML, Role.BODY),
    ("channel", "title"): Meaning(Reads.PERHAPS_HTML, Role.META),
    ("channel", "description"): Meaning(Reads.HTML, Role.META),
    ("image", "title"): Meaning(Reads.PERHAPS_HTML, Role.ALT),
    ("image", "description"): Meaning(Reads.PERHAPS_HTML, Role.ALT),
    **{
        (parent, name): Meaning(Reads.PERHAPS_HTML, Role.NAVIGATION)
        for parent in ("textinput", "textInput")
        for name in ("title", "description")
    },
}
_MEANINGS: Final = {
    "category": Meaning(Reads.PERHAPS_HTML, Role.META),
    "author": Meaning(Reads.TEXT, Role.BYLINE),
    "copyright": Meaning(Reads.PERHAPS_HTML, Role.CREDIT),
    "source": Meaning(Reads.TEXT, Role.CREDIT),
    **dict.fromkeys(("link", "guid", "comments", "docs", "generator"), NOTHING),
}


def meaning(element: Element) -> Meaning:
    """Return what an element of RSS is."""
    known = _BY_PARENT.get((element.parent_name, element.name))
    return known or _MEANINGS.get(element.name, THROUGH)
