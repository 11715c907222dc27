"""Names of fields that first say what their text is of: "featured_image_caption", "post_title"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.model import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORD: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[^\W\d_A-Z]+|\d+")
_PICTURES: Final = frozenset(
    (
        *("image", "img", "picture", "photo", "media", "gallery", "video", "figure", "hero"),
        *("cover", "thumb", "thumbnail", "banner", "slide", "bild", "foto", "titelbild"),
    )
)
_METADATA: Final = frozenset(("og", "twitter", "social", "seo", "meta"))
_OTHERS: Final = frozenset(
    (
        *("field", "custom", "feature", "featured", "article", "post", "page", "story", "teaser"),
        *("main", "lead", "header", "preview", "artikel", "beitrag", "seite"),
    )
)
_LONGEST_NAME: Final = 60


class _Part(NamedTuple):
    """What is left of a name without its first words, and what these say."""

    name: str
    is_of_picture: bool
    is_metadata: bool


def qualified_role(name: str, roles: Mapping[str, Role]) -> Role | None:
    """Return the role of a field of such a name, None where what it ends with names no text.

    ``roles`` are those of plain names: small letters without anything between.

    >>> [qualified_role(name, {"title": Role.HEADLINE}) for name in ("postTitle", "og_title", "x")]
    [<Role.HEADLINE: 'headline'>, <Role.META: 'meta'>, None]
    """
    for part in _parts(name) if len(name) <= _LONGEST_NAME else ():
        role = roles.get(part.name)
        if role is None:
            continue
        if role in (Role.HEADLINE, Role.META, Role.BODY):
            if part.is_metadata:
                return Role.META
            if part.is_of_picture:
                return Role.CAPTION
        return role
    return None


@lru_cache(maxsize=4096)
def _parts(name: str) -> tuple[_Part, ...]:
    words = [word.lower() for word in _WORD.findall(name)]
    parts = []
    of_picture = metadata = False
    for place, word in enumerate(words[:-1]):
        of_picture = of_picture or word in _PICTURES
        metadata = metadata or word in _METADATA
        if not (word in _PICTURES or word in _METADATA or word in _OTHERS):
            break
        parts.append(_Part("".join(words[place + 1 :]), of_picture, metadata))
    return tuple(parts)
