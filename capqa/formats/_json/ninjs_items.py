"""Strings chosen by what ninjs says they are.

Source: the IPTC schemas of ninjs 1.0 to 3.3, and what agencies add to them; read in 2026.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Final

from capqa.formats._json.decoding import decoded_head
from capqa.formats._json.languages import LANGUAGE_KEYS, declare
from capqa.formats._json.selection import Chosen
from capqa.formats._json.strings import decoded
from capqa.formats._json.values import values
from capqa.formats._json.wording import is_html
from capqa.model import Role

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from capqa.formats._json.values import Container, String, Values

_ROLES: Final = {
    "headline": Role.HEADLINE,
    "subheadline": Role.HEADLINE,
    # "Title is metadata, use headlines for publishable headlines."
    "title": Role.META,
    "located": Role.META,
    "byline": Role.BYLINE,
    "by": Role.BYLINE,
    "creditline": Role.CREDIT,
    "copyrightnotice": Role.CREDIT,
    "usageterms": Role.CREDIT,
    "alttext": Role.ALT,
}
# "description_text", "body_xhtml", "headline_main" of 1.x; "descriptions" and so on since 2.0.
_KINDS: Final = {
    "description": Role.BODY,
    "body": Role.BODY,
    "headline": Role.HEADLINE,
    "descriptions": Role.BODY,
    "bodies": Role.BODY,
    "headlines": Role.HEADLINE,
}
_WITH_PICTURE: Final = frozenset(("picture", "graphic", "video"))
_ROLE_NAMES: Final = (
    ("caption", Role.CAPTION),
    ("credit", Role.CREDIT),
    ("byline", Role.BYLINE),
    ("alttext", Role.ALT),
    ("headline", Role.HEADLINE),
)
_HTML: Final = ("html", "richtext", "nitf")
# Markup that is no HTML has words in it that are none for readers.
_READABLE_TYPE: Final = re.compile(
    r"text/(?!xml)|.*[/.+-](?:x?html|nitf)\b|.*markdown", re.IGNORECASE
)
_MEMBERS: Final = frozenset(
    (
        *("versioncreated", "firstcreated", "contentcreated", "pubstatus", "representationtype"),
        *("copyrightholder", "copyrightnotice", "usageterms", "ednote", "slugline", "headlines"),
        *("bodies", "descriptions", "renditions", "associations", "infosource", "infosources"),
        *("embargoed", "embargoeduntil", "byline", "located", "altids", "trustindicator"),
        *("trustindicators", "rightsinfo", "eventdetails", "plannedcoverage", "profile"),
    )
)
_IDENTIFIERS: Final = frozenset(("uri", "guid"))
_STANDARD: Final = frozenset(("standard", "$standard"))
_PATTERN_MEMBER: Final = re.compile(r"(?:description|body|headline)_\w+", re.ASCII)


class _Place(Enum):
    """What a container is in ninjs."""

    TOP = "top"
    ITEMS = "items"
    ITEM = "item"
    TEXTS = "texts"
    TEXT = "text"
    RENDITIONS = "renditions"
    RENDITION = "rendition"
    OTHER = "other"


class NinjsItems:
    """The selection of what readers see of an item and what is associated with it."""

    labels: Collection[str] = LANGUAGE_KEYS | {"type", "role", "contenttype", "contentType"}

    def wants(self, container: Container) -> bool:
        """Return whether the string value at the container's step may be text for readers."""
        place, name = _place(container), _plain(container.key)
        if place is _Place.ITEM:
            return name in _ROLES or _kind(container.key) in _KINDS
        if place is _Place.TEXT:
            return container.key == "value"
        return place is _Place.RENDITION and name in ("alttext", "alt")

    def choose(self, string: String, text: str) -> Chosen | None:
        """Return what a string is read as, None for a body in markup other than HTML."""
        container, key = string.container, str(string.step)
        place = _place(container)
        if place is _Place.RENDITION:
            return Chosen(Role.ALT)
        if place is _Place.ITEM:
            role = _ROLES.get(_plain(key))
            if role is not None:
                return Chosen(role, is_html(text))
            kind, _, name = key.partition("_")
            item, content_type = container, ""
        else:
            kind = container.under
            name = container.labels.get("role", "")
            labels = container.labels
            content_type = labels.get("contenttype", labels.get("contentType", ""))
            item = container
            while _place(item) is not _Place.ITEM and item.outer is not None:
                item = item.outer
        if content_type and not _READABLE_TYPE.match(content_type):
            return None
        role = _KINDS[kind]
        if kind.startswith("description") and item.labels.get("type") in _WITH_PICTURE:
            role = Role.CAPTION
        form = f"{_plain(name)} {content_type.lower()}"
        role = next((own for part, own in _ROLE_NAMES if part in _plain(name)), role)
        return Chosen(role, any(each in form for each in _HTML) or is_html(text))

    def languages(self, source: str, values: Values) -> Mapping[int, str | None]:
        """Return the language that is declared in each container, by its `id`."""
        del source
        return declare(values.containers, LANGUAGE_KEYS)


def is_ninjs(head: bytes) -> bool:
    """Return whether JSON that begins so is ninjs."""
    text = decoded_head(head)
    found = values(text, lambda container: container.depth <= 3, ())
    names: set[str] = set()
    for string in found.strings:
        if string.container.place in _STANDARD and string.step == "name":
            standard = decoded(text, string.start, string.end).lower()
            if "ninjs" in standard:
                return True
        if _place(string.container) is _Place.ITEM:
            names.add(str(string.step))
    for container in found.containers:
        if container.outer is not None and _place(container.outer) is _Place.ITEM:
            names.add(str(container.place))
    plain = {_plain(name) for name in names} & _MEMBERS
    patterned = [name for name in names if _PATTERN_MEMBER.fullmatch(name)]
    return bool(names & _IDENTIFIERS) and len(plain) + len(patterned) >= 2


def _place(container: Container) -> _Place:
    waiting = []
    at: Container = container
    while not isinstance(at.note, _Place):
        waiting.append(at)
        if at.outer is None:
            break
        at = at.outer
    for inner in reversed(waiting):
        inner.note = _within(inner)
    assert isinstance(container.note, _Place)
    return container.note


def _within(container: Container) -> _Place:
    outer = container.outer
    if outer is None:
        return _Place.TOP
    around, name = outer.note, _plain(str(container.place))
    if around is _Place.TOP:
        return _Place.ITEM if container.is_object else _Place.ITEMS
    if around is _Place.ITEMS:
        return _Place.ITEM if container.is_object else _Place.ITEMS
    if around is _Place.ITEM:
        if name == "associations":
            return _Place.ITEMS
        if name == "renditions":
            return _Place.RENDITIONS
        if name in _KINDS and not container.is_object:
            return _Place.TEXTS
        return _Place.OTHER
    if around is _Place.TEXTS and container.is_object:
        return _Place.TEXT
    if around is _Place.RENDITIONS and container.is_object:
        return _Place.RENDITION
    return _Place.OTHER


def _kind(key: str) -> str:
    """Return "body" for "body_html"; "" where there is no such part."""
    return key.partition("_")[0] if _PATTERN_MEMBER.fullmatch(key) else ""


def _plain(name: str) -> str:
    # "versioncreated" is "versionCreated" since 3.0, and agencies write "alt_text".
    return name.replace("_", "").lower()
