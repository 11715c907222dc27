"""A record of an archive: what is audited at once, and what is known of it beside its texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from capqa.errors import ConfigurationError, PluginError

if TYPE_CHECKING:
    from capqa.model import Document


class AuditRecord(NamedTuple):
    """A line, a row, a page: its texts as a document of its own, and where it belongs.

    ``input`` is the file it stands in, ``name`` what to call it there ("line 12"), ``page`` its own
    address or identifier, "" where it has none. ``month`` is "YYYY-MM", told by what ``month_from``
    says: a field of the "record", the "page" itself, its "address" or the time of its "capture".
    Both are "" where nothing tells, and so is ``section``. ``has_lines`` says whether lines and
    columns mean anything in the input. ``continues`` marks a further part of the record before.
    """

    document: Document
    input: str
    name: str
    page: str = ""
    section: str = ""
    month: str = ""
    month_from: str = ""
    has_lines: bool = True
    continues: bool = False


class CorruptRecord(NamedTuple):
    """What could not be read: where, why in one line, and how many records that are."""

    where: str
    what: str
    records: int = 1


def defective(where: str, doing: str, error: Exception) -> CorruptRecord:
    """Return what a record is that capqa itself stumbles over: no reason to lose the others.

    Raises the error where it concerns all records.
    """
    if isinstance(error, PluginError | ConfigurationError):
        raise error
    what = f"a defect in capqa: {type(error).__name__}: {error}"
    return CorruptRecord(where, f"cannot be {doing}: {what}")
