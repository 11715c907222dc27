"""Which format reads a file: its name tells, and its first bytes where formats share an ending."""

from __future__ import annotations

import os
from functools import cache, lru_cache
from typing import TYPE_CHECKING, cast

from capqa import plugins
from capqa.errors import ConfigurationError, UnreadableError
from capqa.formats import REQUIRED

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

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
    likely = _likely(endings)
    if likely:
        return likely
    candidates = _candidates(endings)
    if not candidates:
        return _FALLBACK
    for candidate in candidates:
        if _recognises(candidate, head):
            return candidate
    for candidate in candidates:
        if _asked_last(candidate):
            return candidate
    raise UnreadableError(
        "is of no kind that capqa reads, whatever its ending",
        where=name,
        mend="leave it out, or give it the ending of its format",
    )


def is_document(path: Path, configurations: Mapping[str, object] | None = None) -> bool:
    """Return whether a file met in a folder is to be read: its ending is that of a format, which
    wants what begins so.

    ``configurations`` are as for `read`. A file that cannot be opened, or is empty, counts as a
    document, for reading it tells what is wrong. Raises PluginError when a format cannot be loaded.
    """
    endings = _endings(path.name)
    likely = _likely(endings)
    candidates = (likely,) if likely else _candidates(endings)
    if not candidates:
        return False
    given = configurations or {}
    # Most formats want all files of their endings.
    if any(_wants(each, None, given.get(each)) for each in candidates):
        return True
    try:
        with open(path, "rb", buffering=0) as file:
            head = file.read(HEAD)
    except OSError:
        return True
    return not head or any(_wants(each, head, given.get(each)) for each in candidates)


def named(name: str) -> FormatModule:
    """Return a format's module. Raises PluginError when it cannot be loaded."""
    load_others()
    return cast("FormatModule", plugins.load(_GROUP, name, REQUIRED))


@cache
def load_others() -> None:
    """Load the formats of other distributions: one that is broken must not go unnoticed."""
    for entry in plugins.entry_points(_GROUP):
        plugins.load(_GROUP, entry.name.replace("_", "-"), REQUIRED)


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


@lru_cache(maxsize=256)
def _likely(endings: tuple[str, ...]) -> str:
    # The format called like the ending and the plain one are asked before all others are loaded,
    # which takes longer than a clean page takes to check.
    for likely in (*(ending.removeprefix(".") for ending in endings), _FALLBACK):
        if likely not in plugins.names(_GROUP) or _asked_last(likely):
            continue
        if any(ending in named(likely).SUFFIXES for ending in endings):
            return likely
    return ""


def _candidates(endings: tuple[str, ...]) -> tuple[str, ...]:
    """Return the formats of the longest ending that is known, in the order to ask them in."""
    known = _formats_of_endings()
    return next((known[ending] for ending in endings if ending in known), ())


@cache
def _formats_of_endings() -> dict[str, tuple[str, ...]]:
    formats: dict[str, tuple[str, ...]] = {}
    for name in sorted(plugins.names(_GROUP), key=_rank):
        for ending in named(name).SUFFIXES:
            formats[ending] = (*formats.get(ending, ()), name)
    return formats


def _rank(format_: str) -> tuple[bool, bool]:
    return _asked_last(format_), not hasattr(named(format_), "recognises")


def _recognises(format_: str, head: bytes) -> bool:
    """Return whether first bytes are of a format; one that cannot say so takes all or, where it is
    asked last, none.
    """
    recognises = getattr(named(format_), "recognises", None)
    return not _asked_last(format_) if recognises is None else bool(recognises(head))


def _wants(format_: str, head: bytes | None, configuration: object) -> bool:
    """Return whether a format wants a file met in a folder; without its first bytes, whether it
    wants all of them.
    """
    module = named(format_)
    is_content = getattr(module, "is_content", None)
    if is_content is None and configuration is not None and _asked_last(format_):
        return True
    if head is None:
        return is_content is None and not hasattr(module, "recognises") and not _asked_last(format_)
    if is_content is None:
        return _recognises(format_, head)
    recognises = getattr(module, "recognises", None)
    return bool(is_content(head, configuration)) and (recognises is None or recognises(head))


def _asked_last(format_: str) -> bool:
    return bool(getattr(named(format_), "ASKED_LAST", False))


def _endings(name: str) -> tuple[str, ...]:
    """Return the endings of a file name, the longest first: ".warc.gz", ".gz"."""
    # As pathlib has them, which takes ten times as long.
    base = os.path.basename(name)
    if base.endswith("."):
        return ()
    parts = base.lstrip(".").lower().split(".")
    return tuple(f".{'.'.join(parts[at:])}" for at in range(1, len(parts)))
