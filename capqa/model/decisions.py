"""What reviewers decide, and what that changes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

# Not for type checkers alone: what is stored is verified by the annotations when it is read.
from capqa.model.documents import Segment, Span  # noqa: TC001


class Action(StrEnum):
    """What a reviewer did with a finding; undo is an event of its own, and so is redo."""

    ACCEPT = "accept"
    EDIT = "edit"
    DISMISS = "dismiss"
    SKIP = "skip"
    UNDO = "undo"
    REDO = "redo"


class Scope(StrEnum):
    """How far a decision reaches: one finding, those with the same text, or later pages too."""

    HERE = "here"
    IDENTICAL = "identical"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Decision:
    """One event in the append-only log.

    ``text`` replaces the finding's span for accept and edit, and is empty otherwise. ``time`` is
    UTC in ISO 8601. ``base_hash`` is ``Document.content_hash`` of the bytes the reviewer saw.

    Decisions of one ``group`` were taken in one step and are undone in one; "" is a step alone.
    ``language`` and ``target_language`` are those of the finding and of the page, ISO 639-1,
    ``origin`` is that of the suggestion accepted, ``glossary`` the state of the glossaries it was
    made with, ``place`` where the finding stood ("12:5", line and column). All are "" where not
    recorded.
    ``allowed_in`` names the file that dismissing it always added a line to, "" where none was.
    """

    fingerprint: str
    document: str
    action: Action
    text: str
    source: str
    reviewer: str
    time: str
    base_hash: str
    scope: Scope = Scope.HERE
    group: str = ""
    language: str = ""
    target_language: str = ""
    origin: str = ""
    glossary: str = ""
    place: str = ""
    allowed_in: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``old`` at ``span`` of ``segment.text`` with ``new``.

    A format refuses the edit with ConflictError when ``old`` is not what stands there.
    """

    segment: Segment
    span: Span
    old: str
    new: str
