"""Who decided or said something, and when."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from capqa.tui.drawing import styles
from capqa.tui.drawing.rows import drawn, field, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content

    from capqa.review.events import Comment

_LONGEST_NAME = 40
_LONGEST = 1000


def signed(reviewer: str, time: str) -> str:
    """Return who and when, as in "ana, 2026-11-24 14:03", in the time zone of the reader."""
    return f"{shortened(reviewer, _LONGEST_NAME)}, {_when(time)}"


def comment_rows(comments: Sequence[Comment], width: int) -> list[Content]:
    """Return what was said about a finding, oldest first."""
    rows: list[Content] = []
    for comment in comments:
        text = " ".join(comment.text.split())
        line = drawn(
            (f"{signed(comment.reviewer, comment.time)}: ", styles.QUIET),
            shortened(text, _LONGEST),
        )
        rows += field("" if rows else "COMMENTS", line, width)
    return rows


def _when(time: str) -> str:
    try:
        return f"{datetime.fromisoformat(time).astimezone():%Y-%m-%d %H:%M}"
    except (ValueError, OverflowError):
        return time
