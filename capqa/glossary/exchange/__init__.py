"""Exchange of glossaries with other tools, one file a format: bytes to entries and back.

A format is a plugin named like its module. Supporting code has a leading underscore.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from capqa import plugins
from capqa.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.glossary.entry import Entry
    from capqa.glossary.exchange._languages import LanguagePair
    from capqa.glossary.exchange._left_out import LeftOut
    from capqa.glossary.exchange._reading import Reading

GROUP = __name__
"""The group of plugins the formats are."""

REQUIRED = ("TITLE", "SUFFIXES", "DIALECTS", "recognises", "read", "write")
"""The attributes the plugin loader asks of a format's module."""

LARGEST_FILE = 64 * 1024 * 1024
"""The most bytes read of one file, and of a compressed one when it is unpacked."""


class Format(Protocol):
    """The shape of a format's module.

    ``TITLE`` is its name in messages, ``SUFFIXES`` the endings of its files, the usual one first,
    ``DIALECTS`` the ways it can be written, the default one first; () where there is only one.
    """

    TITLE: str
    SUFFIXES: tuple[str, ...]
    DIALECTS: tuple[str, ...]

    def recognises(self, data: bytes, name: str) -> bool:
        """Return whether a file is of this format, from its bytes and its name."""

    def read(self, data: bytes, name: str, pair: LanguagePair) -> Reading:
        """Return the entries for a language pair, what was refused, and what is worth knowing.

        Each entry has the line or row it stands in. Raises ConfigurationError when the file as a
        whole cannot be read.
        """

    def write(
        self, entries: Sequence[Entry], pair: LanguagePair, left_out: LeftOut, dialect: str = ""
    ) -> bytes:
        """Return the file; what the format cannot hold is recorded in ``left_out``."""


def names() -> tuple[str, ...]:
    """Return the names of the formats, sorted."""
    return plugins.names(GROUP)


def load(name: str) -> Format:
    """Return a format by its name. Raises PluginError when there is none."""
    return cast("Format", plugins.load(GROUP, name, REQUIRED))


def recognised(data: bytes, name: str) -> Format:
    """Return the format of a file. Raises ConfigurationError when it is none of ours."""
    for each in names():
        form = load(each)
        if form.recognises(data, name):
            return form
    raise ConfigurationError(
        "is in no format known here", where=name, mend=f"say --format {'|'.join(names())}"
    )


def read(data: bytes, name: str, pair: LanguagePair, form: Format | None = None) -> Reading:
    """Return what is in a file, in the format given, else in the one recognised.

    Raises ConfigurationError when it is too large or cannot be read.
    """
    if len(data) > LARGEST_FILE:
        raise ConfigurationError(
            f"is too large ({len(data) / 1e6:,.0f} MB; at most {LARGEST_FILE / 1e6:,.0f} MB)",
            where=name,
            mend="split it",
        )
    if not data.strip():
        raise ConfigurationError("is empty", where=name, mend="export it again")
    return (form or recognised(data, name)).read(data, name, pair)
