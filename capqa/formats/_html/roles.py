"""What the elements and attributes of a page are to its readers: captions, credits, navigation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from capqa.formats._html.elements import HEADINGS, names
from capqa.formats._roles import LONGEST_LABEL
from capqa.formats._wording import begins_as_credit, is_agency_byline, is_byline
from capqa.model import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

_BY_NAME: Final = {
    **dict.fromkeys(HEADINGS, Role.HEADLINE),
    **dict.fromkeys(("title",), Role.HEADLINE),
    **dict.fromkeys(("figcaption", "caption"), Role.CAPTION),
    **dict.fromkeys(
        ("nav", "menu", "footer", "button", "select", "label", "legend"), Role.NAVIGATION
    ),
}
_NAVIGATION_ROLES: Final = names("navigation menu menubar menuitem contentinfo button tab tablist")
# "source" at the end of a name alone: "source-sans" is a typeface.
_CREDIT: Final = re.compile(
    r"(?<!ac)credit(?!or|[-_]?card)|copyright"
    r"|(?-i:(?<![A-Za-z])source|Source|(?:[qQ]|bildq)uelle)n?s?(?![\w-])",
    re.IGNORECASE,
)
_BYLINE: Final = re.compile(r"(?<![A-Za-z])(?:byline|author)s?(?![a-z])|Author(?![a-z])|ByLine")
_CAPTION: Final = re.compile(r"(?<![A-Za-z])caption(?![a-z])|Caption|[bB]ildunterschrift")
_WHOLE_PAGE: Final = frozenset(("html", "body", "main", "article", "section"))

_META_NAMES: Final = names(
    "description headline caption name og:title og:description og:image:alt og:video:alt"
    " twitter:title twitter:description twitter:image:alt twitter:text:title twitter:label1"
    " twitter:data1 twitter:label2 twitter:data2 dc.title dc.description dcterms.title"
    " dcterms.description parsely-title sailthru.title sailthru.description"
)
_NOT_SHOWN: Final = names("link style script meta base")
_BUTTON_TYPES: Final = frozenset(("submit", "button", "reset"))
_PICTURES: Final = names("img area figure picture svg video audio iframe object embed canvas")


def element_role(name: str, values: Mapping[str, str]) -> Role | None:
    """Return the role an element gives its text; None when it says nothing, as most do.

    ``values`` are those of its attributes ``class``, ``rel``, ``role`` and ``itemprop``.
    """
    role = _BY_NAME.get(name)
    if role is not None:
        return role
    if not values or name in _WHOLE_PAGE:
        return None
    if values.get("role", "").strip().lower() in _NAVIGATION_ROLES:
        return Role.NAVIGATION
    if "author" in values.get("rel", "").lower().split():
        return Role.BYLINE
    labels = f"{values.get('class', '')} {values.get('itemprop', '')}"
    # Before captions: "caption-credit", "figcaption__copyright".
    if _CREDIT.search(labels):
        return Role.CREDIT
    if _BYLINE.search(labels):
        return Role.BYLINE
    return Role.CAPTION if _CAPTION.search(labels) else None


def text_role(
    text: str, role: Role | None, *, holds_byline: bool, linked: bool, small: bool
) -> Role:
    """Return the role of a text from that of its element and from what it holds.

    ``linked`` says that all of it is links, ``small`` that all of it is small print.
    """
    is_label = len(text) <= LONGEST_LABEL
    if role in (Role.CREDIT, Role.BYLINE) and not is_label:
        # Nobody's name is that long: the class was that of a box around a text.
        role = None
    if role not in (None, Role.CAPTION, Role.BODY):
        return role or Role.BODY
    if is_label:
        if begins_as_credit(text) or (small and role is None):
            return Role.CREDIT
        if holds_byline or is_byline(text) or is_agency_byline(text):
            return Role.BYLINE
        if linked and role is None:
            return Role.NAVIGATION
    return role or Role.BODY


def attribute_role(element: str, name: str, values: Mapping[str, str]) -> Role | None:
    """Return the role of an attribute's value, None when it is no text for readers.

    ``values`` hold an input's ``type`` and a meta element's ``name``, ``property`` and
    ``itemprop``.
    """
    # "amp-img" is what an img is; of other elements that authors define only the names tell.
    element = element.removeprefix("amp-")
    is_custom = "-" in element
    if name == "alt":
        return Role.ALT if is_custom or element in ("img", "area", "input", "anim") else None
    if name == "data-caption" or (name == "caption" and is_custom):
        # What scripts of galleries show below the picture.
        return Role.CAPTION
    if name in ("aria-label", "aria-description", "title"):
        if element in _NOT_SHOWN:
            return None
        return Role.ALT if element in _PICTURES else Role.NAVIGATION
    if name in ("placeholder", "aria-placeholder"):
        return Role.NAVIGATION
    if name == "value":
        is_button = values.get("type", "").strip().lower() in _BUTTON_TYPES
        return Role.NAVIGATION if element == "input" and is_button else None
    if name == "label":
        return Role.NAVIGATION if element in ("option", "optgroup", "track") else None
    if name == "content" and element == "meta":
        named = (values.get(key, "").strip().lower() for key in ("name", "property", "itemprop"))
        return Role.META if any(each in _META_NAMES for each in named) else None
    return None


TEXT_ATTRIBUTES: Final = names(
    "alt aria-label aria-description title placeholder aria-placeholder value label content caption"
    " data-caption"
)
"""The attributes `attribute_role` knows."""
