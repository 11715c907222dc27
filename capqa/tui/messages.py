"""What threads tell the review screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from capqa.review.session import WriteReport


class Loaded(Message):
    """A suggestion was made, or its making failed."""

    def __init__(self, index: int, error: str) -> None:
        """Name the finding; ``error`` is "" where all went well."""
        self.index, self.error = index, error
        super().__init__()


class Written(Message):
    """The files were written, or could not be."""

    def __init__(self, report: WriteReport | None, error: str) -> None:
        """Carry the session's report, or why there is none."""
        self.report, self.error = report, error
        super().__init__()
