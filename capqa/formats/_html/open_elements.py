"""The elements that are open at a place of a page, with end tags missing, misplaced or surplus.

A small part of the WHATWG tree construction: enough to tell which language and role hold. Each step
takes constant time, however deep the page is, apart from the elements it closes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from capqa.formats._html.elements import (
    CLOSED_BY_LIKE,
    CLOSES_PARAGRAPH,
    FOREIGN,
    FORMATTING,
    HEADINGS,
    LISTS,
    SCOPES,
    SPECIAL,
    TABLE_PARTS,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from capqa.model import Role


@dataclass(slots=True)
class Element:
    """An open element and what holds inside it.

    ``language`` is the nearest declared one. ``skipped`` says that its content is not read,
    ``begins_skipping`` that it is the outermost such element. ``is_apart`` marks an element amid a
    text whose own text is apart from it, ``start`` is where its tag begins.
    """

    name: str
    start: int
    language: str | None = None
    role: Role | None = None
    skipped: bool = False
    begins_skipping: bool = False
    foreign: bool = False
    in_figure: bool = False
    is_apart: bool = False
    is_closed: bool = False


class OpenElements:
    """A stack of elements that knows where the last of each name lies."""

    def __init__(self) -> None:
        """Begin outside of any element."""
        self._stack: list[Element] = [Element("", 0)]
        self._places: dict[str, list[int]] = {}

    @property
    def current(self) -> Element:
        """The innermost open element, one without a name outside of all."""
        return self._stack[-1]

    def has(self, name: str) -> bool:
        """Return whether an element of this name is open."""
        return bool(self._places.get(name))

    def push(self, element: Element) -> None:
        """Open an element."""
        place = len(self._stack)
        for key in _keys(element.name):
            self._places.setdefault(key, []).append(place)
        self._stack.append(element)

    def close_before(self, name: str) -> list[Element]:
        """Close what a start tag of this name closes, and return it, innermost first."""
        if name in ("a", "nobr", "button") and self._last(name) > self._last("(scope)"):
            return self.close(name)
        closed: list[Element] = []
        place = self._last("p")
        if (
            name in CLOSES_PARAGRAPH
            and place > self._last("(scope)")
            and place > self._last("button")
        ):
            closed += self._close_to(place)
        if name in HEADINGS and self.current.name in HEADINGS:
            closed += self._close_to(len(self._stack) - 1)
        if name in CLOSED_BY_LIKE:
            likes, bounds = CLOSED_BY_LIKE[name]
            bound = self._last_of(bounds)
            places = [place for place in map(self._last, likes) if place > bound]
            # The outermost of the ones to close: a row takes its cell along.
            if places:
                closed += self._close_to(min(places))
        return closed

    def close(self, name: str) -> list[Element]:
        """Close what an end tag of this name closes, and return it, innermost first."""
        place = self._last(name)
        if place < 0:
            return []
        if name in SCOPES or name in TABLE_PARTS:
            bound = self._last("table") - 1 if name in TABLE_PARTS else -1
        elif name == "li":
            bound = max(self._last("(scope)"), self._last_of(LISTS))
        elif name in SPECIAL or name in FORMATTING:
            bound = self._last("(scope)")
        else:
            bound = self._last("(special)")
        if place <= bound:
            return []
        if name in FORMATTING and self._last("(special)") > place:
            element = self._stack[place]
            element.is_closed = True
            self._places[name].pop()
            return [element]
        return self._close_to(place)

    def close_foreign(self) -> list[Element]:
        """Close the drawings and formulas that are open around here, innermost first."""
        closed: list[Element] = []
        while self.current.foreign:
            closed += self._close_to(max(map(self._last, FOREIGN)))
        return closed

    def close_all(self) -> list[Element]:
        """Close everything: the page ends."""
        return self._close_to(1)

    def _close_to(self, place: int) -> list[Element]:
        closed = []
        while len(self._stack) > place:
            closed += self._pop()
        while self._stack[-1].is_closed:
            closed += self._pop()
        return closed

    def _pop(self) -> list[Element]:
        element = self._stack.pop()
        place = len(self._stack)
        for key in _keys(element.name):
            places = self._places[key]
            if places and places[-1] == place:
                places.pop()
        return [] if element.is_closed else [element]

    def _last(self, key: str) -> int:
        places = self._places.get(key)
        return places[-1] if places else -1

    def _last_of(self, names: Iterable[str]) -> int:
        return max(map(self._last, names))


def _keys(name: str) -> Iterable[str]:
    yield name
    if name in SCOPES:
        yield "(scope)"
    if name in SPECIAL:
        yield "(special)"
