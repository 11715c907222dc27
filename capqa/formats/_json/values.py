"""The strings of a JSON text and the objects and arrays they stand in, as far as it is read.

Broken JSON is read as far as it goes: JSON in the script of a page, the first bytes of a file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.formats._json.strings import decoded

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

_TOKEN: Final = re.compile(r'"((?:[^"\\]|\\.)*+)("?)|[{}\[\],:]', re.DOTALL)
DEEPEST: Final = 500
"""How many objects and arrays in one another are read of a JSON file; news has some ten."""

_LONGEST_LABEL: Final = 100
_LONGEST_POINTER: Final = 300


@dataclass(slots=True, eq=False)
class Container:
    """An object or array; the outermost one is ours, for what stands at the top.

    ``place`` is its step in pointers and ``pointer`` the whole one, None where that would be too
    long to be of use; ``under`` is the key of the nearest member it stands in. ``labels``
    are values that tell about it: its type, its language. ``note`` is for whoever selects strings.
    """

    is_object: bool
    outer: Container | None
    place: str | int = ""
    pointer: str | None = ""
    under: str = ""
    depth: int = 0
    key: str = ""
    index: int = 0
    labels: dict[str, str] = field(default_factory=dict)
    note: object = None
    awaits_value: bool = False

    @property
    def step(self) -> str | int:
        """The key or index of what is being read."""
        return self.key if self.is_object else self.index


class String(NamedTuple):
    """A string value: where it stands without its quotation marks, and its place in what."""

    start: int
    end: int
    container: Container
    step: str | int

    @property
    def pointer(self) -> str:
        """The JSON pointer of the string, "" where it would be too long to be of use."""
        return _pointer(self.container, self.step) or ""


class Values(NamedTuple):
    """The strings asked for, in order, and all objects and arrays, each after the one around it."""

    strings: list[String]
    containers: list[Container]


def values(
    source: str,
    wanted: Callable[[Container], bool],
    labels: Collection[str],
    start: int = 0,
    end: int | None = None,
) -> Values:
    """Return the strings of the JSON that stands from ``start`` to ``end``.

    ``wanted`` is asked of each string value, with the container whose ``step`` it is; ``labels``
    are the keys whose short strings are noted as the labels of their objects.
    """
    current = Container(is_object=False, outer=None)
    containers, strings = [current], []
    for token in _TOKEN.finditer(source, start, len(source) if end is None else end):
        mark = token[0][0]
        if mark == '"':
            if not token[2]:
                break
            first, behind = token.span(1)
            if current.is_object and not current.awaits_value:
                current.key = decoded(source, first, behind)
                continue
            if wanted(current):
                strings.append(String(first, behind, current, current.step))
            if current.is_object and current.key in labels and behind - first <= _LONGEST_LABEL:
                current.labels[current.key] = decoded(source, first, behind)
            current.awaits_value = False
        elif mark in "{[":
            current = Container(
                mark == "{",
                current,
                current.step,
                _pointer(current, current.step),
                current.key if current.is_object else current.under,
                current.depth + 1,
            )
            containers.append(current)
        elif mark in "}]":
            current = current.outer or current
            current.awaits_value = False
        elif mark == ":":
            current.awaits_value = current.is_object
        else:
            current.awaits_value = False
            current.index += 1
    return Values(strings, containers)


def _pointer(container: Container, step: str | int) -> str | None:
    if container.outer is None or container.pointer is None:
        return container.pointer
    if isinstance(step, str):
        if len(step) > _LONGEST_POINTER:
            return None
        step = step.replace("~", "~0").replace("/", "~1")
    pointer = f"{container.pointer}/{step}"
    return pointer if len(pointer) <= _LONGEST_POINTER else None
