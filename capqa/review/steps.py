"""The decisions on one finding: those that were not undone, and those that can be redone."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.model import Decision


class Taken(NamedTuple):
    """A decision, its place in the order of all events, and the step it is part of."""

    order: int
    step: str | int
    decision: Decision


class Undone(NamedTuple):
    """A decision undone: when, in which step, and how many decisions its reviewer had taken."""

    order: int
    step: str | int
    era: int
    taken: Taken


@dataclass(slots=True)
class Steps:
    """The decisions on one finding, in the order taken, each reviewer's undone on their own."""

    _taken: list[Taken] = field(default_factory=list)
    _undone: list[Undone] = field(default_factory=list)

    @property
    def newest(self) -> Taken | None:
        """The last decision not undone, whoever took it."""
        return self._taken[-1] if self._taken else None

    @property
    def standing(self) -> Decision | None:
        """The decision that stands, None when the finding is open."""
        return self._taken[-1].decision if self._taken else None

    @property
    def empty(self) -> bool:
        """Whether nothing was ever decided."""
        return not (self._taken or self._undone)

    def take(self, decision: Decision, order: int, step: str | int) -> None:
        """Add a decision."""
        self._taken.append(Taken(order, step, decision))

    def undo(self, reviewer: str, order: int, step: str | int, era: int) -> None:
        """Cancel the reviewer's last decision, if there is one."""
        taken = self.last(reviewer)
        if taken is not None:
            self._taken.remove(taken)
            self._undone.append(Undone(order, step, era, taken))

    def redo(
        self, reviewer: str, order: int, step: str | int, era: int, allowed_in: str = ""
    ) -> None:
        """Take the decision that the reviewer undid last again, if it can be."""
        undone = self.last_undone(reviewer, era)
        if undone is not None:
            self._undone.remove(undone)
            decision = undone.taken.decision
            if decision.allowed_in != allowed_in:
                decision = replace(decision, allowed_in=allowed_in)
            self._taken.append(Taken(order, step, decision))

    def last(self, reviewer: str) -> Taken | None:
        """Return the reviewer's last decision that was not undone, None if there is none."""
        return next(self.taken_by(reviewer), None)

    def last_undone(self, reviewer: str, era: int) -> Undone | None:
        """Return what the reviewer undid last in an era, None if there is nothing."""
        return next(self.undone_by(reviewer, era), None)

    def taken_by(self, reviewer: str) -> Iterator[Taken]:
        """Yield the reviewer's decisions that were not undone, the last one first."""
        return (each for each in reversed(self._taken) if each.decision.reviewer == reviewer)

    def undone_by(self, reviewer: str, era: int) -> Iterator[Undone]:
        """Yield what the reviewer undid in an era, the last one first."""
        return (
            each
            for each in reversed(self._undone)
            if each.era == era and each.taken.decision.reviewer == reviewer
        )

    def copy(self) -> Steps:
        """Return the same, to go on with independently."""
        return Steps(list(self._taken), list(self._undone))
