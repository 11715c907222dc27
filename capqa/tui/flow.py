"""Where a review stands and what each key does to it, without a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.review.items import ReviewError, State
from capqa.tui.drawing.proposal import Proposal, Stage, flawless

if TYPE_CHECKING:
    from capqa.model import Suggestion
    from capqa.review.session import Conflict, ReviewItem, Session, WriteReport


class Flow:
    """A session, the finding in view, and what is waited for.

    Methods that decide raise CapqaError, one line to show; nothing has changed then. ``index`` is
    meaningless in a session without items.
    """

    def __init__(self, session: Session) -> None:
        """Begin at the first open finding."""
        self.session = session
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
    def unwritten(self) -> int:
        """How many decisions are not in the files yet."""
        return len(self.session.unwritten())

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What was decided on words that somebody else changed on disk, to be resolved."""
        return self.session.conflicts()

    @property
    def busy(self) -> bool:
        """Whether a thread is at the files; nothing can be decided until it is done."""
        return self.writing or self.rereading

    @property
    def proposal(self) -> Proposal:
        """What there is to read of the suggestion for the finding in view."""
        source = self.item.finding.text
        if self.session.has_suggestion(self.index):
            return Proposal(source, Stage.READY, self.session.suggestion(self.index))
        if error := self._errors.get(self.index):
            return Proposal(source, Stage.FAILED, error=error)
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
        if error := self._errors.get(self.index):
            raise ReviewError(f"the suggestion failed: {error}", mend="e writes your own")
        if not self.session.has_suggestion(self.index):
            self.waited_for = self.index
            return
        if self._suggestion() is None:
            raise ReviewError("there is no suggestion to accept", mend="e writes your own")
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
        self.index = index

    def redo(self) -> None:
        """Take the step again that was undone last, and go where it was taken."""
        self._begin()
        index = self.session.redo()
        if index is None:
            raise ReviewError("nothing to redo")
        self.index = index

    def loaded(self, index: int, error: str) -> None:
        """Take in that a suggestion was made, or failed; accept it if that was waited for.

        One with something amiss is not accepted: nobody has read it yet.
        """
        if error:
            self._errors[index] = error
        if self.waited_for != index:
            return
        self.waited_for = None
        suggestion = None if error else self.session.suggestion(index)
        if suggestion is None:
            raise ReviewError(
                f"the suggestion failed: {error}" if error else "there is no suggestion to accept",
                mend="e writes your own",
            )
        if not flawless(suggestion):
            raise ReviewError("the suggestion is here and needs a look", mend="a accepts it")
        self.accept()

    def go_to(self, index: int) -> None:
        """Go to a finding, or to the first or last one when there is none at that index."""
        self.waited_for = None
        self.index = min(max(index, 0), len(self.session.items) - 1)

    def go_to_next(self) -> None:
        """Go to the next open finding, around the end; to a skipped one when none is open."""
        found = self.session.next_open(self.index)
        self.go_to(self._skipped(1) if found is None else found)

    def go_to_previous(self) -> None:
        """Go to the previous open finding, around the start; to a skipped one when none is."""
        found = self.session.previous_open(self.index)
        self.go_to(self._skipped(-1) if found is None else found)

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

    def _suggestion(self) -> Suggestion | None:
        if self.session.has_suggestion(self.index):
            return self.session.suggestion(self.index)
        return None

    def _advance(self) -> None:
        following = self.session.next_open(self.index)
        self.index = self.index if following is None else following

    def _skipped(self, step: int) -> int:
        count = len(self.session.items)
        for distance in range(1, count + 1):
            index = (self.index + step * distance) % count
            if self.session.state(index) is State.SKIPPED:
                return index
        return self.index
