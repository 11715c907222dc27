"""Files that somebody else changed: noticed, taken up, and their conflicts settled."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from textual import on, work

from capqa.tui.drawing.changes import changed_line
from capqa.tui.messages import ChangesTakenUp, LookedAt
from capqa.tui.reviewing.base import ReviewBase
from capqa.tui.screens.conflicts import ConflictScreen
from capqa.tui.taking_up import take_up

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from capqa.tui.taking_up import TakenUp


class Changes(ReviewBase):
    """Looks at the files in a thread, and reads those again that are not what they were."""

    _looking = False

    @cached_property
    def _unreadable(self) -> dict[Path, str]:
        return {}

    def look_at_files(self) -> None:
        """Notice what changed on disk, unless the files are being seen to already."""
        if not (self._looking or self.flow.busy):
            self._looking = True
            self._look(self.flow.writings)

    def open_conflicts(self, index: int | None = None) -> None:
        """Show the conflicts, that of a finding first; there is one at least."""
        if any(isinstance(screen, ConflictScreen) for screen in self.app.screen_stack):
            self.show()
        else:
            self.app.push_screen(ConflictScreen(self.flow, index), self._settled)

    def show(self) -> None:
        """Draw everything as it stands now, the conflicts included."""
        super().show()
        screen = self.app.screen
        if isinstance(screen, ConflictScreen) and screen.is_mounted and not self.flow.busy:
            screen.show()

    def lines_of(self, taken_up: TakenUp) -> list[str]:
        """Return what to say of changed files; what cannot be read is said once."""
        lines = [changed_line(taken_up.files)] if taken_up.files else []
        for file in taken_up.files:
            self._unreadable.pop(file.path, None)
        for path, error in taken_up.errors.items():
            if self._unreadable.get(path) != error:
                lines.append(error)
        self._unreadable.update(taken_up.errors)
        return lines

    @work(thread=True)
    def _look(self, writings: int) -> None:
        self.post_message(LookedAt(self.flow.session.changed_files(), writings))

    @on(LookedAt)
    def _take_up(self, event: LookedAt) -> None:
        self._looking = False
        self._forget_readable(event.changed)
        if event.writings != self.flow.writings:
            # What was being written while it was looked at may only seem to be somebody else's.
            self.look_at_files()
        elif event.changed and self.flow.begin_rereading():
            self._reread(event.changed)

    @work(thread=True)
    def _reread(self, paths: Sequence[Path]) -> None:
        self.post_message(ChangesTakenUp(take_up(self.flow.session, paths)))

    @on(ChangesTakenUp)
    def _taken_up(self, event: ChangesTakenUp) -> None:
        self.flow.reread()
        self.show()
        lines = self.lines_of(event.taken_up)
        conflicts = any(file.conflicts for file in event.taken_up.files)
        if conflicts:
            lines[0] += f"; {self.flow.keys['conflicts']} shows "
            lines[0] += "them" if len(self.flow.conflicts) > 1 else "it"
        if lines:
            lost = conflicts or event.taken_up.errors
            self.tell("; ".join(lines), "warning" if lost else "information")

    def _forget_readable(self, changed: Sequence[Path]) -> None:
        self._unreadable = {
            path: error for path, error in self._unreadable.items() if path in changed
        }

    def _settled(self, done: str | None) -> None:
        self.show()
        if done:
            self.tell(done)
