"""The decisions of a review: taken, undone, redone, commented on, and shared with others."""

from __future__ import annotations

import secrets
from collections import defaultdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from capqa.model import Action, Decision, Scope
from capqa.review.events import Comment
from capqa.review.history import Key
from capqa.review.items import ReviewItem, replacement_in
from capqa.review.ledger import Ledger
from capqa.review.reports import News
from capqa.review.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from capqa.review.ledger import Foreign
    from capqa.review.store import EventStore


class Deciding:
    """What stands on each item, by its index, and how it comes to.

    Whoever acts reads first what others logged. Methods raise CapqaError when the log cannot be
    used; nothing has changed then.
    """

    def __init__(
        self,
        items: Sequence[ReviewItem],
        store: EventStore,
        hashes: Mapping[str, str],
        *,
        reviewer: str,
        glossary_state: Callable[[str, str], str],
    ) -> None:
        """Take up what the log says of the items; arguments are those of the session."""
        self.items = list(items)
        self.originals = [item.finding.text for item in items]
        self.reviewer = reviewer
        self.ledger = Ledger(store, hashes)
        self._glossary_state = glossary_state
        self._news: list[Foreign] = []
        self._keys = [Key(item.document.name, item.finding.fingerprint) for item in items]
        self._indexes: defaultdict[Key, list[int]] = defaultdict(list)
        self.standing = Standing()
        self.changed: Callable[[int | None], object] = lambda index: None
        """Called with an item on which another decision stands, None when that may be any."""
        self.settle()

    def settle(self, moved: Mapping[int, str] | None = None) -> None:
        """Fold the log anew, some items having come to other fingerprints."""
        for index, fingerprint in (moved or {}).items():
            self.rename(index, fingerprint)
        self._indexes.clear()
        for index, key in enumerate(self._keys):
            self._indexes[key].append(index)
        self.ledger.fold()
        self.standing = Standing(map(self._effective, range(len(self._keys))))
        self.changed(None)

    def rename(self, index: int, fingerprint: str) -> None:
        """Let an item be known by another fingerprint from the next `settle` on."""
        self._keys[index] = Key(self._keys[index].document, fingerprint)

    def fingerprint(self, index: int) -> str:
        """Return the fingerprint that decisions on an item are kept under."""
        return self._keys[index].fingerprint

    def wanted(self, index: int) -> str:
        """Return the text that is to stand in the file."""
        replacement = replacement_in(self.standing[index])
        return self.originals[index] if replacement is None else replacement

    def take(
        self,
        indexes: Sequence[int],
        action: Action,
        text: str = "",
        *,
        scope: Scope = Scope.HERE,
        origin: str = "",
        allowed_in: str = "",
    ) -> None:
        """Decide the same on some items, in one step; what is decided so already is left.

        ``allowed_in`` is logged with the first of them.
        """
        self.catch_up()
        # Deciding the same again must not need two undos.
        chosen = [index for index in indexes if not self._is(index, action, text, scope)]
        group = _new_group(chosen)
        decisions = [
            self._decision(
                index,
                action,
                text,
                scope=scope,
                group=group,
                origin=origin,
                allowed_in=allowed_in if index == indexes[0] else "",
            )
            for index in chosen
        ]
        self._add(decisions)

    def undo(self) -> list[Decision]:
        """Undo the reviewer's last step; return the decisions undone, [] when there is none."""
        self.catch_up()
        history = self.ledger.history
        keys = history.last_step(self._indexes, self.reviewer)
        return self._again(keys, Action.UNDO, [history.by(key, self.reviewer) for key in keys])

    def redo(self, allow: Callable[[str, str], bool]) -> list[Decision]:
        """Redo the step undone last; return the decisions taken again, [] when there is none.

        ``allow`` adds a text to the file that allows it always, and says whether it was not there.
        """
        self.catch_up()
        history = self.ledger.history
        keys = history.last_undone(self._indexes, self.reviewer)
        return self._again(
            keys, Action.REDO, [history.undone(key, self.reviewer) for key in keys], allow
        )

    def can_undo(self) -> bool:
        """Return whether there is a step to undo, as far as the log was read."""
        return bool(self.ledger.history.last_step(self._indexes, self.reviewer))

    def can_redo(self) -> bool:
        """Return whether there is a step to redo, as far as the log was read."""
        return bool(self.ledger.history.last_undone(self._indexes, self.reviewer))

    def indexes_of(self, decisions: Iterable[Decision]) -> list[int]:
        """Return the items that decisions are on."""
        found: dict[int, None] = {}
        for decision in decisions:
            key = self.ledger.history.keys_of(decision)[-1]
            found |= dict.fromkeys(self._indexes.get(key, ()))
        return list(found)

    def comment(self, index: int, text: str) -> None:
        """Add a comment to an item."""
        key = self._keys[index]
        comment = Comment(
            fingerprint=key.fingerprint,
            document=key.document,
            text=text,
            source=self.originals[index],
            reviewer=self.reviewer,
            time=now(),
            base_hash=self.ledger.hashes[key.document],
            place=_place(self.items[index]),
        )
        self._news += self.ledger.add(comment)

    def comments(self, index: int) -> tuple[Comment, ...]:
        """Return the comments on an item, oldest first, as far as the log was read."""
        return self.ledger.history.comments(self._keys[index])

    def commented(self) -> set[int]:
        """Return the items that have comments, as far as the log was read."""
        keys = self.ledger.history.commented()
        return {index for key in keys for index in self._indexes.get(key, ())}

    def catch_up(self) -> None:
        """Take in what others have decided since."""
        self._note(self.ledger.catch_up())

    @property
    def untold(self) -> int:
        """How many decisions of others `news` would look at."""
        return len(self._news)

    def news(self) -> tuple[News, ...]:
        """Return what others decided since this was called last, as it stands now."""
        waiting, self._news = self._news, []
        found = []
        for foreign in waiting:
            history, decision = self.ledger.history, foreign.decision
            indexes = self._indexes.get(foreign.key)
            if not indexes:
                continue
            theirs = history.by(foreign.key, decision.reviewer)
            own = (
                None
                if decision.reviewer == self.reviewer
                else history.by(foreign.key, self.reviewer)
            )
            conflict = bool(own and theirs and _says(own) != _says(theirs))
            found.append(
                News(
                    index=indexes[0],
                    reviewer=decision.reviewer,
                    time=decision.time,
                    action=decision.action,
                    text=decision.text,
                    conflict=conflict,
                    stands=theirs is not None and history.standing(foreign.key) is theirs,
                    own=own.action if own and conflict else None,
                )
            )
        return tuple(found)

    def _again(
        self,
        keys: Sequence[Key],
        action: Action,
        concerned: Sequence[Decision | None],
        allow: Callable[[str, str], bool] = lambda file, text: False,
    ) -> list[Decision]:
        decisions = [decision for decision in concerned if decision is not None]
        group = _new_group(keys)
        events = []
        for key, decision in zip(keys, decisions, strict=True):
            index = self._indexes[key][0]
            file = decision.allowed_in
            if action is Action.REDO and file and not allow(file, decision.source):
                file = ""
            events.append(
                self._decision(
                    index, action, "", scope=decision.scope, group=group, allowed_in=file
                )
            )
        self._add(events)
        return decisions

    def _decision(
        self,
        index: int,
        action: Action,
        text: str,
        *,
        scope: Scope,
        group: str,
        origin: str = "",
        allowed_in: str = "",
    ) -> Decision:
        key, item = self._keys[index], self.items[index]
        language, target = item.finding.language, item.target_language
        return Decision(
            fingerprint=key.fingerprint,
            document=key.document,
            action=action,
            text=text,
            source=self.originals[index],
            reviewer=self.reviewer,
            time=now(),
            base_hash=self.ledger.hashes[key.document],
            scope=scope,
            group=group,
            language=language,
            target_language=target,
            origin=origin,
            glossary=self._glossary_state(language, target),
            place=_place(item),
            allowed_in=allowed_in,
        )

    def _add(self, decisions: Sequence[Decision]) -> None:
        if not decisions:
            return
        self._note(self.ledger.add(*decisions))
        for decision in decisions:
            self._look_again(Key(decision.document, decision.fingerprint))

    def _note(self, foreign: Iterable[Foreign]) -> None:
        for each in foreign:
            self._news.append(each)
            self._look_again(each.key)

    def _look_again(self, key: Key) -> None:
        for index in self._indexes.get(key, ()):
            self.standing[index] = self._effective(index)
            self.changed(index)

    def _effective(self, index: int) -> Decision | None:
        decision = self.ledger.history.standing(self._keys[index])
        # A replacement that a rule objects to once it is written is a finding to decide anew.
        if replacement_in(decision) == self.originals[index]:
            return None
        return decision

    def _is(self, index: int, action: Action, text: str, scope: Scope) -> bool:
        standing = self.standing[index]
        if standing is None or (standing.action, standing.text) != (action, text):
            return False
        return scope is not Scope.ALWAYS or standing.scope is scope


def now() -> str:
    """Return the time as events say it: UTC in ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _new_group(members: Sequence[object]) -> str:
    return secrets.token_hex(8) if len(members) > 1 else ""


def _place(item: ReviewItem) -> str:
    finding = item.finding
    place = f"{finding.line}:{finding.column}"
    return f"{place} {finding.segment.locator}" if finding.segment.locator else place


def _says(decision: Decision) -> tuple[Action, str]:
    return decision.action, decision.text
