"""What reviewers have dismissed: the text is right as it stands, and the gate need not stop it."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from capqa.model import Action, Decision, content_hash
from capqa.review.history import History, Key
from capqa.review.store import events_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.model import Finding
    from capqa.pipeline import CheckedFile
    from capqa.review.store import AnyLog


class Dismissals:
    """The dismissals of a decision log that stand."""

    def __init__(self, log: AnyLog, folders: Sequence[Path] = (Path(),)) -> None:
        """Read a log, which need not exist; names in it start from one of the folders.

        Raises CapqaError when it cannot be read.
        """
        self._events = events_of(log)
        self._names: dict[str, set[str]] = {}
        dismissed = {
            event.document
            for event in self._events
            if isinstance(event, Decision) and event.action is Action.DISMISS
        }
        for folder in dict.fromkeys(map(os.path.abspath, folders)):
            for name in dismissed:
                self._names.setdefault(os.path.normpath(os.path.join(folder, name)), set()).add(
                    name
                )

    def take(self, file: CheckedFile) -> tuple[list[Finding], list[Finding]]:
        """Return the findings of a file that are open, and those that were dismissed."""
        found = list(file.findings)
        names = self._names.get(os.path.abspath(file.name))
        if not names:
            return found, []
        # A log may name one file in several ways: as ".", and from the folder above.
        hashes = dict.fromkeys(names, _hash_of(file))
        history = History([each for each in self._events if each.document in names], hashes)
        standing = [
            [each for name in names if (each := history.standing(Key(name, finding.fingerprint)))]
            for finding in found
        ]
        met = {id(each) for decisions in standing for each in decisions}
        # Of texts whose surroundings were edited, or mended: nothing was found where they stood.
        others = Counter(
            each.source
            for each in history.all_standing()
            if each.action is Action.DISMISS and id(each) not in met
        )
        open_: list[Finding] = []
        dismissed: list[Finding] = []
        for finding, decisions in zip(found, standing, strict=True):
            is_dismissed = any(each.action is Action.DISMISS for each in decisions)
            if not decisions and others[finding.text] > 0:
                others[finding.text] -= 1
                is_dismissed = True
            (dismissed if is_dismissed else open_).append(finding)
        return open_, dismissed


def _hash_of(file: CheckedFile) -> str:
    if file.document is not None:
        return file.document.content_hash
    try:
        return content_hash(Path(file.name).read_bytes())
    except OSError:
        return ""
