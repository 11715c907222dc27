"""What threads tell the review screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from capqa.review.session import WriteReport
    from capqa.tui.taking_up import TakenUp


class Loaded(Message):
    """A suggestion was made, or its making failed."""

    def __init__(self, index: int, error: str) -> None:
        """Name the finding; ``error`` is "" where all went well."""
        self.index, self.error = index, error
        super().__init__()


class Written(Message):
    """The files were written, or could not be."""

    def __init__(
        self, report: WriteReport | None, error: str, taken_up: TakenUp | None = None
    ) -> None:
        """Carry the session's report, or why there is none, and the files that had changed."""
        self.report, self.error, self.taken_up = report, error, taken_up
        super().__init__()


class LookedAt(Message):
    """The files were looked at."""

    def __init__(self, changed: Sequence[Path], writings: int) -> None:
        """Carry those that changed, and how often files had been written before the look."""
        self.changed, self.writings = changed, writings
        super().__init__()


class ChangesTakenUp(Message):
    """Changed files were read again."""

    def __init__(self, taken_up: TakenUp) -> None:
        """Carry what became of them."""
        self.taken_up = taken_up
        super().__init__()


class Heard(Message):
    """The log was looked at for what others decided."""

    def __init__(self, *, news: bool, error: str) -> None:
        """Say whether there is something new, and why that could not be told, if so."""
        self.news, self.error = news, error
        super().__init__()
