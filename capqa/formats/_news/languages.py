"""Languages that a document declares by elements beside its texts, not by `xml:lang`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.formats._declared_language import declared_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.formats._xml import Token


def declared_within(text: str, tokens: Sequence[Token]) -> dict[int, str | None]:
    """Return the languages declared by `<language>`, by the places of the tags that they are of.

    In a feed that is the element around it. In NewsML-G2 it is the item, and its content whatever
    `xml:lang` the item has: that is the language of what is said about the content. Of an item in
    several languages none is declared.
    """
    found: dict[int, set[str | None]] = {}
    contents: dict[int, int] = {}
    path: list[Token] = []
    for index, token in enumerate(tokens):
        if token.kind == "close":
            path.pop()
            continue
        if token.name == "contentSet" and path:
            contents[token.start] = path[-1].start
        if token.name == "language" and path:
            tag = token.attributes().get("tag")
            if tag is not None:
                if path[-1].name == "contentMeta" and len(path) > 1:
                    found.setdefault(path[-2].start, set()).add(declared_language(tag))
            elif token.kind == "open" and tokens[index + 1].kind in ("text", "cdata"):
                inside = text[tokens[index + 1].start : tokens[index + 1].end]
                found.setdefault(path[-1].start, set()).add(declared_language(inside))
        if token.kind == "open":
            path.append(token)
    declared = {start: each.pop() for start, each in found.items() if len(each) == 1}
    for content, item in contents.items():
        if item in declared:
            declared[content] = declared[item]
    return declared
