"""What can be asked of a review without changing it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from capqa.review.items import UNDECIDED, State, replacement_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from capqa.model import Decision
    from capqa.review.deciding import Deciding
    from capqa.review.events import Comment
    from capqa.review.items import ReviewItem
    from capqa.review.reports import Conflict
    from capqa.review.writing import Writing


class Asking:
    """Where items stand; they are addressed by their index.

    What is asked after every key is answered quickly, however many items there are.
    """

    def __init__(self, deciding: Deciding, writing: Writing, items: Sequence[ReviewItem]) -> None:
        """Ask these about some items."""
        self._deciding = deciding
        self._writing = writing
        self.items = tuple(items)

    def state(self, index: int) -> State:
        """Return where an item stands."""
        state = self._deciding.standing.state(index)
        return State.GONE if state in UNDECIDED and self._writing.is_gone(index) else state

    def states(self) -> Sequence[State]:
        """Return where each item stands, in their order, as of now."""
        states = self._deciding.standing.states()
        for index in self._writing.gone():
            states[index] = self.state(index)
        return states

    def decision(self, index: int) -> Decision | None:
        """Return the decision that stands on an item, None when it is open: who took it, when."""
        return self._deciding.standing[index]

    def replacement(self, index: int) -> str | None:
        """Return the text that writing puts in the place of an item's, None when it puts none."""
        return replacement_in(self._deciding.standing[index])

    def comments(self, index: int) -> tuple[Comment, ...]:
        """Return the comments on an item, oldest first."""
        return self._deciding.comments(index)

    def commented(self) -> Iterable[int]:
        """Return the items that have comments."""
        return self._deciding.commented()

    def next_open(self, after: int) -> int | None:
        """Return the first open item after an index, from the start again if need be."""
        return self.first(chain(range(after + 1, len(self.items)), range(after + 1)), State.OPEN)

    def previous_open(self, before: int) -> int | None:
        """Return the last open item before an index, from the end again if need be."""
        return self.first(
            chain(range(before - 1, -1, -1), range(len(self.items) - 1, before - 1, -1)), State.OPEN
        )

    def first(self, indexes: Iterable[int], state: State) -> int | None:
        """Return the first of some items that is in a state, None when none of them is."""
        if next(self._writing.gone(), None) is None:
            return self._deciding.standing.first(indexes, state)
        return next((index for index in indexes if self.state(index) is state), None)

    def counts(self) -> Mapping[State, int]:
        """Return how many items are in each state, states without items included."""
        counts = self._deciding.standing.counts()
        for index in self._writing.gone():
            if self.state(index) is State.GONE:
                counts[self._deciding.standing.state(index)] -= 1
                counts[State.GONE] += 1
        return counts

    def unwritten(self) -> tuple[int, ...]:
        """Return the items whose text in the files is not what is decided, as far as is known."""
        return self._writing.unwritten.indexes()

    def unwritten_count(self) -> int:
        """Return how many items `unwritten` would return, quick enough to ask after every key."""
        return self._writing.unwritten.count()

    def can_undo(self) -> bool:
        """Return whether `undo` would take something back."""
        return self._deciding.can_undo()

    def can_redo(self) -> bool:
        """Return whether `redo` would take something again."""
        return self._deciding.can_redo()

    def conflicts(self) -> tuple[Conflict, ...]:
        """Return what rereading left to be resolved, in the order of the items."""
        return self._writing.conflicts()

    def has_news(self) -> bool:
        """Return whether `refresh` would find something in the log; it changes nothing.

        Raises CapqaError when the log cannot be read.
        """
        return self._deciding.ledger.is_behind()

    @property
    def untold(self) -> int:
        """How many items of news acts have found that `refresh` has not told."""
        return self._deciding.untold
