"""Which decisions are not in the files yet, so that nobody quits without knowing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from capqa.review.session import Session, WriteReport


class Unwritten:
    """Remembers what this run wrote, and compares it with what is decided."""

    def __init__(self, session: Session) -> None:
        """Start where the files hold what was found in them."""
        self._session = session
        self._in_files: dict[int, str | None] = {}

    def count(self) -> int:
        """Return how many findings' text in the files is not what was decided."""
        return sum(
            self._session.replacement(index) != self._in_files.get(index)
            for index in range(len(self._session.items))
        )

    def note(self, report: WriteReport) -> None:
        """Take in what a writing did."""
        written = set(report.written)
        for index, item in enumerate(self._session.items):
            if item.path in written:
                self._in_files[index] = self._session.replacement(index)
