"""The project's list of names and phrases that are right as they stand, a line each.

Dismissing always adds a line; undoing takes it away if it is still what was written.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from capqa.errors import CapqaError
from capqa.files import atomic
from capqa.glossary.editing.locking import locked
from capqa.review.items import ReviewError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from capqa.model import Decision

ALLOWABLE_RULE = "untranslated"
"""The rule whose findings a phrase of the list keeps away."""

_COMMENT = "#"


class Allowing:
    """Adds lines to the list and takes them away, one process at a time."""

    def __init__(self, file: Callable[[], Path] | None) -> None:
        """Take what gives the list, None where there can be none."""
        self._file = file

    @contextmanager
    def allowed(self, text: str, rule: str) -> Iterator[str]:
        """Allow a text while something is logged; it is taken back when that fails.

        Gives the file a line was added to, "" where it stood there already. Raises ReviewError when
        there is no list or it cannot hold the text, CapqaError when it cannot be written.
        """
        if self._file is None:
            raise ReviewError("there is no list of allowed names", mend="dismiss it here")
        if rule != ALLOWABLE_RULE:
            raise ReviewError(
                f"only what is untranslated can be allowed always, not {rule!r}",
                mend="dismiss it here",
            )
        if text != " ".join(text.split()) or text.startswith(_COMMENT):
            raise ReviewError(
                "the list of allowed names cannot hold this text", mend="dismiss it here"
            )
        file = str(self._file())
        if not self.add(file, text):
            file = ""
        try:
            yield file
        except BaseException:
            if file:
                self._remove(file, text)
            raise

    def add(self, file: str, text: str) -> bool:
        """Add a line; return False when it stands there already.

        Raises CapqaError when the file cannot be read or written.
        """
        path = Path(file)
        with locked(path):
            data = _data(path)
            if text.casefold() in (line.strip().casefold() for line in _lines(path, data)):
                return False
            line_end = b"\r\n" if b"\r\n" in data else b"\n"
            gap = line_end if data and not data.endswith((b"\n", b"\r")) else b""
            _save(path, data + gap + text.encode() + line_end, data)
        return True

    def take_back(self, decision: Decision) -> None:
        """Take the line away that a decision added, if it still stands there.

        Raises CapqaError when the file cannot be read or written.
        """
        if decision.allowed_in:
            self._remove(decision.allowed_in, decision.source)

    def _remove(self, file: str, text: str) -> None:
        path = Path(file)
        with locked(path):
            data = _data(path)
            lines = _lines(path, data)
            places = [at for at, line in enumerate(lines) if line.rstrip("\r\n") == text]
            if places:
                del lines[places[-1]]
                _save(path, "".join(lines).encode(), data)


def _data(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.exists() else b""
    except OSError as error:
        raise CapqaError(
            f"cannot be read: {error.strerror}", where=str(path), mend="check permissions"
        ) from error


def _lines(path: Path, data: bytes) -> list[str]:
    try:
        return data.decode("utf-8").splitlines(keepends=True)
    except UnicodeDecodeError as error:
        raise CapqaError("not UTF-8", where=str(path), mend="save it as UTF-8") from error


def _save(path: Path, data: bytes, expected: bytes) -> None:
    if path.exists():
        atomic.replace(path, data, expected=expected)
        return
    try:
        atomic.create(path, data)
    except OSError as error:
        raise CapqaError(
            f"cannot be written: {error.strerror}", where=str(path), mend="check permissions"
        ) from error
