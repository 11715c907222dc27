"""What a reviewer reads of a proposal, whatever has become of it: made, not yet, none, failed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from capqa.model import Scope, Verdict
from capqa.review.items import State, replacement_in, state_after
from capqa.tui.drawing import styles
from capqa.tui.drawing.marks import MARKS
from capqa.tui.drawing.people import signed
from capqa.tui.drawing.rows import drawn, field, shortened
from capqa.tui.drawing.suggestion import (
    alternative_rows,
    comparison_rows,
    origin_rows,
    source_rows,
    verification_rows,
)

if TYPE_CHECKING:
    from textual.content import Content

    from capqa.model import Decision, Suggestion


class Stage(StrEnum):
    """How far the making of a suggestion has come."""

    PENDING = "pending"
    WAITED_FOR = "waited for"
    READY = "ready"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A finding's words and the suggestion for them.

    ``suggestion`` is None before it is ready, and also after, where nothing known covers the
    words. ``error`` is why the making failed, ``mend`` what to do where there is no suggestion.
    """

    source: str
    stage: Stage
    suggestion: Suggestion | None = None
    error: str = ""
    mend: str = ""


def proposal_rows(proposal: Proposal, width: int) -> list[Content]:
    """Return source and suggestion, and the alternatives."""
    if proposal.suggestion is None:
        return source_rows(proposal.source, _note(proposal), width)
    return [
        *comparison_rows(proposal.source, proposal.suggestion, width),
        *alternative_rows(proposal.suggestion.alternatives, width),
    ]


def disk_rows(state: State, conflict: str, width: int) -> list[Content]:
    """Return what somebody else did to the words in the file; ``conflict`` says how to settle it.

    It is "" where what was decided can be written.
    """
    if conflict:
        said = drawn(("≠ changed", styles.BAD), f" by somebody after you decided  {conflict}")
    elif state is State.GONE:
        sign, _, style = MARKS[state]
        said = drawn(
            (f"{sign} gone", style), ": somebody took the words out, nothing is to be done"
        )
    else:
        return []
    return field("ON DISK", said, width)


def decision_rows(decision: Decision | None, width: int) -> list[Content]:
    """Return what was decided, by whom, and what will be written; nothing for an open finding."""
    if decision is None:
        return []
    state = state_after(decision)
    sign, word, style = MARKS[state]
    said = {
        State.DISMISSED: ", the text stays as it is",
        State.SKIPPED: ", for later",
    }.get(state, "")
    if decision.scope is not Scope.HERE:
        said += {Scope.IDENTICAL: ", in all places", Scope.ALWAYS: ", always"}[decision.scope]
    line = drawn((f"{sign} {word}", style), said)
    if (replacement := replacement_in(decision)) is not None:
        line += drawn("  ", (shortened(replacement), styles.STRONG))
    line += drawn((f"   {signed(decision.reviewer, decision.time)}", styles.QUIET))
    return field("DECISION", line, width)


def background_rows(proposal: Proposal, width: int, *, one_a_row: bool = False) -> list[Content]:
    """Return what is known about the suggestion: its verification and where it comes from."""
    if proposal.suggestion is None:
        return []
    return [
        *verification_rows(proposal.suggestion, width),
        *origin_rows(proposal.source, proposal.suggestion, width, one_a_row=one_a_row),
    ]


def flawless(suggestion: Suggestion) -> bool:
    """Return whether a suggestion may be accepted by a key pressed before it could be read."""
    return (
        not suggestion.unknown
        and all(check.passed for check in suggestion.checks)
        and all(term.verdict is Verdict.KEPT for term in suggestion.terms)
    )


def _note(proposal: Proposal) -> Content:
    if proposal.stage is Stage.PENDING:
        return drawn(("… translating", styles.QUIET))
    if proposal.stage is Stage.WAITED_FOR:
        return drawn(
            ("… translating, then accepted", styles.DOUBTFUL),
            ("  any other key calls that off", styles.QUIET),
        )
    if proposal.stage is Stage.FAILED:
        return drawn(("✗ failed", styles.BAD), f": {proposal.error}", f"  {proposal.mend}")
    return drawn(("none", styles.DOUBTFUL), f": nothing known covers these words  {proposal.mend}")
