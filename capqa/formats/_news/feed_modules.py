"""What feeds add to RSS and Atom: media with captions, Dublin Core, podcasts, whole articles.

Sources: Media RSS 1.5.1, RSS 1.0 modules, Apple's and Google's podcast tags.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.formats._news.meanings import NOTHING, THROUGH, Meaning, Reads, texts
from capqa.model import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from capqa.formats._news.elements import Element

_MEDIA: Final = {
    "title": Meaning(Reads.PERHAPS_HTML, Role.CAPTION),
    "description": Meaning(Reads.LINES_OR_HTML, Role.CAPTION),
    "text": Meaning(Reads.LINES_OR_HTML, Role.BODY),
    "category": Meaning(Reads.NOTHING, attributes=(("label", Role.META),)),
    **texts(Role.CREDIT, "credit copyright"),
    **texts(Role.META, "keywords"),
    # What readers wrote.
    **dict.fromkeys(("comments", "responses"), NOTHING),
}
_DUBLIN_CORE: Final = {
    "title": Meaning(Reads.PERHAPS_HTML, Role.HEADLINE),
    "alternative": Meaning(Reads.PERHAPS_HTML, Role.HEADLINE),
    "description": Meaning(Reads.PERHAPS_HTML, Role.BODY),
    "abstract": Meaning(Reads.PERHAPS_HTML, Role.BODY),
    **texts(Role.META, "subject"),
    **texts(Role.BYLINE, "creator contributor"),
    **texts(Role.CREDIT, "publisher rights rightsHolder"),
}
_PODCAST: Final = {
    "title": Meaning(Reads.PERHAPS_HTML, Role.HEADLINE),
    "subtitle": Meaning(Reads.PERHAPS_HTML, Role.BODY),
    "summary": Meaning(Reads.LINES_OR_HTML, Role.BODY),
    "description": Meaning(Reads.LINES_OR_HTML, Role.BODY),
    "category": Meaning(attributes=(("text", Role.META),)),
    **texts(Role.META, "keywords"),
    **texts(Role.BYLINE, "author"),
}
_PLAIN: Final = {Reads.PERHAPS_HTML: Reads.TEXT, Reads.LINES_OR_HTML: Reads.LINES}
_ENCODED: Final = {"encoded": Meaning(Reads.HTML, Role.BODY)}


def _media(element: Element) -> Meaning:
    meaning = _MEDIA.get(element.name, THROUGH)
    if meaning.reads in _PLAIN:
        kind = element.attributes.get("type", "").strip().lower()
        if kind == "html":
            return Meaning(Reads.HTML, meaning.role)
        if kind == "plain":
            return Meaning(_PLAIN[meaning.reads], meaning.role)
    return meaning


def _looked_up(meanings: dict[str, Meaning]) -> Callable[[Element], Meaning]:
    return lambda element: meanings.get(element.name, THROUGH)


BY_NAMESPACE: Final = {
    "http://search.yahoo.com/mrss": _media,
    "http://purl.org/dc/elements/1.1": _looked_up(_DUBLIN_CORE),
    "http://purl.org/dc/terms": _looked_up(_DUBLIN_CORE),
    "http://www.itunes.com/dtds/podcast-1.0.dtd": _looked_up(_PODCAST),
    "http://www.google.com/schemas/play-podcasts/1.0": _looked_up(_PODCAST),
    "http://purl.org/rss/1.0/modules/content": _looked_up(_ENCODED),
    "http://wordpress.org/export/1.1/excerpt": _looked_up(_ENCODED),
    "http://wordpress.org/export/1.2/excerpt": _looked_up(_ENCODED),
}
"""The vocabularies by namespace, without the "/" at its end, in small letters."""
