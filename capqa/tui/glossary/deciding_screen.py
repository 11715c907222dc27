"""What the keys that decide do, whatever the screen shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from textual.screen import Screen

from capqa.errors import CapqaError, ConfigurationError
from capqa.glossary.editing.adding import OnConflict, RivalError
from capqa.glossary.proposals.events import Change
from capqa.glossary.proposals.rows import Row, State
from capqa.tui.glossary import forms
from capqa.tui.glossary.listing import Listing
from capqa.tui.telling import tell
from capqa.tui.term_form.rival import RivalScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.notifications import SeverityLevel

    from capqa.glossary.entry import Entry
    from capqa.glossary.proposals.desk import Desk
    from capqa.tui.term_form.form import TermForm

_Answer = TypeVar("_Answer")


class DecidingScreen(Screen[None]):
    """A desk and the listing of it; each decision is on disk before the next key."""

    def __init__(self, desk: Desk) -> None:
        """Take the desk that decides."""
        super().__init__()
        self._desk = desk
        self._listing = Listing(desk)

    def show_all(self) -> None:
        """Draw everything anew."""
        raise NotImplementedError

    def take_in(self, *, follow: bool = False) -> bool:
        """Show what has changed; with ``follow`` stay on the row, else at its place."""
        return self._do(lambda: self._listing.refresh(follow=follow))

    def action_approve(self) -> None:
        """Write the entry of the row; one nobody has translated is edited first."""
        row = self._row
        if row is not None and row.state.waits and not row.target:
            self.action_edit()
        elif row is not None:
            self._approve(row, OnConflict.REFUSE)

    def action_edit(self) -> None:
        """Edit the row, then approve it; or change an entry."""
        item = self._listing.current
        if isinstance(item, Row):
            if item.state.waits or item.state is State.REJECTED:
                self._open(lambda: forms.approval_form(self._desk, item), self._approved)
            else:
                self._tell("it is in the glossary: s goes there", "warning")
        elif item is not None:
            self._open(lambda: forms.entry_form(self._desk, item), self._written)

    def action_reject(self) -> None:
        """Ask why, and reject the row."""
        row = self._row
        if row is None:
            return
        if not row.state.waits:
            self._tell(f"it is {row.state.value} already", "warning")
            return

        def rejected(done: bool | None) -> None:
            if done:
                self._decided(f"Rejected {row.source} → {row.target or '?'}")

        self._open(lambda: forms.rejection_form(self._desk, row), rejected)

    def action_new(self) -> None:
        """Write a new entry, of what was searched for if nothing was found."""
        item = self._listing.current
        pairs = self._desk.pairs
        if item is None and not pairs:
            self._tell("there is no glossary: name one with --file", "warning")
            return
        pair = pairs[0] if item is None else item.pair
        source = self._listing.query.strip() if item is None else ""
        self._open(lambda: forms.addition_form(self._desk, pair, source), self._written)

    def action_remove(self) -> None:
        """Take an entry out of its glossary."""
        item = self._listing.current
        if item is None or isinstance(item, Row):
            return
        entry = item.known.entry
        if not item.known.own:
            self._tell("it is not yours to remove: e writes one of yours over it", "warning")
        elif self._do(lambda: self._desk.remove(item.pair, entry)):
            self._decided(f"Removed {entry.source} → {entry.target} from {entry.file}")

    def action_undo(self) -> None:
        """Take the latest decision back and go where it was taken."""
        try:
            undone = self._desk.undo()
        except CapqaError as error:
            self._tell(str(error), "warning")
            return
        finally:
            self.take_in()
        if undone is None:
            self._tell("nothing to undo", "warning")
            return
        decision = undone.decision
        for row in self._desk.rows:
            if {each.id for each in row.proposals} & set(decision.proposals):
                self._listing.go_to_row(row.id)
        self.show_all()
        what = "The rejection"
        if isinstance(decision, Change):
            row_of = decision.after or decision.before
            what = f"{row_of.get('source', '')} → {row_of.get('target', '')}"
        self._tell(f"{what} was taken back")

    @property
    def _row(self) -> Row | None:
        item = self._listing.current
        return item if isinstance(item, Row) else None

    def _approve(self, row: Row, on_conflict: OnConflict | None) -> None:
        if on_conflict is None:
            return
        try:
            entry = self._desk.approve(row, on_conflict=on_conflict)
        except RivalError as error:
            self.app.push_screen(RivalScreen(error), lambda answer: self._approve(row, answer))
        except CapqaError as error:
            self.take_in(follow=True)
            self._tell(str(error), "warning")
        else:
            self._approved(entry)

    def _approved(self, entry: Entry | None) -> None:
        if entry is not None:
            self._decided(_placed("Approved", entry))

    def _written(self, entry: Entry | None) -> None:
        if entry is not None:
            self._decided(_placed("Written", entry))

    def _decided(self, said: str) -> None:
        if self.take_in():
            self._tell(f"{said}  u undoes")

    def _open(
        self,
        make: Callable[[], TermForm[_Answer]],
        done: Callable[[_Answer | None], None],
    ) -> None:
        try:
            form = make()
        except CapqaError as error:
            self._tell(str(error), "warning")
        else:
            self.app.push_screen(form, done)

    def _do(self, step: Callable[[], object]) -> bool:
        """Take a step, show where it led, and tell why if it led nowhere."""
        try:
            step()
        except CapqaError as error:
            severe = not isinstance(error, ConfigurationError)
            self._tell(str(error), "error" if severe else "warning")
            return False
        finally:
            self.show_all()
        return True

    def _tell(self, message: str, severity: SeverityLevel = "information") -> None:
        tell(self, message, severity)


def _placed(done: str, entry: Entry) -> str:
    return f"{done}: {entry.source} → {entry.target}, {entry.file}:{entry.row}"
