"""Strings chosen by the names that newsrooms give to captions, headlines and texts.

What such a name holds may still be no text for readers: identifiers, addresses, dates and code are
left out by their form.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from capqa.formats._json.languages import LANGUAGE_KEYS, declare, language_of_tag
from capqa.formats._json.selection import Chosen
from capqa.formats._json.wording import is_html, is_text, may_be_text
from capqa.formats._qualified_names import qualified_role
from capqa.language_names import language_name
from capqa.model import Role

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from capqa.formats._json.values import Container, String, Values

TYPE_KEYS: Final = frozenset(("@type", "type", "_type", "kind"))
"""The keys under which an object says what it is."""

_NAMES: Final = {
    Role.CAPTION: "caption imagecaption photocaption videocaption captiontext captionhtml cutline"
    " bildunterschrift bildtext bildbeschreibung",
    Role.CREDIT: "credit credits creditline imagecredit photocredit copyright copyrightnotice"
    " usageterms bildquelle bildnachweis",
    Role.BYLINE: "byline bylinetext",
    Role.HEADLINE: "headline headlines subheadline alternativeheadline mainheadline title titel"
    " titre titolo subtitle untertitel kicker overline dachzeile spitzmarke strapline heading"
    " subheading shorttitle longtitle hed",
    Role.ALT: "alt alttext alttag altdescription alternativetext alternatetext imagealt"
    " accessibilitytext accessibilitylabel",
    Role.BODY: "body bodytext bodyhtml bodyxhtml articlebody content contents contenttext"
    " contenthtml text texthtml html description descriptiontext descriptionhtml summary"
    " summarytext summaryhtml lead lede leadtext teaser teasertext intro introtext introduction"
    " standfirst abstract excerpt dek deck vorspann anreisser fliesstext paragraph paragraphs quote"
    " blurb chapeau",
    Role.META: "metatitle metadescription seotitle seodescription ogtitle ogdescription"
    " socialtitle socialdescription twittertitle twitterdescription",
}
_ROLE_OF: Final = {name: role for role, names in _NAMES.items() for name in names.split()}
_WRAPPERS: Final = frozenset(("rendered", "value", "@value", "processed", "plain"))
_NAMED_TYPES: Final = frozenset(
    (
        *("newsarticle", "article", "reportagenewsarticle", "blogposting", "liveblogposting"),
        *("opinionnewsarticle", "analysisnewsarticle", "creativework", "webpage", "collectionpage"),
        *("imageobject", "videoobject", "audioobject", "mediaobject", "imagegallery", "photograph"),
        *("listitem", "event", "podcastepisode", "itemlist"),
    )
)
_CODE_TYPES: Final = frozenset(("code", "codeblock", "script", "style", "svg", "embed"))
_TELLING: Final = frozenset((Role.CAPTION, Role.ALT, Role.CREDIT, Role.BYLINE))
_TELLING_NAMES: Final = frozenset(
    (
        *("headline", "alternativeheadline", "subheadline", "kicker", "overline", "dachzeile"),
        *("standfirst", "teaser", "teasertext", "vorspann", "articlebody", "bodyhtml", "lede"),
        *("contenthtml", "metadescription", "seotitle"),
    )
)
_PARTS_OF_NAMES: Final = re.compile(r"[-_.:\s]")


class WellKnownKeys:
    """The selection that holds where the settings give no paths."""

    labels: Collection[str] = LANGUAGE_KEYS | TYPE_KEYS

    def wants(self, container: Container) -> bool:
        """Return whether the string value at the container's step has a well-known name."""
        return _role(container) is not None or container.key == "name"

    def choose(self, string: String, text: str) -> Chosen | None:
        """Return what a string is read as, None for what is no text for readers."""
        container = string.container
        types = {container.labels.get(key, "").lower() for key in TYPE_KEYS}
        role = _role(container, string.step)
        if role is None:
            role = Role.HEADLINE if string.step == "name" and types & _NAMED_TYPES else None
        if role is None or types & _CODE_TYPES:
            return None
        # Under "title" and "text" there is much that programs read.
        if not (may_be_text(text) if role in _TELLING else is_text(text)):
            return None
        language = None
        if isinstance(string.step, str) and string.step not in _WRAPPERS:
            language = _language_key(string.step)
        return Chosen(role, _says_html(string) or is_html(text), language)

    def languages(self, source: str, values: Values) -> Mapping[int, str | None]:
        """Return the language that is declared in each container, by its `id`."""
        del source
        return declare(values.containers, LANGUAGE_KEYS, named=_named_after(values.containers))


def tells_of_news(string: String) -> bool:
    """Return whether a string's name is one that hardly anything but news has."""
    name = _plain(string.step if isinstance(string.step, str) else string.container.under)
    return _ROLE_OF.get(name) in _TELLING or name in _TELLING_NAMES


def _named_after(containers: Sequence[Container]) -> dict[int, str]:
    """Return the languages that objects side by side are called after, by their `id`:
    ``{"de": {...}, "en": {...}}``. One alone may be called "no" or "it" for another reason.
    """
    beside: dict[int, list[Container]] = {}
    for container in containers:
        if container.outer and container.outer.is_object:
            beside.setdefault(id(container.outer), []).append(container)
    found: dict[int, str] = {}
    for group in beside.values():
        languages = [_language_key(str(each.place)) for each in group]
        if len(group) > 1 and all(languages):
            found |= {id(each): own for each, own in zip(group, languages, strict=True) if own}
    return found


def _says_html(string: String) -> bool:
    name = string.step if isinstance(string.step, str) else string.container.under
    return name == "rendered" or _plain(name).endswith("html")


def _role(container: Container, step: str | int | None = None) -> Role | None:
    """Return the role of a string by its key, or by the key it stands under: in an array, in
    ``{"rendered": ...}`` or under the name of a language.
    """
    key = container.step if step is None else step
    if isinstance(key, str):
        role = _named(key)
        if role is not None:
            return role
        if key not in _WRAPPERS and not _language_key(key):
            return None
    return _named(container.under)


def _named(key: str) -> Role | None:
    return _ROLE_OF.get(_plain(key)) or qualified_role(key, _ROLE_OF)


def _plain(key: str) -> str:
    return _PARTS_OF_NAMES.sub("", key).lower() if len(key) < 40 else ""


def _language_key(key: str) -> str | None:
    # An "id" is one.
    language = language_of_tag(key) if len(key) < 12 and key != "id" else None
    return language if language and language_name(language) != language else None
