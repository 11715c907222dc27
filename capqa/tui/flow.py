"""Where a review stands and what each key does to it, without a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.review.items import UNDECIDED, ReviewError, State
from capqa.review.replacement import refuse_unverified
from capqa.tui.drawing.proposal import Proposal, Stage, flawless
from capqa.tui.filtering import Criteria
from capqa.tui.view import View

if TYPE_CHECKING:
    from collections.abc import Mapping

    from capqa.model import Suggestion
    from capqa.review.session import Conflict, ReviewItem, Session, WriteReport


class Flow:
    """A session, the finding in view, and what is waited for.

    Methods that decide raise CapqaError, one line to show; nothing has changed then. ``index`` is
    meaningless in a session without items.
    """

    def __init__(self, session: Session, keys: Mapping[str, str]) -> None:
        """Begin at the first open finding; ``keys`` are how people read the keys, by names."""
        self.session = session
        self.keys = keys
        self.view = View(session)
        self.said = ""
        """What a step has to tell; who shows it makes it "" again."""
        self.index = (session.next_open(-1) or 0) if session.items else 0
        self.waited_for: int | None = None
        self.writing = False
        self.rereading = False
        self.writings = 0
        """How many times files were written, or begun to be."""
        self._errors: dict[int, str] = {}

    @property
    def item(self) -> ReviewItem:
        """The finding in view."""
        return self.session.items[self.index]

    @property
    def is_shown(self) -> bool:
        """Whether there is a finding in view; the keys decide on none that is not shown."""
        return self.index in self.view

    @property
    def unwritten(self) -> int:
        """How many decisions are not in the files yet."""
        return self.session.unwritten_count()

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What was decided on words that somebody else changed on disk, to be resolved."""
        return self.session.conflicts()

    @property
    def settling(self) -> str:
        """How to settle the conflict on the finding in view, "" where there is none."""
        if any(conflict.index == self.index for conflict in self.conflicts):
            return f"{self.keys['conflicts']} settles it"
        return ""

    @property
    def busy(self) -> bool:
        """Whether a thread is at the files; nothing can be decided until it is done."""
        return self.writing or self.rereading

    @property
    def proposal(self) -> Proposal:
        """What there is to read of the suggestion for the finding in view."""
        source = self.item.finding.text
        if self.session.has_suggestion(self.index):
            suggestion = self.session.suggestion(self.index)
            return Proposal(source, Stage.READY, suggestion, mend=self._own)
        if error := self._errors.get(self.index):
            return Proposal(source, Stage.FAILED, error=error, mend=self._own)
        waited_for = self.waited_for == self.index
        return Proposal(source, Stage.WAITED_FOR if waited_for else Stage.PENDING)

    @property
    def text_to_edit(self) -> str:
        """What an editor starts with: the decision, else the suggestion, else the words found."""
        suggestion = self._suggestion()
        standing = self.session.replacement(self.index)
        if standing is None and suggestion is not None:
            return suggestion.text
        return self.item.finding.text if standing is None else standing

    @property
    def answers(self) -> tuple[Suggestion | None, str | None]:
        """The suggestion for the finding in view, as far as it is made, and what was decided."""
        return self._suggestion(), self.session.replacement(self.index)

    def accept(self) -> None:
        """Accept the suggestion and go on; one still being made is waited for."""
        self._begin()
        if self.index not in self._errors and not self.session.has_suggestion(self.index):
            self.waited_for = self.index
            return
        self._ready_suggestion()
        self.session.accept(self.index)
        self._advance()

    def take(self, number: int) -> None:
        """Accept the alternative with a number from 1, and go on."""
        self._begin()
        suggestion = self._suggestion()
        alternatives = suggestion.alternatives if suggestion else ()
        if number > len(alternatives):
            raise ReviewError(f"there is no alternative {number}")
        self.session.accept(self.index, alternatives[number - 1])
        self._advance()

    def edit(self, text: str) -> None:
        """Replace the words by a text, and go on."""
        self._begin()
        self.session.edit(self.index, text)
        self._advance()

    def dismiss(self) -> None:
        """Let the words stand, and go on."""
        self._begin()
        self.session.dismiss(self.index)
        self._advance()

    def dismiss_always(self) -> int:
        """Let the words stand here, in all identical findings, and in pages to come; and go on.

        Returns how many findings that decided.
        """
        self._begin()
        decided = self.session.dismiss_always(self.index)
        self._advance()
        return len(decided)

    def identical(self) -> tuple[int, ...]:
        """Return the finding in view and the others that can be decided with it.

        Raises ReviewError where there are no others.
        """
        self._begin()
        indexes = self.session.identical(self.index)
        if len(indexes) == 1:
            raise ReviewError(
                "the same words stand nowhere else",
                mend=f"{self.keys['accept']} and {self.keys['dismiss_finding']} decide here",
            )
        return indexes

    def acceptable_identical(self) -> tuple[int, ...]:
        """Return what `identical` does; raises ReviewError, too, where `accept_identical` would."""
        suggestion = self._ready_suggestion()
        refuse_unverified(suggestion)
        return self.identical()

    def accept_identical(self) -> int:
        """Accept the suggestion for all identical findings, and go on; return how many."""
        self._begin()
        decided = self.session.accept_identical(self.index)
        self._advance()
        return len(decided)

    def dismiss_identical(self) -> int:
        """Let the words stand in all identical findings, and go on; return how many."""
        self._begin()
        decided = self.session.dismiss_identical(self.index)
        self._advance()
        return len(decided)

    def comment(self, text: str) -> None:
        """Say something about the finding in view; this decides nothing."""
        self._begin()
        self.session.comment(self.index, text)

    def skip(self) -> None:
        """Leave the finding for later, and go on."""
        self._begin()
        self.session.skip(self.index)
        self._advance()

    def undo(self) -> None:
        """Take the latest decision back and go where it was taken."""
        self._begin()
        index = self.session.undo()
        if index is None:
            raise ReviewError("nothing to undo")
        self.reveal(index)

    def redo(self) -> None:
        """Take the step again that was undone last, and go where it was taken."""
        self._begin()
        index = self.session.redo()
        if index is None:
            raise ReviewError("nothing to redo")
        self.reveal(index)

    def loaded(self, index: int, error: str) -> None:
        """Take in that a suggestion was made, or failed; accept it if that was waited for.

        One with something amiss is not accepted: nobody has read it yet.
        """
        if error:
            self.failed(index, error)
        if self.waited_for != index:
            return
        self.waited_for = None
        # Any step calls the waiting off, so that this is still the finding in view.
        if not flawless(self._ready_suggestion()):
            raise ReviewError(
                "the suggestion is here and needs a look", mend=f"{self.keys['accept']} accepts it"
            )
        self.accept()

    def failed(self, index: int, error: str) -> None:
        """Take in that no suggestion could be made; any thread may say so."""
        self._errors[index] = error

    def go_to(self, index: int) -> None:
        """Go to a finding, or to the first or last one when there is none at that index."""
        self.waited_for = None
        self.index = min(max(index, 0), len(self.session.items) - 1)

    def move(self, step: int) -> None:
        """Go some of the findings shown down, or up; stop at the ends."""
        self.go_to(self.view.moved(self.index, step))

    def go_to_row(self, position: int) -> None:
        """Go to one of the findings shown, or to the first or last one."""
        shown = self.view.shown
        if shown:
            self.go_to(shown[min(max(position, 0), len(shown) - 1)])

    def go_to_next(self) -> None:
        """Go to the next open finding shown, around the end, else to a skipped one."""
        for state in UNDECIDED:
            found = self.session.first(self.view.after(self.index), state)
            if found is not None:
                return self.go_to(found)
        return self.go_to(self.index)

    def go_to_previous(self) -> None:
        """Go to the previous open finding shown, around the start, else to a skipped one."""
        for state in UNDECIDED:
            found = self.session.first(self.view.before(self.index), state)
            if found is not None:
                return self.go_to(found)
        return self.go_to(self.index)

    def reveal(self, index: int) -> None:
        """Go to a finding; one that is not shown has all be shown, and that is told."""
        self.go_to(index)
        if not self.is_shown:
            self.view.narrow(Criteria())
            self.said = "All findings are shown again: this one was not among those picked"

    def narrow(self, criteria: Criteria, origin: int | None = None) -> None:
        """Show the findings that meet some criteria; go to the first one from ``origin`` on.

        Without ``origin`` that is from the finding in view on; when none is shown, stay there.
        """
        self.view.narrow(criteria)
        start = self.index if origin is None else origin
        nearest = self.view.nearest(start)
        self.go_to(start if nearest is None else nearest)

    def begin_writing(self) -> None:
        """Refuse decisions until `written` is called."""
        self._begin()
        if not self.unwritten:
            raise ReviewError("nothing to write: the files hold every decision")
        self._write()

    def begin_resolving(self) -> None:
        """Refuse decisions, as resolving a conflict writes, until `written` is called."""
        self._begin()
        self._write()

    def written(self, report: WriteReport | None) -> None:
        """Take in that a writing is over; the report is None when it failed as a whole."""
        self.writing = False

    @property
    def _own(self) -> str:
        return f"{self.keys['edit']} writes your own"

    def begin_rereading(self) -> bool:
        """Refuse decisions until `reread` is called; return False where files are being written."""
        if self.busy:
            return False
        self.rereading = True
        return True

    def reread(self) -> None:
        """Take in that the changed files were taken up."""
        self.rereading = False

    def _write(self) -> None:
        self.writing = True
        self.writings += 1

    def _begin(self) -> None:
        self.waited_for = None
        if self.writing:
            raise ReviewError("the files are being written", mend="press the key again")
        if self.rereading:
            raise ReviewError("changed files are being read", mend="press the key again")

    def _ready_suggestion(self) -> Suggestion:
        if error := self._errors.get(self.index):
            raise ReviewError(f"the suggestion failed: {error}", mend=self._own)
        if not self.session.has_suggestion(self.index):
            raise ReviewError("the suggestion is still being made", mend="press the key again")
        suggestion = self._suggestion()
        if suggestion is None:
            raise ReviewError("there is no suggestion to accept", mend=self._own)
        return suggestion

    def _suggestion(self) -> Suggestion | None:
        if self.session.has_suggestion(self.index):
            return self.session.suggestion(self.index)
        return None

    def _advance(self) -> None:
        following = self.session.first(self.view.after(self.index), State.OPEN)
        self.index = self.index if following is None else following
