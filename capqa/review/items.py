"""What a reviewer decides on, and the states an item passes through."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from capqa.errors import CapqaError
from capqa.model import Action

if TYPE_CHECKING:
    from pathlib import Path

    from capqa.model import Decision, Document, Finding


class State(StrEnum):
    """Where an item stands: open, or what was decided last and not undone.

    It is gone when it is open or skipped, and somebody has taken it from its file.
    """

    OPEN = "open"
    ACCEPTED = "accepted"
    EDITED = "edited"
    DISMISSED = "dismissed"
    SKIPPED = "skipped"
    GONE = "gone"


UNDECIDED: Final = (State.OPEN, State.SKIPPED)
"""The states in which a finding still wants a decision."""


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """A finding with the document it lies in and the file that document was read from.

    ``target_language`` is that of the page, an ISO 639-1 code, "" where it is not to be recorded.
    """

    finding: Finding
    document: Document
    path: Path
    target_language: str = ""


class ReviewError(CapqaError):
    """A decision that cannot be taken as asked; the item stays as it was."""


_STATES = {
    Action.ACCEPT: State.ACCEPTED,
    Action.EDIT: State.EDITED,
    Action.DISMISS: State.DISMISSED,
    Action.SKIP: State.SKIPPED,
}


def state_after(decision: Decision | None) -> State:
    """Return the state an item is in when this decision is the last one standing."""
    return _STATES[decision.action] if decision else State.OPEN


def replacement_in(decision: Decision | None) -> str | None:
    """Return the text a decision puts in the place of the finding's, None when it puts none."""
    if decision and decision.action in (Action.ACCEPT, Action.EDIT):
        return decision.text
    return None
