"""The keys that write the files, and leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work

from capqa.errors import CapqaError
from capqa.tui.drawing.report import refused_lines, written_line
from capqa.tui.messages import Written
from capqa.tui.reviewing.changes import Changes
from capqa.tui.screens.leave import LeaveScreen
from capqa.tui.screens.report import ReportScreen
from capqa.tui.taking_up import write_all

if TYPE_CHECKING:
    from capqa.review.session import WriteReport


class Files(Changes):
    """Writes in a thread, and quits once nothing is lost by it."""

    _leaving = False

    def action_write(self) -> None:
        """Write what is decided to the files."""
        if self.do(self.flow.begin_writing):
            self._write()

    def action_leave(self) -> None:
        """Quit, after asking if decided findings are not written."""
        conflicts = len(self.flow.conflicts)
        if self.editor.active:
            self.tell("save the edit with enter or cancel it with escape, then quit", "warning")
        elif self.flow.writing:
            self._leaving = True
        elif unwritten := self.flow.unwritten:
            screen = LeaveScreen(unwritten - conflicts, conflicts)
            self.app.push_screen(screen, self._answer)
        else:
            self.app.exit()

    @work(thread=True)
    def _write(self) -> None:
        try:
            report, taken_up = write_all(self.flow.session)
            self.post_message(Written(report, "", taken_up))
        except CapqaError as error:
            self.post_message(Written(None, str(error)))

    @on(Written)
    def _report(self, event: Written) -> None:
        self.flow.written(event.report)
        self.show()
        leaving, self._leaving = self._leaving, False
        report = event.report
        if report is None:
            self.tell(event.error, "error")
            return
        lines = [written_line(report)]
        if event.taken_up is not None:
            lines += self.lines_of(event.taken_up)
        conflicts = {conflict.index for conflict in self.flow.conflicts}
        if refused := refused_lines(report, conflicts):
            self._show_refused(report, refused, then_conflicts=bool(conflicts))
        elif conflicts:
            self.tell("; ".join(lines), "warning")
            self.open_conflicts()
        elif leaving:
            self.app.exit()
        else:
            self.tell("; ".join(lines))

    def _show_refused(
        self,
        report: WriteReport,
        refused: list[tuple[str, int | None]],
        *,
        then_conflicts: bool,
    ) -> None:
        def go(position: int | None) -> None:
            index = None if position is None else refused[position][1]
            if index is not None:
                self.do(lambda: self.flow.go_to(index))
            elif then_conflicts and self.flow.conflicts:
                self.open_conflicts()

        self.app.push_screen(ReportScreen(report, refused), go)

    def _answer(self, answer: str | None) -> None:
        if answer == "quit":
            self.app.exit()
        elif answer == "conflicts":
            self.open_conflicts()
        elif answer == "write":
            self._leaving = True
            self.action_write()
