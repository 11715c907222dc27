"""The languages that JSON declares: of an object and all that is in it."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from capqa.formats._declared_language import declared_language

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from capqa.formats._json.values import Container

LANGUAGE_KEYS: Final = frozenset(
    (
        *("language", "lang", "locale", "inLanguage", "@language", "xml:lang"),
        *("languageCode", "language_code", "langcode"),
    )
)
"""The keys under which an object says which language its texts are in."""

# "German" and "js" are none: a text that is not in the language of the page is not checked.
_TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


def language_of_tag(tag: str) -> str | None:
    """Return the language of a BCP 47 tag, None for anything else."""
    return declared_language(tag) if _TAG.fullmatch(tag.strip()) else None


def declare(
    containers: Sequence[Container],
    keys: Collection[str],
    around: str | None = None,
    named: Mapping[int, str] = MappingProxyType({}),
) -> dict[int, str | None]:
    """Return the language that holds in each container, by its `id`.

    ``keys`` are those of the labels that declare one, ``around`` is what holds around them all,
    ``named`` what containers are called after, by their `id`.
    """
    languages: dict[int, str | None] = {}
    for container in containers:
        language = around if container.outer is None else languages[id(container.outer)]
        language = named.get(id(container), language)
        for key, value in container.labels.items():
            if key in keys and (own := language_of_tag(value)):
                language = own
        languages[id(container)] = language
    return languages
