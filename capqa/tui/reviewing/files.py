"""The keys that write the files, and leave."""

from __future__ import annotations

from textual import on, work

from capqa.errors import CapqaError
from capqa.tui.drawing.report import written_line
from capqa.tui.messages import Written
from capqa.tui.reviewing.base import ReviewBase
from capqa.tui.screens.leave import LeaveScreen
from capqa.tui.screens.report import ReportScreen


class Files(ReviewBase):
    """Writes in a thread, and quits once nothing is lost by it."""

    _leaving = False

    def action_write(self) -> None:
        """Write what is decided to the files."""
        if self.do(self.flow.begin_writing):
            self._write()

    def action_leave(self) -> None:
        """Quit, after asking if decided findings are not written."""
        if self.editor.active:
            self.tell("save the edit with enter or cancel it with escape, then quit", "warning")
        elif self.flow.writing:
            self._leaving = True
        elif unwritten := self.flow.unwritten:
            self.app.push_screen(LeaveScreen(unwritten), self._answer)
        else:
            self.app.exit()

    @work(thread=True)
    def _write(self) -> None:
        try:
            self.post_message(Written(self.flow.session.write(), ""))
        except CapqaError as error:
            self.post_message(Written(None, str(error)))

    @on(Written)
    def _report(self, event: Written) -> None:
        self.flow.written(event.report)
        self.show()
        leaving, self._leaving = self._leaving, False
        if event.report is None:
            self.tell(event.error, "error")
        elif event.report.refused:
            self.app.push_screen(ReportScreen(event.report))
        elif leaving:
            self.app.exit()
        else:
            self.tell(written_line(event.report))

    def _answer(self, answer: str | None) -> None:
        if answer == "quit":
            self.app.exit()
        elif answer == "write":
            self._leaving = True
            self.action_write()
