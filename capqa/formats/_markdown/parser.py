"""markdown-it-py, made to say where things stand: each token notes the place its rule read it from.

Blocks and inline text are parsed apart, so that quotes and lists may nest deeper than links do.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

from markdown_it import MarkdownIt, rules_block, rules_inline
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from capqa.formats._markdown.templates import template

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    BlockRule = Callable[[StateBlock, int, int, bool], bool]
    InlineRule = Callable[[StateInline, bool], bool]

DEEPEST_BLOCKS: Final = 100
"""How deep lists and quotes may nest; what is deeper would be dropped, not read."""

_BLOCK_RULES: Final[dict[str, tuple[BlockRule, list[str]]]] = {
    # What each of them ends is as in markdown-it's own list, which replacing a rule forgets.
    "table": (rules_block.table, ["paragraph", "reference"]),
    "reference": (rules_block.reference, []),
    "html_block": (rules_block.html_block, ["paragraph", "reference", "blockquote"]),
    "heading": (rules_block.heading, ["paragraph", "reference", "blockquote"]),
    "lheading": (rules_block.lheading, []),
    "paragraph": (rules_block.paragraph, []),
}
_INLINE_RULES: Final[dict[str, InlineRule]] = {
    "newline": rules_inline.newline,
    "escape": rules_inline.escape,
    "backticks": rules_inline.backtick,
    "strikethrough": rules_inline.strikethrough.tokenize,
    "emphasis": rules_inline.emphasis.tokenize,
    "link": rules_inline.link,
    "image": rules_inline.image,
    "autolink": rules_inline.autolink,
    "html_inline": rules_inline.html_inline,
    "entity": rules_inline.entity,
}
_MARKERS: Final = frozenset(("strikethrough", "emphasis"))
_WITH_LINES: Final = frozenset(("inline", "html_block", "definition"))


def blocks(source: str, environment: dict[str, Any]) -> list[Token]:
    """Return the block tokens of a source whose line ends are LF.

    Inline tokens, HTML blocks and definitions have ``meta["lines"]``: for each of their lines its
    number from 0, and the offsets where its text starts (behind quote marks and indents) and ends.
    The environment learns the references defined.
    """
    return _block_parser().parse(source, environment)


def inline(content: str, environment: dict[str, Any]) -> list[Token]:
    """Return the tokens of a block's inline content.

    Tokens other than plain text have ``meta["start"]`` and ``meta["end"]``, offsets in the content;
    those of a link stand on its closing token, and its start on the opening one.
    """
    parser = _inline_parser()
    return parser.inline.parse(content, parser, environment, [])


@cache
def _block_parser() -> MarkdownIt:
    options = {"maxNesting": DEEPEST_BLOCKS, "inline_definitions": True, "tasklists": True}
    parser = MarkdownIt("commonmark", options).enable("table")
    footnote_plugin(parser, inline=False, move_to_end=False)
    deflist_plugin(parser)
    parser.core.ruler.enableOnly(["normalize", "block"])
    for name, (rule, ended) in _BLOCK_RULES.items():
        parser.block.ruler.at(name, _noting_lines(rule), {"alt": ended})
    terms = parser.block.ruler.__rules__[parser.block.ruler.__find__("deflist")]
    parser.block.ruler.at("deflist", _noting_lines(terms.fn), {"alt": terms.alt})
    return parser


@cache
def _inline_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"store_labels": True}).enable("strikethrough")
    footnote_plugin(parser, inline=False, move_to_end=False)
    parser.inline.ruler2.disable("fragments_join")
    for name, rule in _INLINE_RULES.items():
        noting = _noting_markers(rule) if name in _MARKERS else _noting_place(rule)
        parser.inline.ruler.at(name, noting)
    notes = parser.inline.ruler.__rules__[parser.inline.ruler.__find__("footnote_ref")]
    parser.inline.ruler.at("footnote_ref", _noting_place(notes.fn))
    parser.inline.ruler.before("escape", "template", _noting_place(template))
    return parser


def _noting_lines(rule: BlockRule) -> BlockRule:
    def noted(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        before = len(state.tokens)
        if not rule(state, start_line, end_line, silent):
            return False
        for token in () if silent else state.tokens[before:]:
            if token.type in _WITH_LINES and "lines" not in token.meta and token.map:
                first, behind = token.map
                token.meta["lines"] = [
                    (line, state.bMarks[line] + state.tShift[line], state.eMarks[line])
                    for line in range(first, max(behind, first + 1))
                ]
        return True

    return noted


def _noting_place(rule: InlineRule) -> InlineRule:
    def noted(state: StateInline, silent: bool) -> bool:
        start, before = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent and len(state.tokens) > before:
            for token in state.tokens[before:]:
                if token.type == "link_open":
                    token.meta["start"] = start
                    break
            state.tokens[-1].meta |= {"start": start, "end": state.pos}
        return True

    return noted


def _noting_markers(rule: InlineRule) -> InlineRule:
    def noted(state: StateInline, silent: bool) -> bool:
        start = state.pos
        if not rule(state, silent):
            return False
        at = state.pos
        for token in reversed(state.tokens):
            if at <= start:
                break
            token.meta |= {"start": at - len(token.content), "end": at}
            at -= len(token.content)
        return True

    return noted
