"""What the log amounts to: events folded into the decisions that stand, finding by finding."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from capqa.model import Action
from capqa.review.events import Comment, FileWrite
from capqa.review.latest import Entry, Latest
from capqa.review.steps import Steps
from capqa.review.writings import Writings, those_that_took_place

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from capqa.model import Decision
    from capqa.review.events import Event
    from capqa.review.steps import Taken, Undone


class Key(NamedTuple):
    """What a decision is about: the finding with this fingerprint in this document."""

    document: str
    fingerprint: str


class History:
    """The decisions not undone, for each finding in the order taken, and the comments.

    Decisions of one group are one step. Undoing cancels its reviewer's last decision on a finding,
    redoing takes it again; what a reviewer undid is gone for good once they decide something new.
    """

    def __init__(
        self, events: Sequence[Event] = (), hashes: Mapping[str, str] | None = None
    ) -> None:
        """Fold the events of a log.

        ``hashes`` holds the content hash of each document as it is now, by name: it tells which of
        the logged writings the document has behind it. All have where it is not known.
        """
        self._steps: defaultdict[Key, Steps] = defaultdict(Steps)
        self._comments: defaultdict[Key, list[Comment]] = defaultdict(list)
        self._writings = Writings()
        # How many new decisions each reviewer has taken: what was undone before is gone.
        self._eras: defaultdict[str, int] = defaultdict(int)
        self._left: set[Key] = set()
        self._undoable: dict[str, Latest[Key]] = {}
        self._redoable: dict[str, Latest[Key]] = {}
        self._asked_about: Collection[Key] = ()
        self._count = 0
        took_place = those_that_took_place(events, hashes or {})
        for position, event in enumerate(events):
            if not isinstance(event, FileWrite) or position in took_place:
                self.add(event)

    def add(self, event: Event) -> None:
        """Take in one more event; a writing is one that took place."""
        self._count += 1
        if isinstance(event, FileWrite):
            self._carry(event)
            return
        keys = self.keys_of(event)
        if isinstance(event, Comment):
            for key in keys:
                self._comments[key].append(event)
        else:
            self._decide(event, keys)
        self._left |= set(keys[:-1])
        self._left.discard(keys[-1])

    def keys_of(self, event: Decision | Comment) -> list[Key]:
        """Return the keys that the finding of an event has had since; the last one is today's.

        A reviewer whose file somebody else has written meanwhile still decides on the old one.
        """
        fingerprints = self._writings.since(event.document, event.fingerprint, event.base_hash)
        return [Key(event.document, fingerprint) for fingerprint in fingerprints]

    def standing(self, key: Key) -> Decision | None:
        """Return the decision that stands for a finding, None when it is open."""
        steps = self._steps.get(key)
        return steps.standing if steps else None

    def knows(self, key: Key) -> bool:
        """Return whether a decision, undone or not, or a comment is on a finding."""
        return bool(self._comments.get(key)) or not self._steps.get(key, Steps()).empty

    def by(self, key: Key, reviewer: str) -> Decision | None:
        """Return what a reviewer decided last on a finding and did not undo, None if nothing."""
        steps = self._steps.get(key)
        taken = steps.last(reviewer) if steps else None
        return taken.decision if taken else None

    def comments(self, key: Key) -> tuple[Comment, ...]:
        """Return the comments on a finding, oldest first."""
        return tuple(self._comments.get(key, ()))

    def commented(self) -> list[Key]:
        """Return the findings that have comments."""
        return [key for key, comments in self._comments.items() if comments]

    def last_step(self, keys: Collection[Key], reviewer: str) -> list[Key]:
        """Return the findings, of those given, that the reviewer's last step was on, in its order.

        Empty when there is no step to undo. Quick where the same collection is asked about again.
        """

        return self._latest(self._undoable, keys, reviewer, lambda steps: steps.taken_by(reviewer))

    def last_undone(self, keys: Collection[Key], reviewer: str) -> list[Key]:
        """Return the findings, of those given, whose step the reviewer undid last, in its order.

        Empty when there is nothing to redo. Quick as `last_step` is.
        """
        era = self._eras[reviewer]
        return self._latest(
            self._redoable, keys, reviewer, lambda steps: steps.undone_by(reviewer, era)
        )

    def undone(self, key: Key, reviewer: str) -> Decision | None:
        """Return the decision that redoing takes again on a finding, None if there is none."""
        steps = self._steps.get(key)
        undone = steps.last_undone(reviewer, self._eras[reviewer]) if steps else None
        return undone.taken.decision if undone else None

    def all_standing(self) -> list[Decision]:
        """Return the decisions that stand on all findings, one each, in the order taken."""
        found = {
            id(taken): taken
            for key, steps in self._steps.items()
            if key not in self._left and (taken := steps.newest)
        }
        return [each.decision for each in sorted(found.values(), key=lambda taken: taken.order)]

    def _latest(
        self,
        known: dict[str, Latest[Key]],
        keys: Collection[Key],
        reviewer: str,
        done_in: Callable[[Steps], Iterable[Taken | Undone]],
    ) -> list[Key]:
        if keys is not self._asked_about:
            self._asked_about = keys
            self._undoable.clear()
            self._redoable.clear()
        if reviewer not in known:
            known[reviewer] = Latest(
                Entry(done.order, done.step, key)
                for key in keys
                if (steps := self._steps.get(key))
                for done in done_in(steps)
            )

        def is_last(entry: Entry[Key]) -> bool:
            steps = self._steps.get(entry.key) if entry.key in keys else None
            last = next(iter(done_in(steps)), None) if steps else None
            return last is not None and last.order == entry.order

        return known[reviewer].step(is_last)

    def _decide(self, decision: Decision, keys: Sequence[Key]) -> None:
        step = decision.group or self._count
        reviewer = decision.reviewer
        undoing = decision.action is Action.UNDO
        if decision.action not in (Action.UNDO, Action.REDO):
            self._eras[reviewer] += 1
            self._redoable[reviewer] = Latest(())
        latest = (self._redoable if undoing else self._undoable).get(reviewer)
        for key in keys:
            steps = self._steps[key]
            if undoing:
                steps.undo(reviewer, self._count, step, self._eras[reviewer])
            elif decision.action is Action.REDO:
                steps.redo(reviewer, self._count, step, self._eras[reviewer], decision.allowed_in)
            else:
                steps.take(decision, self._count, step)
            if latest is not None:
                latest.add(Entry(self._count, step, key))

    def _carry(self, write: FileWrite) -> None:
        """Hand what is on findings, by fingerprint, to what they became in the new bytes."""
        # All at once: a fingerprint may be one finding's before and another's after.
        pairs = [
            (Key(write.document, old), Key(write.document, new))
            for old, new in write.carried.items()
        ]
        steps = {new: self._steps[old].copy() for old, new in pairs}
        comments = {new: list(self._comments[old]) for old, new in pairs}
        self._steps.update(steps)
        self._undoable.clear()
        self._redoable.clear()
        self._comments.update(comments)
        self._left |= {old for old, _ in pairs}
        self._left -= {new for _, new in pairs}
        self._writings.add(write)
