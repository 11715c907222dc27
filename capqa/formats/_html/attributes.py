"""The attributes that readers see or hear: alternative texts, labels, descriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.formats._html.passages import Passage, Place
from capqa.formats._html.roles import TEXT_ATTRIBUTES, attribute_role
from capqa.formats._html.visible_text import VisibleText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from capqa.formats._html.tokens import Token

_TELLING = ("type", "name", "property", "itemprop")


def values_of(source: str, token: Token, names: Iterable[str]) -> dict[str, str]:
    """Return the values of some of a tag's attributes, without those it has not.

    White space is collapsed, and character references are decoded.
    """
    attributes = token.attributes
    return {name: _visible(source, token, name).finish()[0] for name in names if name in attributes}


def attribute_passages(source: str, token: Token, language: str | None) -> Iterator[Passage]:
    """Yield the texts among a tag's attributes; the locator is "@" and the attribute's name."""
    wanted = [name for name in token.attributes if name in TEXT_ATTRIBUTES]
    if not wanted:
        return
    telling = values_of(source, token, _TELLING)
    for name in wanted:
        role = attribute_role(token.name, name, telling)
        if role is None:
            continue
        text, runs = _visible(source, token, name).finish()
        if text:
            attribute = token.attributes[name]
            yield Passage(
                text,
                runs,
                role,
                language,
                Place.ATTRIBUTE,
                f"{token.name}@{name}",
                quote=attribute.quote,
                value_start=attribute.start,
                value_end=attribute.end,
            )


def _visible(source: str, token: Token, name: str) -> VisibleText:
    attribute = token.attributes[name]
    text = VisibleText()
    text.add_source(source, attribute.start, attribute.end, in_attribute=True)
    return text
