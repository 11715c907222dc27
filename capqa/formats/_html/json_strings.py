"""The texts in a page's JSON-LD: captions, headlines, names, each with its place.

Broken JSON is read as far as it goes; a page's script is not ours to judge.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.formats._declared_language import declared_language
from capqa.formats._html.passages import Passage, Place
from capqa.formats._html.visible_text import VisibleText
from capqa.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.formats._html.visible_text import Run

_KEYS: Final = frozenset(("caption", "description", "headline", "alternativeHeadline", "name"))
_LANGUAGE_KEYS: Final = frozenset(("inLanguage", "@language"))
_TOKEN: Final = re.compile(r'"((?:[^"\\]|\\.)*+)("?)|[{}\[\],:]', re.DOTALL)
_PART: Final = re.compile(
    r"[^\\]+"
    r"|\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})"
    r"|\\u([0-9a-fA-F]{4})"
    r"|\\(.)"
    r"|\\",
    re.DOTALL,
)
_ESCAPES: Final = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
_DEEPEST_POINTER: Final = 40


@dataclass(slots=True)
class _Container:
    """An object or array; ``under`` is the key it stands under, ``place`` its step in pointers."""

    is_object: bool
    outer: _Container | None
    under: str = ""
    place: str | int = ""
    depth: int = 0
    key: str = ""
    index: int = 0
    language: str | None = None
    awaits_value: bool = False

    @property
    def step(self) -> str | int:
        return self.key if self.is_object else self.index

    @property
    def holds_text(self) -> bool:
        if self.is_object and self.key != "@value":
            return self.key in _KEYS
        return self.under in _KEYS


class _String(NamedTuple):
    start: int
    end: int
    container: _Container
    step: str | int


def json_passages(source: str, start: int, end: int, language: str | None) -> Iterator[Passage]:
    """Yield the texts of a JSON document that stands from ``start`` to ``end``, in order.

    ``language`` is what holds around it; ``inLanguage`` and ``@language`` hold for their object and
    what is in it. The locator is a JSON pointer, "" for what lies very deep.
    """
    strings, containers = _strings(source, start, end)
    containers[0].language = language
    for container in containers[1:]:
        if container.language is None and container.outer is not None:
            container.language = container.outer.language
    for string in strings:
        text, runs = _visible(source, string)
        if text:
            yield Passage(
                text,
                runs,
                Role.META,
                string.container.language,
                Place.JSON,
                _pointer(string),
                value_start=string.start,
                value_end=string.end,
            )


def _strings(source: str, start: int, end: int) -> tuple[list[_String], list[_Container]]:
    current = _Container(is_object=False, outer=None)
    containers, strings = [current], []
    for token in _TOKEN.finditer(source, start, end):
        mark = token[0][0]
        if mark == '"':
            if not token[2]:
                break
            string = _String(token.start(1), token.end(1), current, current.step)
            if current.is_object and not current.awaits_value:
                current.key = _decoded(source, string)
                continue
            if current.holds_text:
                strings.append(string)
            elif current.is_object and current.key in _LANGUAGE_KEYS:
                current.language = declared_language(_decoded(source, string))
            current.awaits_value = False
        elif mark in "{[":
            under = current.key if current.is_object else current.under
            current = _Container(mark == "{", current, under, current.step, current.depth + 1)
            containers.append(current)
        elif mark in "}]":
            current = current.outer or current
            current.awaits_value = False
        elif mark == ":":
            current.awaits_value = current.is_object
        else:
            current.awaits_value = False
            current.index += 1
    return strings, containers


def _pieces(source: str, string: _String) -> Iterator[tuple[str, int, int]]:
    for part in _PART.finditer(source, string.start, string.end):
        high, low, number, letter = part.groups()
        if high is not None:
            point = 0x10000 + ((int(high, 16) - 0xD800) << 10) + int(low, 16) - 0xDC00
            characters = chr(point)
        elif number is not None:
            characters = chr(int(number, 16))
            if "\ud800" <= characters <= "\udfff":
                characters = "\ufffd"
        elif letter is not None:
            characters = _ESCAPES.get(letter, letter)
        else:
            characters = part[0]
        yield characters, part.start(), part.end()


def _decoded(source: str, string: _String) -> str:
    return "".join(characters for characters, _, _ in _pieces(source, string))


def _visible(source: str, string: _String) -> tuple[str, tuple[Run, ...]]:
    text = VisibleText()
    for characters, start, end in _pieces(source, string):
        if source[start] == "\\":
            text.add_decoded(characters, start, end)
        else:
            text.add_source(source, start, end, raw=True)
    return text.finish()


def _pointer(string: _String) -> str:
    if string.container.depth > _DEEPEST_POINTER:
        return ""
    steps = [string.step]
    container = string.container
    while container.outer is not None:
        steps.append(container.place)
        container = container.outer
    # The outermost list is ours, for what stands at the top.
    return "/".join(
        ["", *(str(step).replace("~", "~0").replace("/", "~1") for step in reversed(steps[:-1]))]
    )
