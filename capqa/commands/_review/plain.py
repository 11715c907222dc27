"""`capqa review --plain`: a line a question, for screen readers, simple terminals and pipes.

Every decision is on disk before the next question is asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from capqa.commands._review import telling
from capqa.errors import CapqaError
from capqa.review.reports import Side
from capqa.review.session import ReviewError
from capqa.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from capqa.review.session import Conflict, Session, WriteReport

QUESTION = "Letter (? for help): "


class Readable(Protocol):
    """What answers are read from."""

    def readline(self) -> str:
        """Return the next line with its end, "" when there is none."""

    def isatty(self) -> bool:
        """Return whether somebody types, and sees what they type."""


class Writable(Protocol):
    """What is told to somebody."""

    def write(self, text: str, /) -> object:
        """Print a text."""

    def flush(self) -> object:
        """Make it be seen."""


class PlainReview:
    """Shows one finding after the other and does what a letter says."""

    def __init__(self, session: Session, answers: Readable, out: Writable) -> None:
        """Review a session; begin at the first open finding."""
        self._session = session
        self._answers = answers
        self._out = out
        self._index = session.next_open(-1) or 0
        self._letters: dict[str, Callable[[], None]] = {
            "a": self._accept,
            "A": self._accept_identical,
            "e": self._edit,
            "r": self._dismiss,
            "R": self._dismiss_identical,
            "r always": self._dismiss_always,
            "s": self._skip,
            "u": self._undo,
            "U": self._redo,
            "c": self._comment,
            "n": self._next,
            "p": self._previous,
            "w": self._write,
            "?": self._help,
            "": lambda: None,
        }

    def run(self) -> None:
        """Ask until the reviewer quits or there are no more answers."""
        self._tell(telling.counts(self._session))
        self._show()
        while (letter := self._ask(QUESTION)) is not None and letter != "q":
            before = self._index
            try:
                self._do(letter)
                for news in self._session.refresh():
                    self._tell(telling.news(self._session, news))
            except CapqaError as error:
                self._tell(f"Not done: {visible(str(error))}")
            if self._index != before or letter in ("", "u", "U", "c"):
                self._show()
        self._leave()

    def _do(self, letter: str) -> None:
        if letter.isdecimal():
            self._take(int(letter))
        elif letter in self._letters:
            self._letters[letter]()
        else:
            raise ReviewError(f"there is no {letter!r}", mend="? lists what there is")

    def _accept(self) -> None:
        self._session.accept(self._index)
        self._decided("Accepted")

    def _take(self, number: int) -> None:
        suggestion = self._session.suggestion(self._index)
        alternatives = suggestion.alternatives if suggestion else ()
        if not 1 <= number <= len(alternatives):
            raise ReviewError(f"there is no alternative {number}")
        self._session.accept(self._index, alternatives[number - 1])
        self._decided("Accepted")

    def _accept_identical(self) -> None:
        if self._confirmed("Accept"):
            self._session.accept_identical(self._index)
            self._decided("Accepted", len(self._session.touched))

    def _edit(self) -> None:
        text = self._ask("New text (empty to leave it): ")
        if text:
            self._session.edit(self._index, text)
            self._decided("Edited")

    def _dismiss(self) -> None:
        self._session.dismiss(self._index)
        self._decided("Dismissed")

    def _dismiss_identical(self) -> None:
        if self._confirmed("Dismiss"):
            self._session.dismiss_identical(self._index)
            self._decided("Dismissed", len(self._session.touched))

    def _dismiss_always(self) -> None:
        if self._confirmed("Allow always and dismiss"):
            self._session.dismiss_always(self._index)
            self._decided("Dismissed always", len(self._session.touched))

    def _skip(self) -> None:
        self._session.skip(self._index)
        self._decided("Skipped")

    def _undo(self) -> None:
        self._go_back(self._session.undo(), "undo", "Undone")

    def _redo(self) -> None:
        self._go_back(self._session.redo(), "redo", "Redone")

    def _go_back(self, index: int | None, what: str, done: str) -> None:
        if index is None:
            raise ReviewError(f"nothing to {what}")
        self._tell(telling.done(done, len(self._session.touched)))
        self._index = index

    def _comment(self) -> None:
        text = self._ask("Comment (empty for none): ")
        if text:
            self._session.comment(self._index, text)

    def _next(self) -> None:
        self._go((self._index + 1) % len(self._session.items))

    def _previous(self) -> None:
        self._go((self._index - 1) % len(self._session.items))

    def _go(self, index: int) -> None:
        if index == self._index:
            raise ReviewError("there is no other finding")
        self._index = index

    def _write(self) -> None:
        report = self._session.write()
        self._report(report)
        for path in report.changed:
            self._take_up(path)

    def _take_up(self, path: Path) -> None:
        found = self._session.reread(path)
        self._tell(f"{visible(str(path))}: read again, {len(found.kept)} findings are still there")
        for conflict in found.conflicts:
            self._resolve(conflict)
        self._tell("w writes what is decided for it.")

    def _resolve(self, conflict: Conflict) -> None:
        self._tell(telling.conflict(conflict))
        answer = self._ask("d for the text on disk, y for yours, empty to leave it: ")
        if answer in ("d", "y"):
            side = Side.DISK if answer == "d" else Side.YOURS
            try:
                self._report(self._session.resolve(conflict.index, side))
            except CapqaError as error:
                self._tell(f"Not done: {visible(str(error))}")

    def _report(self, report: WriteReport) -> None:
        self._tell(telling.written(report))

    def _help(self) -> None:
        self._tell(telling.HELP)

    def _leave(self) -> None:
        self._tell(telling.counts(self._session))
        if unwritten := len(self._session.unwritten()):
            self._tell(
                f"{unwritten} decided texts are not in the files yet; they are kept for next time"
            )

    def _confirmed(self, act: str) -> bool:
        indexes = self._session.identical(self._index)
        self._tell(telling.places(self._session, indexes))
        return self._ask(f"{act} {len(indexes)}? y or n: ") == "y"

    def _decided(self, what: str, count: int = 1) -> None:
        self._tell(telling.done(what, count))
        following = self._session.next_open(self._index)
        if following is None:
            self._tell("No finding is open any longer. w writes, q quits.")
        else:
            self._index = following

    def _show(self) -> None:
        self._tell(telling.finding(self._session, self._index))

    def _ask(self, question: str) -> str | None:
        self._out.write(question)
        self._out.flush()
        line = self._answers.readline()
        # At the end of input, and on a pipe, nobody has pressed Enter to end the line.
        if not line or not self._answers.isatty():
            self._out.write("\n")
        return line.strip() if line else None

    def _tell(self, lines: str) -> None:
        for line in lines.split("\n"):
            self._out.write(f"{visible(line)}\n")
