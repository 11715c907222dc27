"""Pages for the tests of the Markdown format, and what markdown-it reads in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from capqa.formats import markdown
from tests.formats.markup_properties import edit_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from capqa.model import Document, Role

PIECES = st.sampled_from(
    [
        *("Die Stadt", "Irak", " ", "  ", "\n", "\n\n", "  \n", "\\\n", "\t", "    ", "*", "**"),
        *("_", "__", "`", "``", "[", "]", "(", ")", "](x)", '](x "Titel")', "](<x y> 'T')", "!["),
        *("[ref]", "[x][ref]", "\n[ref]: /x 'Der Titel'\n", "> ", "\n> ", "- ", "\n- ", "\n  - "),
        *("1. ", "\n1) ", "# ", "\n## ", " ##\n", "\n===\n", "\n---\n", "|", "\\|", "\n|-|-|\n"),
        *("\n|a|b|\n|-|:-|\n|", "~~", "~", "&amp;", "&#252;", "&nGt;", "&", "\\", "\\*", "\\\\|"),
        *("<http://x.y>", "[^1]", "\n[^1]: ", "[ ] ", "- [x] ", "\n: ", "\n```\n", "~~~\n", "+"),
        *("é", "😀", "\u202e", "\u2028", "\x0b", "\x0c", "\u00a0", "[MUSIC]", "\x1b[31m"),
    ]
)
"""Markup of CommonMark and its extensions, without HTML and shortcodes."""

OTHER_PIECES = st.sampled_from(
    [
        *("<br>", "<b>", "</b>", "<!-- x", "-->", "<div>", "\n<div>\n", "</div>", "<figure>\n"),
        *("<img alt='Bild' src=x>", "<figcaption>", "</figcaption>", '<span lang="de">', "</span>"),
        *("<code>", "</code>", "<script>", "</script>", '{{< figure caption="Bild" >}}', "{{ x }}"),
        *(
            "{% include a.html alt='Ein \\' Bild' %}",
            "{{<",
            ">}}",
            "{: .x }",
            "{#y}",
            "{% comment %}",
        ),
        *("{% endcomment %}", "---\n", "+++\n", "title: ", "caption: 'a''b'", "\n", '"', "'"),
    ]
)
"""HTML, shortcodes and what front matter is made of."""

PAGES = st.lists(PIECES, max_size=25).map("".join)
ANY_PAGES = st.lists(st.one_of(PIECES, OTHER_PIECES), max_size=25).map("".join)

_ORACLE = MarkdownIt("commonmark", {"tasklists": True, "maxNesting": 100})
_ORACLE.enable(["table", "strikethrough"]).use(footnote_plugin, inline=False, move_to_end=False)
_ORACLE.use(deflist_plugin)


def read(page: str, name: str = "page.md") -> Document:
    return markdown.read(page.encode(), name)


def texts(page: str) -> list[str]:
    return [segment.text for segment in read(page).segments]


def roles(page: str) -> list[tuple[str, Role]]:
    return [(segment.text, segment.role) for segment in read(page).segments]


def edited(page: str, *changes: tuple[str, str]) -> str:
    """Return a page with words replaced by others, each where it is first found."""
    document = read(page)
    return markdown.apply(document, [edit_of(document, old, new) for old, new in changes]).decode()


def texts_of_tokens(page: str) -> list[str]:
    """Return the texts that markdown-it's tokens hold, in order of their letters: blocks, the
    images in them, and titles.
    """
    found: list[str] = []
    for token in _ORACLE.parse(page):
        if token.type == "inline":
            found += _texts_of(token.children or ())
    return sorted(text for each in found if (text := " ".join(each.split())))


def _texts_of(tokens: Sequence[Token]) -> Iterator[str]:
    own = []
    is_address = False
    for token in tokens:
        if token.type == "link_open":
            is_address = token.markup == "autolink"
            yield str(token.attrs.get("title", ""))
        elif token.type == "link_close":
            is_address = False
        elif token.type == "text" and not is_address:
            own.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            own.append("\n")
        elif token.type == "image":
            yield "".join(_alternative(token.children or ()))
            yield str(token.attrs.get("title", ""))
    yield "".join(own)


def _alternative(tokens: Sequence[Token]) -> Iterator[str]:
    is_address = False
    for token in tokens:
        if token.type in ("link_open", "link_close"):
            is_address = token.type == "link_open" and token.markup == "autolink"
        elif token.type == "image":
            yield from _alternative(token.children or ())
        elif token.type in ("softbreak", "hardbreak"):
            yield "\n"
        elif token.type == "text" and not is_address:
            yield token.content
