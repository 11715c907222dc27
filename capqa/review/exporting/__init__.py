"""Decisions for other tools and for audits, one file a format: rows to bytes.

A format is a plugin named like its module and the ending of its files. Supporting code has a
leading underscore.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Protocol, cast

from capqa import plugins
from capqa.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.review.exporting._rows import Row

GROUP = __name__
"""The group of plugins the formats are."""

REQUIRED = ("write", "holds")
"""The attributes the plugin loader asks of a format's module."""


class Format(Protocol):
    """The shape of a format's module."""

    def holds(self, row: Row) -> bool:
        """Return whether the format has a place for a row."""

    def write(self, rows: Sequence[Row]) -> bytes:
        """Return the file that holds these rows."""


def format_of(name: str) -> Format:
    """Return the format of a file by its ending. Raises ConfigurationError for an unknown one."""
    ending = PurePath(name).suffix.lower().removeprefix(".")
    if ending not in plugins.names(GROUP):
        known = ", ".join(f".{each}" for each in plugins.names(GROUP))
        raise ConfigurationError(
            "decisions are not exported in this format", where=name, mend=f"use one of {known}"
        )
    return cast("Format", plugins.load(GROUP, ending, REQUIRED))
