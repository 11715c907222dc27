"""The names of the styles that rows are drawn in; what they look like is in styles.tcss."""

from __future__ import annotations

LABEL = ".drawn--label"
QUIET = ".drawn--quiet"
NUMBER = ".drawn--number"
STRONG = ".drawn--strong"
FOUND = ".drawn--found"
REMOVED = ".drawn--removed"
ADDED = ".drawn--added"
UNKNOWN = ".drawn--unknown"
GOOD = ".drawn--good"
DOUBTFUL = ".drawn--doubtful"
BAD = ".drawn--bad"

COMPONENT_CLASSES = frozenset(
    style.removeprefix(".")
    for style in (
        LABEL,
        QUIET,
        NUMBER,
        STRONG,
        FOUND,
        REMOVED,
        ADDED,
        UNKNOWN,
        GOOD,
        DOUBTFUL,
        BAD,
    )
)
