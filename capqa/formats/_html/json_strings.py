"""The texts in a page's JSON-LD: captions, headlines, names, each with its place.

Broken JSON is read as far as it goes; a page's script is not ours to judge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.formats._html.passages import Passage, Place
from capqa.formats._html.visible_text import VisibleText
from capqa.formats._json.languages import declare
from capqa.formats._json.strings import parts
from capqa.formats._json.values import values
from capqa.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.formats._html.visible_text import Run
    from capqa.formats._json.values import Container, String

_KEYS: Final = frozenset(("caption", "description", "headline", "alternativeHeadline", "name"))
_LANGUAGE_KEYS: Final = frozenset(("inLanguage", "@language"))


def json_passages(source: str, start: int, end: int, language: str | None) -> Iterator[Passage]:
    """Yield the texts of a JSON document that stands from ``start`` to ``end``, in order.

    ``language`` is what holds around it; ``inLanguage`` and ``@language`` hold for their object and
    what is in it. The locator is a JSON pointer, "" for what lies very deep.
    """
    found = values(source, _holds_text, _LANGUAGE_KEYS, start, end)
    languages = declare(found.containers, _LANGUAGE_KEYS, language)
    for string in found.strings:
        text, runs = _visible(source, string)
        if text:
            yield Passage(
                text,
                runs,
                Role.META,
                languages[id(string.container)],
                Place.JSON,
                string.pointer,
                value_start=string.start,
                value_end=string.end,
            )


def _holds_text(container: Container) -> bool:
    if container.is_object and container.key != "@value":
        return container.key in _KEYS
    return container.under in _KEYS


def _visible(source: str, string: String) -> tuple[str, tuple[Run, ...]]:
    text = VisibleText()
    for characters, start, end in parts(source, string.start, string.end):
        if source[start] == "\\":
            text.add_decoded(characters, start, end)
        else:
            text.add_source(source, start, end, raw=True)
    return text.finish()
