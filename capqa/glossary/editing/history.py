"""Who changed what and when: a file beside the glossary, one JSON object a line, only added to."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from capqa.errors import CapqaError
from capqa.glossary.editing import durable_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


class Record(NamedTuple):
    """One change of one row.

    ``at`` is the time in UTC (ISO 8601), ``action`` add, edit or remove. ``before`` and ``after``
    hold the row's fields by column, without empty ones; they are empty where there was no row.
    ``proposed_by`` names who proposed what ``by`` approved, "" where nobody did.
    """

    at: str
    by: str
    action: str
    before: Mapping[str, str]
    after: Mapping[str, str]
    proposed_by: str = ""

    @property
    def source(self) -> str:
        """The source term of the row, as it was called last."""
        return self.after.get("source", "") or self.before.get("source", "")


def history_of(path: Path) -> Path:
    """Return the history file of a glossary, which need not exist; links are followed."""
    target = path.resolve() if path.is_symlink() else path
    return target.with_name(f"{target.stem}.history.jsonl")


def append(path: Path, record: Record) -> None:
    """Add a record to the history of a glossary; it is on disk when this returns.

    Call it with the glossary's lock held. Raises CapqaError when it cannot be written.
    """
    history = history_of(path)
    content = record._asdict()
    if not record.proposed_by:
        del content["proposed_by"]
    try:
        durable_lines.append(history, [json.dumps(content, ensure_ascii=False)])
    except OSError as error:
        raise _unwritable(history, error) from error


def verify_writable(path: Path) -> None:
    """Raise CapqaError when the history of a glossary cannot be added to."""
    history = history_of(path)
    if not history.exists():
        return  # The lock file was created in the same folder.
    try:
        with open(history, "ab"):
            pass
    except OSError as error:
        raise _unwritable(history, error) from error


def read(path: Path) -> list[Record]:
    """Return the history of a glossary, oldest first; lines that are no records are left out.

    Raises CapqaError when there is a file that cannot be read.
    """
    history = history_of(path)
    try:
        data = history.read_bytes()
    except FileNotFoundError:
        return []
    except OSError as error:
        raise CapqaError(
            f"cannot be read: {error.strerror}", where=str(history), mend="check its permissions"
        ) from error
    return list(_records(data.decode("utf-8", "replace")))


def _records(text: str) -> Iterator[Record]:
    for line in text.split("\n"):
        try:
            content = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(content, dict):
            at, by, action, proposed_by = (
                str(content.get(name, "")) for name in ("at", "by", "action", "proposed_by")
            )
            before, after = (_fields(content.get(name)) for name in ("before", "after"))
            yield Record(at, by, action, before, after, proposed_by)


def _fields(content: Any) -> dict[str, str]:
    if not isinstance(content, dict):
        return {}
    return {str(name): str(value) for name, value in content.items()}


def _unwritable(history: Path, error: OSError) -> CapqaError:
    return CapqaError(
        f"cannot be written: {error.strerror}",
        where=str(history),
        mend="check permissions and free space",
    )
