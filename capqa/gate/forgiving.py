"""What `capqa check` passes over in a project, for servers asked about single documents."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from capqa.errors import CapqaError
from capqa.gate.baseline import Baseline
from capqa.gate.dismissals import Dismissals
from capqa.gate.gating import without
from capqa.review.database_reader import DatabaseReader
from capqa.review.session_place import log_at
from capqa.review.store import state_of

if TYPE_CHECKING:
    from collections.abc import Hashable
    from pathlib import Path

    from capqa.config import Settings
    from capqa.pipeline import CheckedFile
    from capqa.review.session_place import SessionPlace


class Forgiven:
    """The known findings and the dismissals of a project, read again when they change.

    A document may come as often as it likes: nothing is used up.
    """

    def __init__(self, settings: Settings, place: SessionPlace) -> None:
        """Take where the findings and the decisions are; reads nothing yet."""
        self._path = settings.baseline
        self._place = place
        self._baseline: Baseline | None = None
        self._baseline_state: Hashable = None
        self._dismissals: Dismissals | None = None
        self._log_state: Hashable = None
        self._note = ""

    def look(self) -> None:
        """Read what has changed. Raises CapqaError for what `capqa check` would not go on with."""
        if self._path is not None:
            state = _state(self._path)
            if self._baseline is None or state != self._baseline_state:
                self._baseline = Baseline.read(self._path)
                self._baseline_state = state
        log = log_at(self._place)
        if isinstance(log, DatabaseReader):
            log.look()
        log_state = state_of(log)
        if self._dismissals is not None and log_state == self._log_state:
            return
        try:
            self._dismissals, self._note = Dismissals(log, self._place.folders), ""
        except CapqaError as error:
            if self._place.is_named:
                raise
            # Then nothing was dismissed, which is stricter.
            self._dismissals, self._note = None, str(error)
        self._log_state = log_state

    def left(self, file: CheckedFile, *, is_marked: bool = False) -> CheckedFile:
        """Return a file without what is passed over, as far as was seen by `look`.

        ``is_marked`` says that its bytes begin with a mark of UTF-8 that those on disk have not.
        """
        left = file
        if self._dismissals is not None and file.findings:
            seen = file
            if is_marked and file.document is not None:
                # The log knows the bytes on disk.
                data = file.document.data.removeprefix(file.document.byte_order_mark)
                seen = replace(file, document=replace(file.document, data=data))
            left = without(left, "dismissal", self._dismissals.take(seen))
        if self._baseline is not None:
            left = without(left, "baseline", self._baseline.parted(left.name, left.findings))
        return replace(left, note=left.note or self._note) if self._note else left


def _state(path: Path) -> Hashable:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
