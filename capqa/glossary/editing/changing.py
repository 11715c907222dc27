"""Changing a glossary file: locked, read again, replaced as a whole, and written down."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.errors import CapqaError, ConflictError
from capqa.files import atomic
from capqa.glossary.editing import history
from capqa.glossary.editing.locking import WAIT, locked
from capqa.glossary.editing.table import EMPTY, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from capqa.glossary.entry import Entry

_ATTEMPTS: Final = 3


class Change(NamedTuple):
    """The new bytes of a file, and the fields of the one row that changed, before and after.

    ``entry`` is the row as it stands after the change, or as it stood before it was removed.
    """

    data: bytes
    action: str
    before: Mapping[str, str]
    after: Mapping[str, str]
    entry: Entry


def change(
    path: Path,
    edit: Callable[[Table], Change],
    *,
    by: str,
    proposed_by: str = "",
    create: bool = False,
    wait: float = WAIT,
) -> Change:
    """Apply an edit to a file as it is now, under its lock, and record it.

    ``by`` is who changes it, ``proposed_by`` on whose proposal, "" if on nobody's. With ``create``
    a missing file is created. Nothing is written where the edit changes nothing. Raises what
    ``edit`` raises, the file then being as it was, and CapqaError when it cannot be locked, read or
    written.
    """
    if not path.parent.is_dir():
        raise CapqaError("no such folder", where=str(path.parent), mend="create it first")
    with locked(path, wait=wait):
        for _ in range(_ATTEMPTS):
            exists = path.exists() or not create
            table = Table.read(path) if exists else Table(path, EMPTY)
            done = edit(table)
            if done.data == table.data:
                return done
            Table(path, done.data)  # What we write can be read, or is not written.
            history.verify_writable(path)
            try:
                _write(path, done.data, table.data if exists else None)
            except ConflictError:
                continue  # An editor saved it meanwhile: do it again on what is there now.
            _record(path, done, by, proposed_by)
            return done
    raise CapqaError(
        "is being changed by another program", where=str(path), mend="try again when it is done"
    )


def _write(path: Path, data: bytes, expected: bytes | None) -> None:
    if expected is not None:
        atomic.replace(path, data, expected=expected)
        return
    try:
        atomic.create(path, data)
    except FileExistsError as error:
        raise ConflictError("was created meanwhile", where=str(path)) from error
    except OSError as error:
        raise CapqaError(
            f"cannot be created: {error.strerror}", where=str(path), mend="check its folder"
        ) from error


def _record(path: Path, done: Change, by: str, proposed_by: str) -> None:
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    try:
        record = history.Record(now, by, done.action, done.before, done.after, proposed_by)
        history.append(path, record)
    except CapqaError as error:
        raise CapqaError(
            f"the change was made but not recorded: {error.what}",
            where=error.where,
            mend=error.mend,
        ) from error
