"""Taking up files that somebody else changed, and writing on after that, for a thread to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from capqa.errors import CapqaError
from capqa.review.session import WriteReport

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from capqa.review.session import Reread, Session


@dataclass(frozen=True, slots=True)
class TakenUp:
    """What became of changed files: those read again, and why others could not be, by path."""

    files: tuple[Reread, ...]
    errors: Mapping[Path, str]


def take_up(session: Session, paths: Iterable[Path]) -> TakenUp:
    """Read changed files again; one that cannot be read stays as it was in the session."""
    files: list[Reread] = []
    errors: dict[Path, str] = {}
    for path in paths:
        try:
            files.append(session.reread(path))
        except CapqaError as error:
            errors[path] = str(error)
    return TakenUp(tuple(files), errors)


def write_all(session: Session) -> tuple[WriteReport, TakenUp]:
    """Write what is decided, once more where files had to be taken up before.

    Raises CapqaError when nothing could be written at all.
    """
    report = session.write()
    taken_up = take_up(session, report.changed)
    if not taken_up.files:
        return report, taken_up
    again = session.write()
    written = dict.fromkeys((*report.written, *again.written))
    # What was refused the first time, and still is, was refused again.
    return (
        WriteReport(
            tuple(written), report.edits + again.edits, again.refused, again.changed, again.refusals
        ),
        taken_up,
    )
