"""Shortcodes of Hugo, tags of Liquid and attributes of kramdown: what site generators put in text.

They are markup; the captions and alternative texts among their arguments are read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.rules_inline import StateInline

_ENDS: Final = (
    ("{{<", ">}}"),
    ("{{%", "%}}"),
    ("{{", "}}"),
    ("{%", "%}"),
    ("{#", "#}"),
)
_LONGEST: Final = 10_000
_ATTRIBUTES: Final = re.compile(r"\{(?:: ?[^{}\n]*|[#.][A-Za-z][^{}\n]*)\}")
_ARGUMENT: Final = re.compile(
    r"""(?<![\w-])([A-Za-z][\w-]*)\s*=\s*("(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|`[^`]*`)""",
    re.DOTALL,
)
_NAME: Final = re.compile(r"\{[{%][<%-]?\s*(/?\s*[\w./-]+)")
_NOT_TEXT: Final = frozenset(
    ("highlight", "comment", "code", "mermaid", "katex", "math", "raw-html", "rawhtml", "capture")
)


class Argument(NamedTuple):
    """A named argument in quotes; its text stands from ``start`` to ``end`` within ``quote``."""

    name: str
    start: int
    end: int
    quote: str


def template(state: StateInline, silent: bool) -> bool:
    """Read a shortcode, tag or attribute list: a rule of markdown-it's for inline text."""
    source, start = state.src, state.pos
    if source[start] != "{":
        return False
    attributes = _ATTRIBUTES.match(source, start, state.posMax)
    end = attributes.end() if attributes else _end(source, start, state.posMax)
    if end < 0:
        return False
    if not silent:
        token = state.push("template", "", 0)
        token.content = source[start:end]
    state.pos = end
    return True


def _end(source: str, start: int, limit: int) -> int:
    for opening, closing in _ENDS:
        if source.startswith(opening, start):
            inside = start + len(opening)
            # A bound, so that many openings without an end are read in linear time.
            end = source.find(closing, inside, min(limit, inside + _LONGEST))
            return end + len(closing) if end >= 0 else -1
    return -1


def arguments(source: str) -> Iterator[Argument]:
    """Yield the arguments in quotes of a shortcode or tag."""
    for found in _ARGUMENT.finditer(source):
        start, end = found.span(2)
        yield Argument(found[1].lower(), start + 1, end - 1, source[start])


def template_name(source: str) -> str:
    """Return what a shortcode or tag is called, with a slash before it where it closes one."""
    found = _NAME.match(source)
    name = "".join(found[1].split()).lower() if found else ""
    return f"/{name[3:]}" if name.startswith("end") else name


def code_between(templates: Sequence[tuple[str, int]]) -> Iterator[tuple[int, int]]:
    """Yield where code and comments stand, from the tag that opens them to the one that closes.

    ``templates`` are the names of all in a document with their offsets, in order. A tag that is
    never closed opens nothing: the rest of the page must not go unread.
    """
    open_at: dict[str, int] = {}
    for name, offset in templates:
        if name in _NOT_TEXT:
            open_at.setdefault(name, offset)
        elif name.startswith("/") and name[1:] in open_at:
            yield open_at.pop(name[1:]), offset
