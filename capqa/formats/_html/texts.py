"""Gathers the texts between the tags into passages: one for each block, and for what is apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from capqa.formats._html.passages import Passage, Place
from capqa.formats._html.roles import text_role
from capqa.formats._html.visible_text import VisibleText

if TYPE_CHECKING:
    from capqa.formats._html.open_elements import Element, OpenElements
    from capqa.formats._html.tokens import Token
    from capqa.formats._html.visible_text import Tag


@dataclass(slots=True)
class _Text:
    element: Element | None = None
    visible: VisibleText = field(default_factory=VisibleText)
    linked: bool = True
    small: bool = True
    holds_byline: bool = False
    waits: bool = False
    """Whether it is among those to finish when the block ends."""


class Texts:
    """The texts being read: that of the block, and those apart in it, innermost last."""

    def __init__(self, passages: list[Passage]) -> None:
        """Put finished texts into ``passages``."""
        self._passages = passages
        self._texts = [_Text()]
        self._waiting: list[int] = []

    def add_source(self, source: str, token: Token, elements: OpenElements) -> None:
        """Add the visible part of a text token."""
        text = self._texts[-1]
        before = len(text.visible)
        text.visible.add_source(source, token.start, token.end)
        if len(text.visible) == before:
            return
        if text.element is None:
            text.element = elements.current
        text.linked = text.linked and elements.has("a") and not elements.has("p")
        text.small = text.small and elements.has("small")
        self._wait(text)

    def add_tag(self, tag: Tag) -> None:
        """Add markup amid the text."""
        self._texts[-1].visible.add_tag(tag)

    def holds_byline(self, start: int) -> None:
        """Note that the author's name stands in the text."""
        text = self._texts[-1]
        text.holds_byline = True
        self._wait(text)

    def go_apart(self) -> None:
        """Begin a text of its own amid the present one."""
        self._texts.append(_Text())

    def come_back(self, tag: Tag) -> None:
        """End such a text; ``tag`` is the whole element it stood in."""
        self._finish(len(self._texts) - 1)
        self._texts.pop()
        while self._waiting and self._waiting[-1] >= len(self._texts):
            self._waiting.pop()
        self.add_tag(tag)

    def flush(self) -> None:
        """End all texts: a block begins or ends here."""
        for place in self._waiting:
            self._finish(place)
        self._waiting.clear()

    def _wait(self, text: _Text) -> None:
        if not text.waits:
            text.waits = True
            self._waiting.append(len(self._texts) - 1)

    def _finish(self, place: int) -> None:
        text = self._texts[place]
        self._texts[place] = _Text()
        visible, runs = text.visible.finish()
        if not visible or text.element is None:
            return
        element = text.element
        self._passages.append(
            Passage(
                visible,
                runs,
                text_role(
                    visible,
                    element.role,
                    holds_byline=text.holds_byline,
                    linked=text.linked,
                    small=text.small,
                ),
                element.language,
                Place.TEXT,
                tags=tuple(text.visible.tags),
            )
        )
