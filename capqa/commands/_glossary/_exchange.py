"""What import, export and merge share: formats, files, languages, and refusals in many lines."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from capqa.commands._glossary import _arguments
from capqa.errors import CapqaError, ConfigurationError
from capqa.visible import visible

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from pathlib import Path

    from capqa.glossary.exchange._languages import LanguagePair
    from capqa.glossary.exchange._merging import Conflict

_MOST_SHOWN = 50


def pair_of(options: argparse.Namespace, path: Path) -> LanguagePair:
    """Return the languages asked for, else those in the name of a glossary.

    Raises ConfigurationError when they differ, or when none says them.
    """
    from capqa.glossary.exchange._languages import LanguagePair
    from capqa.glossary.files import language_pair

    named = language_pair(path)
    source = _arguments.source_language(options)
    if named is None and source is None:
        raise ConfigurationError(
            "the source language is not stated", where=str(path), mend="say --lang, such as de"
        )
    target = _arguments.target_language(options) if named is None else named[1]
    if named is not None:
        asked = (source or named[0], options.target_lang or named[1])
        if asked != named:
            raise ConfigurationError(
                f"its name says {'-'.join(named)}, not {'-'.join(asked)}",
                where=str(path),
                mend="correct --lang or --target-lang, or name another file",
            )
    return LanguagePair(source or (named[0] if named else ""), target)


def data_of(path: Path) -> bytes:
    """Return the bytes of a file, unless it is too large. Raises ConfigurationError."""
    from capqa.glossary.exchange import LARGEST_FILE
    from capqa.glossary.files import read_bytes

    if path.is_file() and path.stat().st_size > LARGEST_FILE:
        raise ConfigurationError(
            f"is too large (at most {LARGEST_FILE / 1e6:,.0f} MB)",
            where=str(path),
            mend="split it",
        )
    return read_bytes(path)


def note(lines: Sequence[str]) -> None:
    """Print lines worth knowing on standard error."""
    for line in lines[:_MOST_SHOWN]:
        print(f"capqa: note: {visible(line)}", file=sys.stderr)
    if len(lines) > _MOST_SHOWN:
        print(f"capqa: note: ... and {len(lines) - _MOST_SHOWN} more", file=sys.stderr)


def refuse(lines: Sequence[str], what: str, mend: str) -> CapqaError:
    """Print why something is refused, a line each, and return the error that sums them up."""
    for line in lines[:_MOST_SHOWN]:
        print(f"capqa: {visible(line)}", file=sys.stderr)
    if len(lines) > _MOST_SHOWN:
        print(f"capqa: ... and {len(lines) - _MOST_SHOWN} more", file=sys.stderr)
    return CapqaError(what, mend=mend)


def described(conflict: Conflict) -> str:
    """Return a conflict as a line with the places of both entries."""
    first, second = conflict.first, conflict.second
    return (
        f"{_arguments.shown(first.file)}:{first.row} and "
        f"{_arguments.shown(second.file)}:{second.row}: {first.source!r}: {conflict.what}"
    )


def count(number: int, noun: str = "entry", plural: str = "entries") -> str:
    """Return a number with its noun."""
    return f"{number} {noun if number == 1 else plural}"
