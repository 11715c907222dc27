"""What reviewers have dismissed: the text is right as it stands, and the gate need not stop it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from capqa.model import Action, Decision
from capqa.review.history import History, Key
from capqa.review.log_reading import read_events

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from capqa.model import Document, Finding


class Dismissals:
    """The dismissals of a decision log that stand."""

    def __init__(self, log: Path) -> None:
        """Read a log, which need not exist. Raises CapqaError when it cannot be read."""
        self._events = read_events(log)
        self._names: dict[str, set[str]] = {}
        for event in self._events:
            if isinstance(event, Decision) and event.action is Action.DISMISS:
                self._names.setdefault(os.path.abspath(event.document), set()).add(event.document)

    def take(
        self, document: Document, findings: Iterable[Finding]
    ) -> tuple[list[Finding], list[Finding]]:
        """Return the findings of a document that are open, and those that were dismissed."""
        found = list(findings)
        names = self._names.get(os.path.abspath(document.name))
        if not names:
            return found, []
        # A log may name one file in several ways: as ".", and from the folder above.
        hashes = dict.fromkeys(names, document.content_hash)
        history = History([each for each in self._events if each.document in names], hashes)
        open_: list[Finding] = []
        dismissed: list[Finding] = []
        for finding in found:
            standing = [history.standing(Key(name, finding.fingerprint)) for name in names]
            is_dismissed = any(each and each.action is Action.DISMISS for each in standing)
            (dismissed if is_dismissed else open_).append(finding)
        return open_, dismissed
