"""What is exported of a log: a row a decision, and one a comment that no decision has."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from capqa.model import Action, Decision
from capqa.review.events import Comment, FileWrite
from capqa.review.history import History

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from capqa.review.events import Event

COMMENT = "comment"
"""What the row of a comment has for an action."""

_TRANSLATING = (Action.ACCEPT, Action.EDIT)


class Row(NamedTuple):
    """A decision with all that was recorded of it, "" where nothing was.

    ``comment`` holds the comments on the finding, a line or more each. ``in_force`` tells decisions
    that stand from those undone or decided over; undoing and redoing are rows of their own.
    """

    file: str
    place: str
    source_language: str
    target_language: str
    source: str
    text: str
    reviewer: str
    time: str
    action: str
    scope: str
    step: str
    engine: str
    glossary: str
    comment: str
    in_force: bool

    @property
    def is_translation(self) -> bool:
        """Whether the row says what a text is in another language, and still holds."""
        return self.in_force and self.action in _TRANSLATING


def rows(events: Sequence[Event], wanted: Callable[[str], bool] = lambda file: True) -> list[Row]:
    """Return the rows of a log's events, oldest first, of the files wanted by their names."""
    history = History(events)
    standing = set(map(_identity, history.all_standing()))
    found = []
    told = set()
    for event in events:
        if isinstance(event, Decision):
            told |= set(history.keys_of(event))
    for event in events:
        if isinstance(event, FileWrite) or not wanted(event.document):
            continue
        key = history.keys_of(event)[-1]
        comments = "\n".join(map(_line, history.comments(key)))
        if isinstance(event, Decision):
            found.append(_of_decision(event, comments, _identity(event) in standing))
        elif key not in told:
            found.append(_of_comment(event))
    return found


def _identity(decision: Decision) -> Decision:
    # Redoing may find the line that it would add there already.
    return replace(decision, allowed_in="")


def _of_decision(decision: Decision, comments: str, in_force: bool) -> Row:
    return Row(
        file=decision.document,
        place=decision.place,
        source_language=decision.language,
        target_language=decision.target_language,
        source=decision.source,
        text=decision.text,
        reviewer=decision.reviewer,
        time=decision.time,
        action=decision.action.value,
        scope=decision.scope.value,
        step=decision.group,
        engine=decision.origin,
        glossary=decision.glossary,
        comment=comments,
        in_force=in_force,
    )


def _of_comment(comment: Comment) -> Row:
    return Row(
        file=comment.document,
        place=comment.place,
        source_language="",
        target_language="",
        source=comment.source,
        text="",
        reviewer=comment.reviewer,
        time=comment.time,
        action=COMMENT,
        scope="",
        step="",
        engine="",
        glossary="",
        comment=_line(comment),
        in_force=True,
    )


def _line(comment: Comment) -> str:
    return f"{comment.reviewer}, {comment.time}: {comment.text}"
