"""Results of checks as bytes: no code is in them, and every value is verified when they are read.

The document is left out; who needs it reads the file.
"""

from __future__ import annotations

from functools import cache

import msgspec

from capqa.model import Finding, Suggestion
from capqa.pipeline import CheckedFile, Suppressed
from capqa.rules._declared import OtherLanguages


class _Stored(msgspec.Struct, frozen=True, array_like=True):
    name: str
    findings: tuple[Finding, ...]
    suggestions: tuple[Suggestion | None, ...]
    note: str
    suppressed: tuple[tuple[Finding, str], ...]
    continues: bool
    other_languages: OtherLanguages


def stored(files: list[CheckedFile]) -> bytes | None:
    """Return what became of a file, or of the documents in it; None for what cannot be stored.

    That is what could not be checked, and texts that are no Unicode.
    """
    if any(file.error for file in files):
        return None
    rows = [
        _Stored(
            file.name,
            file.findings,
            file.suggestions,
            file.note,
            file.suppressed,
            file.continues,
            file.other_languages,
        )
        for file in files
    ]
    try:
        return msgspec.msgpack.encode(rows)
    except (ValueError, TypeError, UnicodeError):
        return None


def restored(data: bytes) -> list[CheckedFile] | None:
    """Return what `stored` was given, without the documents; None for bytes that are no such."""
    try:
        rows = _decoder().decode(data)
    except (msgspec.DecodeError, ValueError):
        return None
    if any(len(row.findings) != len(row.suggestions) for row in rows):
        return None
    return [
        CheckedFile(
            row.name,
            findings=row.findings,
            suggestions=row.suggestions,
            note=row.note,
            suppressed=tuple(Suppressed(*each) for each in row.suppressed),
            continues=row.continues,
            other_languages=row.other_languages,
        )
        for row in rows
    ]


@cache
def _decoder() -> msgspec.msgpack.Decoder[list[_Stored]]:
    return msgspec.msgpack.Decoder(list[_Stored])
