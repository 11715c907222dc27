"""The texts of a Markdown file in the order of their places."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from capqa.formats._mapping import Places
from capqa.formats._markdown.blocks import PageReader
from capqa.formats._markdown.front_matter import read_front_matter
from capqa.formats._markdown.passages import Passage, Place, Writing
from capqa.formats._markdown.roles import block_roles
from capqa.formats._markdown.templates import code_between, template_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from capqa.formats._markdown.blocks import Page


class Reading(NamedTuple):
    """What a file holds: its texts in order, and the language its front matter declares."""

    passages: Sequence[Passage]
    language: str | None


def read_passages(text: str, name: str) -> Reading:
    """Return the texts of a file. Raises UnreadableError when it cannot be read."""
    places = Places(text)
    front = read_front_matter(text, name, places)
    page = PageReader(text, front.body_start, name, places, front.language).read()
    passages = [*front.passages, *_own_texts(page), *page.asides]
    passages.sort(key=lambda passage: passage.segment.start)
    code = list(code_between([(template_name(each), at) for each, at in page.templates]))
    return Reading(_outside(passages, code), front.language)


def _own_texts(page: Page) -> Iterator[Passage]:
    texts = [block.inline.builder.text.strip() for block in page.blocks]
    roles = block_roles(page.blocks, texts)
    for block, role in zip(page.blocks, roles, strict=True):
        segment = block.inline.builder.segment(
            role, locator=block.locator, language=block.surroundings.language
        )
        if segment:
            quote = "|" if block.kind == "cell" else ""
            yield Passage(segment, Writing(Place.TEXT, quote, block.lines))


def _outside(passages: Sequence[Passage], ranges: Sequence[tuple[int, int]]) -> Sequence[Passage]:
    """Return the passages that start in none of some ranges, which are in order of their ends."""
    if not ranges:
        return passages
    outside = []
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    following = iter(merged)
    start, end = next(following)
    for passage in passages:
        while passage.segment.start >= end:
            start, end = next(following, (1 << 62, 1 << 62))
        if passage.segment.start < start:
            outside.append(passage)
    return outside
