"""Reads a page's source: which texts it shows, in which role and language, and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from capqa.formats._declared_language import declared_language
from capqa.formats._html.attributes import attribute_passages, values_of
from capqa.formats._html.elements import (
    BLOCKS,
    CONTENT,
    FOREIGN,
    NEVER_FOREIGN,
    RAW_WITH_REFERENCES,
    SKIPPED,
    TEXT_IN_FOREIGN,
    VOID,
)
from capqa.formats._html.json_strings import json_passages
from capqa.formats._html.open_elements import Element, OpenElements
from capqa.formats._html.roles import element_role
from capqa.formats._html.texts import Texts
from capqa.formats._html.tokens import Token, tokens
from capqa.formats._html.visible_text import Tag
from capqa.model import Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from capqa.formats._html.passages import Passage

_JSON_TYPES = ("application/ld+json", "application/json+ld")
_PLAYERS = ("video", "audio")
_ROLE_ATTRIBUTES = ("class", "rel", "role", "itemprop")


class Page(NamedTuple):
    """What a page shows: its texts in the order of their places, and the language it declares.

    A passage's language is None where only the page as a whole declares one.
    """

    passages: Sequence[Passage]
    language: str | None


def read_page(source: str, *, xml: bool = False) -> Page:
    """Return the texts of a page, in linear time and whatever state its markup is in.

    ``xml`` says that a tag that closes itself has no content, whatever its name.
    """
    reader = _Reader(source, xml=xml)
    for token in tokens(source, xml=xml):
        reader.take(token)
    reader.finish()
    return Page(sorted(reader.passages, key=lambda each: each.start), reader.language)


class _Reader:
    def __init__(self, source: str, *, xml: bool) -> None:
        self.passages: list[Passage] = []
        self.language: str | None = None
        self._source = source
        self._xml = xml
        self._open = OpenElements()
        self._texts = Texts(self.passages)
        self._script_is_json = False

    def take(self, token: Token) -> None:
        if token.kind == "text":
            if not self._open.current.skipped:
                self._texts.add_source(self._source, token, self._open)
        elif token.kind == "raw":
            self._take_raw(token)
        elif token.kind == "open":
            self._take_start(token)
        elif token.kind == "close":
            self._take_end(token)
        elif not self._open.current.skipped:
            self._texts.add_tag(Tag(token.start, token.end, "empty"))

    def finish(self) -> None:
        self._leave(self._open.close_all(), len(self._source), len(self._source))
        self._texts.flush()

    def _take_raw(self, token: Token) -> None:
        current = self._open.current
        if token.name == "script" and self._script_is_json:
            self.passages += json_passages(self._source, token.start, token.end, current.language)
        elif token.name in RAW_WITH_REFERENCES and not current.skipped:
            self._texts.add_source(self._source, token, self._open)

    def _take_start(self, token: Token) -> None:
        source, name = self._source, token.name
        if name in NEVER_FOREIGN:
            self._leave(self._open.close_foreign(), token.start, token.start)
        self._leave(self._open.close_before(name), token.start, token.start)
        outside = self._open.current
        element = self._element(token)
        # The name of a track is in the menu of the player, whose content is not read.
        is_track = name == "track" and outside.begins_skipping and outside.name in _PLAYERS
        if is_track or not outside.skipped:
            self.passages += attribute_passages(source, token, element.language)
        if name in BLOCKS and not outside.skipped:
            self._texts.flush()
        has_content = not (name in VOID or (token.closes_itself and (self._xml or element.foreign)))
        if not has_content:
            if not outside.skipped:
                kind = "content" if name in CONTENT else "empty"
                self._texts.add_tag(Tag(token.start, token.end, kind, name))
            return
        self._open.push(element)
        if name == "script":
            values = values_of(source, token, ("type",))
            kind = values.get("type", "").partition(";")[0].strip().lower()
            self._script_is_json = kind in _JSON_TYPES and not outside.skipped
        if outside.skipped or element.begins_skipping:
            return
        if element.is_apart:
            self._texts.go_apart()
        else:
            self._texts.add_tag(Tag(token.start, token.end, "open", name))

    def _take_end(self, token: Token) -> None:
        closed = self._open.close(token.name)
        if not self._leave(closed, token.start, token.end) and not self._open.current.skipped:
            if token.name in BLOCKS:
                self._texts.flush()
            else:
                self._texts.add_tag(Tag(token.start, token.end, "close", token.name))

    def _leave(self, closed: Sequence[Element], start: int, end: int) -> bool:
        """Note that elements end; return whether the end tag is part of one kept as a whole."""
        is_part = False
        for place, element in enumerate(closed):
            if element.skipped and not element.begins_skipping:
                continue
            behind = end if place == len(closed) - 1 else start
            if element.name in BLOCKS:
                self._texts.flush()
            if element.begins_skipping:
                kind = "content" if element.name in CONTENT else "empty"
                self._texts.add_tag(Tag(element.start, behind, kind, element.name))
            elif element.is_apart:
                self._texts.come_back(Tag(element.start, behind, "content", element.name))
            is_part = place == len(closed) - 1 and (element.begins_skipping or element.is_apart)
        return is_part

    def _element(self, token: Token) -> Element:
        name, outside = token.name, self._open.current
        element = Element(
            name,
            token.start,
            language=outside.language,
            role=outside.role,
            skipped=outside.skipped,
            foreign=name in FOREIGN or (outside.foreign and name not in TEXT_IN_FOREIGN),
            in_figure=outside.in_figure or name == "figure",
        )
        if outside.skipped:
            return element
        values = values_of(
            self._source, token, ("lang", "xml:lang", "translate", *_ROLE_ATTRIBUTES)
        )
        self._declare(element, values)
        own_role = element_role(name, values)
        is_block = name in BLOCKS
        if not is_block and own_role is Role.BYLINE:
            # An author's name within a line: the line is the byline, if it is short.
            own_role = None
            self._texts.holds_byline(element.start)
        if name == "small" and own_role is None and element.in_figure:
            own_role = Role.CREDIT
        if own_role is not None:
            element.role = own_role
        # On a whole page it keeps browsers from offering theirs, and says nothing of its texts.
        is_page = name in ("html", "body")
        is_untranslatable = not is_page and values.get("translate", "").strip().lower() == "no"
        element.skipped = element.begins_skipping = name in SKIPPED or is_untranslatable
        element.is_apart = not is_block and (
            name == "button"
            # In a menu, each link is a text; in a sentence it is none.
            or (name == "a" and element.role is Role.NAVIGATION and not self._open.has("p"))
            or element.language != outside.language
            or own_role in (Role.CREDIT, Role.CAPTION)
        )
        return element

    def _declare(self, element: Element, values: Mapping[str, str]) -> None:
        tag = values.get("lang", values.get("xml:lang"))
        if tag is None:
            return
        language = declared_language(tag)
        if element.name in ("html", "body"):
            # What the whole page claims to be is no mark on any one text: see `Page`.
            self.language = language or self.language
        elif element.language is not None or language != self.language:
            element.language = language
