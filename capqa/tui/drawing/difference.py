"""Which words of two texts differ, as a reader would underline them."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from capqa.model import Span

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_MOST_TOKENS = 400


def differences(source: str, target: str) -> tuple[list[Span], list[Span]]:
    """Return the spans of words only in the source, and those only in the target.

    Where texts differ at too great a length to be compared while a key is held down, all from the
    first difference to the last counts as different.
    """
    before = [Span(*found.span()) for found in _TOKEN.finditer(source)]
    after = [Span(*found.span()) for found in _TOKEN.finditer(target)]
    if max(len(before), len(after)) > _MOST_TOKENS:
        before, after = _middles(before, after, source, target)
    if max(len(before), len(after)) > _MOST_TOKENS:
        return _whole(before), _whole(after)
    matcher = SequenceMatcher(
        None,
        [span.of(source) for span in before],
        [span.of(target) for span in after],
        autojunk=False,
    )
    removed: list[Span] = []
    added: list[Span] = []
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind != "equal":
            removed += _words(before[first:last], source)
            added += _words(after[start:end], target)
    return removed, added


def _words(tokens: list[Span], text: str) -> list[Span]:
    return [token for token in tokens if not token.of(text).isspace()]


def _middles(
    before: list[Span], after: list[Span], source: str, target: str
) -> tuple[list[Span], list[Span]]:
    """Return the tokens without those that both texts begin and end with."""
    shorter = min(len(before), len(after))
    head = 0
    while head < shorter and before[head].of(source) == after[head].of(target):
        head += 1
    tail = 0
    while tail < shorter - head and before[-1 - tail].of(source) == after[-1 - tail].of(target):
        tail += 1
    return before[head : len(before) - tail], after[head : len(after) - tail]


def _whole(tokens: list[Span]) -> list[Span]:
    return [Span(tokens[0].start, tokens[-1].end)] if tokens else []
