"""Markers: a file a shard, there when the shard is done, saying what it amounts to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from capqa.audit.tallies import Cell
from capqa.errors import CapqaError

if TYPE_CHECKING:
    from pathlib import Path

MOST_LISTED: Final = 1_000
"""How many corrupt records of a shard are listed; the rest is counted."""


class Corrupt(msgspec.Struct, array_like=True):
    """What could not be read: where, why, and how many records that are."""

    where: str
    what: str
    count: int = 1


class Marker(msgspec.Struct):
    """What a shard amounts to.

    ``silent`` counts the records without any text, ``foreign`` those that are as a whole in another
    language, ``suppressed`` the findings that comments pass over, ``corrupt`` the records that
    could not be read, the first of which are ``listed``. ``seconds`` is how long it took.
    """

    key: str
    findings: int = 0
    silent: int = 0
    foreign: int = 0
    suppressed: int = 0
    corrupt: int = 0
    listed: list[Corrupt] = msgspec.field(default_factory=list)
    cells: list[Cell] = msgspec.field(default_factory=list)
    seconds: float = 0.0


def read_marker(path: Path) -> Marker | None:
    """Return a marker, None where there is none. Raises CapqaError for one that cannot be read."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Marker)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.DecodeError, UnicodeError) as error:
        raise CapqaError(
            f"cannot be read: {error}", where=str(path), mend="remove it, and run the audit again"
        ) from error
