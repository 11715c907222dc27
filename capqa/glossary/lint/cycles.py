"""Rows that send the reader in a circle: A becomes B, and B becomes A or gives way to A.

Whoever follows them never arrives: one row says to write Kyiv for Kiev, another Kiev for Kyiv.
A row points from its source to its target, and from each deprecated or forbidden target of a source
to the preferred one, the latter among names or for the same source only: which common word is the
right one depends on what is to be said.

>>> from capqa.glossary.linting.samples import messages
>>> messages(check, "Kiew,Kyiv,proper noun,preferred", "Kiew,Kiev,proper noun,deprecated",
...     "Kiewer,Kiev,proper noun,preferred", "Kiewer,Kyiv,proper noun,deprecated")
["5: 'Kyiv' gives way to 'Kiev' here, but 'Kiev' gives way to 'Kyiv' in line 3; decide"]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from capqa.glossary.linting.circles import circles
from capqa.glossary.linting.glossary import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.glossary.linting.glossary import Glossary
    from capqa.glossary.linting.table import Row

_BECOMES = "becomes"
_GIVES_WAY = "gives way to"


class _Term(NamedTuple):
    """A term anywhere, or as one of the targets of a source only."""

    text: str
    source: str = ""


class _Arrow(NamedTuple):
    """What points from a term to another, the row that says so, and in which words."""

    start: _Term
    end: _Term
    row: Row
    verb: str


def check(glossary: Glossary) -> Iterator[Problem]:
    """Yield, for each circle, the last row that is needed to close it."""
    arrows = list(_arrows(glossary))
    edges: dict[_Term, list[_Term]] = {}
    for arrow in arrows:
        edges.setdefault(arrow.start, []).append(arrow.end)
    circle_of = {term: at for at, circle in enumerate(circles(edges)) for term in circle}
    rings: dict[int, list[_Arrow]] = {}
    for arrow in arrows:
        circle = circle_of.get(arrow.start)
        if circle is not None and circle_of.get(arrow.end) == circle:
            rings.setdefault(circle, []).append(arrow)
    for ring in rings.values():
        last = ring[-1]
        first = next(arrow for arrow in ring if arrow.start == last.end)
        place = glossary.other(first.row, last.row)
        yield Problem(last.row, f"{_said(last)} here, but {_said(first)} in {place}; decide")


def _said(arrow: _Arrow) -> str:
    return f"{arrow.start.text!r} {arrow.verb} {arrow.end.text!r}"


def _arrows(glossary: Glossary) -> Iterator[_Arrow]:
    """Yield all arrows in the order of the rows."""
    preferred: dict[tuple[str, str], Row] = {}
    sources = {row.source for row in glossary.entries}
    for row in glossary.entries:
        if row.binds:
            preferred.setdefault((row.file, row.source), row)
    for row in glossary.entries:
        if row.binds and row.target != row.source:
            yield _Arrow(_Term(row.source), _Term(row.target), row, _BECOMES)
        elif not row.status.usable:
            best = preferred.get((row.file, row.source))
            if best is None or best.target == row.target:
                continue
            anywhere = row.is_proper or best.target in sources
            scope = "" if anywhere else row.source
            yield _Arrow(_Term(row.target, scope), _Term(best.target, scope), row, _GIVES_WAY)
