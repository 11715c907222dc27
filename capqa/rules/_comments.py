"""Comments of a document that say which findings are to be passed over.

They are written in the document's own syntax (``<!-- capqa: ignore -->``, ``# capqa: ignore``,
``NOTE capqa: ignore``): what counts is that they stand outside of what readers see.

- ``capqa: ignore`` holds for its own line, or for the segment that follows where it stands alone;
- ``capqa: off`` holds up to ``capqa: on``, or to the end;
- ``capqa: ignore-file`` holds for the document.

Each may name the rules it is for: ``capqa: ignore untranslated, doubled-word``.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from capqa.model import Document, Finding

_SIGN: Final = "capqa:"
_ALL: Final = ""
_COMMENT: Final = lazy_pattern(
    r"capqa:[ \t]*(ignore-file|ignore|off|on)\b(?!-)((?:[ \t,]*(?!--)[a-z]+(?:-[a-z]+)*)*)"
)
_RULE: Final = lazy_pattern(r"[a-z]+(?:-[a-z]+)*")


class _Reach(NamedTuple):
    """Where a comment holds, as offsets in the source, and for which rules: () is all."""

    start: int
    end: int
    rules: tuple[str, ...]


class Comments:
    """What a document's own comments pass over."""

    def __init__(self, document: Document) -> None:
        """Read the comments of a document."""
        self._by_rule: dict[str, _Ranges] = {}
        for reach in sorted(_reaches(document)) if _SIGN in document.text else ():
            for rule in reach.rules or (_ALL,):
                self._by_rule.setdefault(rule, _Ranges()).add(reach)

    def pass_over(self, finding: Finding) -> bool:
        """Return whether a comment holds for a finding."""
        if not self._by_rule:
            return False
        start = finding.segment.source_of(finding.span).start
        return any(
            rule in self._by_rule and self._by_rule[rule].hold(start)
            for rule in (_ALL, finding.rule)
        )


class _Ranges:
    """Ranges in the order of their starts, and for each the furthest end so far."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def add(self, reach: _Reach) -> None:
        self._starts.append(reach.start)
        self._ends.append(max(reach.end, self._ends[-1] if self._ends else 0))

    def hold(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]


def _reaches(document: Document) -> Iterator[_Reach]:
    text = document.text
    off: dict[tuple[str, ...], int] = {}
    shown = _Shown(document)
    for found in _COMMENT.finditer(text):
        if shown.holds(found.start()):
            continue
        kind, rules = found[1], tuple(_RULE.findall(found[2]))
        if kind == "ignore-file":
            yield _Reach(0, len(text) + 1, rules)
        elif kind == "off":
            off.setdefault(rules, found.start())
        elif kind == "on":
            for ended in [each for each in off if not rules or each == rules]:
                yield _Reach(off.pop(ended), found.start(), ended)
        else:
            yield _Reach(*shown.beside(found.start(), text), rules)
    for rules, start in off.items():
        yield _Reach(start, len(text) + 1, rules)


class _Shown:
    """Where the text that readers see stands in the source."""

    def __init__(self, document: Document) -> None:
        runs = sorted(_ranges(document))
        self._starts = [start for start, _, _ in runs]
        self._ends = [end for _, end, _ in runs]
        self._segment_ends = [segment_end for _, _, segment_end in runs]

    def holds(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]

    def beside(self, offset: int, text: str) -> tuple[int, int]:
        """Return the source of what shares the line of an offset, else of what follows it."""
        line_start = max(text.rfind(sign, 0, offset) for sign in "\r\n") + 1
        ends = [end for sign in "\r\n" if (end := text.find(sign, offset)) >= 0]
        line_end = min(ends, default=len(text))
        at = bisect_right(self._ends, line_start)
        if at < len(self._starts) and self._starts[at] < line_end:
            return line_start, line_end
        at = bisect_right(self._starts, offset)
        if at == len(self._starts):
            return line_start, line_end
        return self._starts[at], self._segment_ends[at]


def _ranges(document: Document) -> Iterable[tuple[int, int, int]]:
    for segment in document.segments:
        if not segment.runs:
            end = segment.start + len(segment.text)
            yield segment.start, end, end
            continue
        last = segment.runs[-1]
        for run in segment.runs:
            yield run.source, run.source + run.source_length, last.source + last.source_length
