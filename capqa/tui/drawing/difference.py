"""Which words of two texts differ, as a reader would underline them."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from capqa.model import Span

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_MOST_TOKENS = 400


def differences(source: str, target: str) -> tuple[list[Span], list[Span]]:
    """Return the spans of words only in the source, and those only in the target.

    Texts too long to compare while a key is held down count as wholly different.
    """
    before = [Span(*found.span()) for found in _TOKEN.finditer(source)]
    after = [Span(*found.span()) for found in _TOKEN.finditer(target)]
    if max(len(before), len(after)) > _MOST_TOKENS:
        return _whole(source), _whole(target)
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


def _whole(text: str) -> list[Span]:
    return [Span(0, len(text))] if text else []
