"""Whether a JSON file holds news, told from its first bytes: most such files in a folder do not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.formats._json.decoding import decoded_head
from capqa.formats._json.keys import WellKnownKeys, tells_of_news
from capqa.formats._json.strings import decoded
from capqa.formats._json.values import values
from capqa.formats._json.wording import is_text
from capqa.model import Role

if TYPE_CHECKING:
    from capqa.formats._json.values import Container, Values

_OTHER_FILES: Final = frozenset(
    (
        *("$schema", "$id", "$ref", "openapi", "swagger", "properties", "definitions", "$defs"),
        *("dependencies", "devDependencies", "scripts", "lockfileVersion", "compilerOptions"),
        *("manifest_version", "start_url", "requires", "require", "packages", "nbformat", "cells"),
    )
)


def holds_news(head: bytes) -> bool:
    """Return whether a file that begins so has a caption, a headline and the like, or a title and
    a text that belong together.
    """
    text = decoded_head(head)
    keys = WellKnownKeys()
    found = values(text, lambda _: True, keys.labels)
    if _names_at_top(found) & _OTHER_FILES:
        return False
    roles: dict[int, set[Role]] = {}
    for string in found.strings:
        says = decoded(text, string.start, string.end)
        chosen = keys.choose(string, says)
        # A single word under "alt" or "credits" is as likely a program's.
        if chosen is None or not is_text(says):
            continue
        together = roles.setdefault(id(string.container), set())
        together.add(chosen.role)
        if tells_of_news(string) or together >= {Role.HEADLINE, Role.BODY}:
            return True
    return False


def _names_at_top(found: Values) -> set[str | int]:
    """Return the keys of the outermost object that have a string, an object or an array."""
    names = {string.step for string in found.strings if _is_outermost(string.container)}
    names |= {each.place for each in found.containers if each.outer and _is_outermost(each.outer)}
    return names


def _is_outermost(container: Container) -> bool:
    return container.is_object and container.depth == 1
