"""Where a project keeps the decisions of its reviews, and reading them there as a bystander."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.errors import CapqaError
from capqa.review import DEFAULT_LOG
from capqa.review.store import is_url

if TYPE_CHECKING:
    from capqa.config import Settings
    from capqa.review.database_reader import DatabaseReader

SESSION_VARIABLE: Final = "CAPQA_SESSION"
"""The environment variable that names the place; it goes before the settings."""


class SessionPlace(NamedTuple):
    """A path, or the URL of a database; ``is_named`` says that somebody said so.

    ``folders`` are those that the names of files in it may start from.
    """

    address: str
    is_named: bool
    folders: tuple[Path, ...]


def session_place(
    settings: Settings, option: str | None = None, folder: Path = Path()
) -> SessionPlace:
    """Return where reviews keep their decisions: as an option of the command line says, else the
    environment, else the settings, else in the default place in a folder.
    """
    named = option or os.environ.get(SESSION_VARIABLE) or settings.session
    folders = tuple(dict.fromkeys((folder, settings.folder)))
    return SessionPlace(named or str(folder / DEFAULT_LOG), named is not None, folders)


def log_at(place: SessionPlace) -> Path | DatabaseReader:
    """Return what reads the log at a place.

    Raises CapqaError for a file that was named and is not there; what else may be wrong with it is
    told when it is read.
    """
    if is_url(place.address):
        return _reader(place.address)
    path = Path(place.address)
    if place.is_named and not path.is_file():
        raise CapqaError(
            "there is no decision log",
            where=place.address,
            mend="start one with `capqa review`, or name another session",
        )
    return path


# One for the decisions and for the memory, so that both are read at once.
@cache
def _reader(address: str) -> DatabaseReader:
    from capqa.review.database_reader import DatabaseReader

    return DatabaseReader(address)
