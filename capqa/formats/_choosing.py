"""Which format reads a file: its name tells, and its first bytes where formats share an ending."""

from __future__ import annotations

from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING, cast

from capqa import plugins
from capqa.errors import ConfigurationError, UnreadableError
from capqa.formats import REQUIRED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from capqa.formats import FormatModule
    from capqa.model import Document

HEAD = 65_536
"""How many bytes of a file are enough to recognise its format."""

_FALLBACK = "text"
_GROUP = "capqa.formats"


def chosen(name: str, head: bytes = b"") -> str:
    """Return the name of the format that reads a file called so with these first bytes.

    That is plain text where no format knows the ending. Raises PluginError when a format cannot be
    loaded, UnreadableError when the ending is shared and no format recognises the bytes.
    """
    endings = _endings(name)
    # The format called like the ending and the plain one are asked before all others are loaded,
    # which takes longer than a clean page takes to check.
    for likely in (*(ending.removeprefix(".") for ending in endings), _FALLBACK):
        if likely in plugins.names(_GROUP) and _reads(likely, endings) and not _asked_last(likely):
            return likely
    candidates = [each for each in plugins.names(_GROUP) if _reads(each, endings)]
    if not candidates:
        return _FALLBACK
    for candidate in sorted(candidates, key=_asked_last):
        recognises = getattr(named(candidate), "recognises", None)
        if recognises is None or recognises(head):
            return candidate
    raise UnreadableError(
        "is of no kind that capqa reads, whatever its ending",
        where=name,
        mend="leave it out, or give it the ending of its format",
    )


def named(name: str) -> FormatModule:
    """Return a format's module. Raises PluginError when it cannot be loaded."""
    load_others()
    return cast("FormatModule", plugins.load(_GROUP, name, REQUIRED))


@cache
def load_others() -> None:
    """Load the formats of other distributions: one that is broken must not go unnoticed."""
    for entry in plugins.entry_points(_GROUP):
        plugins.load(_GROUP, entry.name.replace("_", "-"), REQUIRED)


@cache
def suffixes() -> frozenset[str]:
    """Return the endings of all formats. Raises PluginError when a format cannot be loaded."""
    return frozenset(suffix for name in plugins.names(_GROUP) for suffix in named(name).SUFFIXES)


def read(data: bytes, name: str, configurations: Mapping[str, object] | None = None) -> Document:
    """Return the document in a file's bytes.

    ``configurations`` holds what `configured` returned, by the formats' names. Raises
    UnreadableError when the bytes cannot be checked.
    """
    format_ = chosen(name, data[:HEAD])
    return _read(named(format_), data, name, (configurations or {}).get(format_))


def reread(document: Document, data: bytes) -> Document:
    """Return the document that other bytes of the same file hold, read as it was.

    Raises UnreadableError when they cannot be read so.
    """
    return _read(named(document.format), data, document.name, document.configuration)


def configured(name: str, options: Mapping[str, object], where: str) -> object:
    """Return what a format makes of its table in the settings, to be given to `read`.

    Raises ConfigurationError for a format that does not exist or takes no options, and for options
    it does not take; ``where`` is the settings' file.
    """
    if name not in plugins.names(_GROUP):
        raise ConfigurationError(
            f"no format is called {name!r}",
            where=where,
            mend=f"choose from {', '.join(plugins.names(_GROUP))}",
        )
    configure = getattr(named(name), "configured", None)
    if configure is None:
        raise ConfigurationError(
            f"the format {name!r} takes no options", where=where, mend=f"remove [format.{name}]"
        )
    return configure(options, where)


def _read(format_: FormatModule, data: bytes, name: str, configuration: object) -> Document:
    if configuration is None:
        return format_.read(data, name)
    return cast("Document", getattr(format_, "read")(data, name, configuration))  # noqa: B009


def _reads(format_: str, endings: tuple[str, ...]) -> bool:
    return any(ending in named(format_).SUFFIXES for ending in endings)


def _asked_last(format_: str) -> bool:
    return bool(getattr(named(format_), "ASKED_LAST", False))


def _endings(name: str) -> tuple[str, ...]:
    """Return the endings of a file name, the longest first: ".warc.gz", ".gz"."""
    suffixes_of_name = [suffix.lower() for suffix in PurePath(name).suffixes]
    return tuple("".join(suffixes_of_name[at:]) for at in range(len(suffixes_of_name)))
