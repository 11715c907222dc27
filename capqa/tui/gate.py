"""What the gate would still object to if it looked at the files now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.review.items import UNDECIDED
from capqa.tui.drawing.progress import undecided

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.review.session import Session


class GateState:
    """How many findings of a session keep the gate shut.

    Those are the ones it counts that are undecided, or decided and not in the files yet.
    """

    def __init__(self, session: Session, counted: Sequence[bool] | None = None) -> None:
        """Take whether the gate counts each item at all: each does where ``counted`` is None.

        It does not count what is known by its baseline, or less grave than it fails on.
        """
        self._session = session
        self._counted = None if counted is None or all(counted) else bytes(counted)

    def objections(self) -> int:
        """Return how many findings keep the gate shut, quick enough to ask after every key."""
        session, counted = self._session, self._counted
        waiting = [
            index
            for index in session.unwritten()
            if (counted is None or counted[index]) and session.state(index) not in UNDECIDED
        ]
        if counted is None:
            return undecided(session.counts()) + len(waiting)
        states = zip(session.states(), counted, strict=True)
        return sum(1 for state, grave in states if grave and state in UNDECIDED) + len(waiting)
