"""What the blocks of a Markdown file are to its readers: captions, credits, navigation, text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.formats._html.roles import text_role
from capqa.model import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.formats._markdown.blocks import Block

_LONGEST_CAPTION: Final = 1_000
_MOST_SMALL_WORDS_OF_A_CREDIT: Final = 1


def block_roles(blocks: Sequence[Block], texts: Sequence[str]) -> list[Role]:
    """Return the role of each block; ``texts`` are theirs, "" where a block has none of its own.

    A line right below an image is its caption, and so is an emphasised one in a paragraph of its
    own, and any between an image and a credit.
    """
    roles: list[Role] = []
    is_below_image = False
    for index, (block, text) in enumerate(zip(blocks, texts, strict=True)):
        role = block.surroundings.role
        if block.kind == "heading":
            roles.append(Role.HEADLINE)
        elif block.kind == "cell":
            roles.append(role or Role.BODY)
        else:
            below = block.inline.after_image or (is_below_image and block.inline.emphasised)
            if below and role is None and len(text) <= _LONGEST_CAPTION:
                role = Role.CAPTION
            roles.append(_told_by_wording(text, role, below_image=below))
            # A credit below an image in its own paragraph is not of the image before.
            ends = roles[-1] is Role.CREDIT and not block.inline.images
            if ends and index > 1 and roles[-2] is Role.BODY:
                before = blocks[index - 2]
                if _shows_image_alone(before, texts[index - 2]) and texts[index - 1]:
                    roles[-2] = Role.CAPTION
        is_below_image = _shows_image_alone(block, text)
    _mark_navigation(blocks, texts, roles)
    return roles


def _told_by_wording(text: str, role: Role | None, *, below_image: bool) -> Role:
    told = text_role(text, role, holds_byline=False, linked=False, small=False)
    if told is Role.CREDIT and below_image:
        # "Picture: the old town after the battle" names no photographer.
        words = text.partition(":")[2].split()
        if sum(word.islower() for word in words) > _MOST_SMALL_WORDS_OF_A_CREDIT:
            return Role.CAPTION
    return told


def _shows_image_alone(block: Block, text: str) -> bool:
    inline = block.inline
    return not text and (inline.images > 0 or bool(inline.templates))


def _mark_navigation(blocks: Sequence[Block], texts: Sequence[str], roles: list[Role]) -> None:
    """Make navigation of the lists in which everything is a link."""
    linked: dict[int, bool] = {}
    for block, text in zip(blocks, texts, strict=True):
        if block.list_number and text:
            before = linked.get(block.list_number, True)
            linked[block.list_number] = before and block.inline.linked
    for index, block in enumerate(blocks):
        if roles[index] is Role.BODY and linked.get(block.list_number):
            roles[index] = Role.NAVIGATION
