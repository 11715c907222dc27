"""Which columns of a table hold text for readers, and in which role and language."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from capqa.errors import UnreadableError
from capqa.formats._content_names import content_role, name_language
from capqa.formats._csv.cells import is_text
from capqa.language_names import language_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.formats._csv.configuration import Configuration
    from capqa.model import Role

_GLOSSARY: Final = frozenset(("source", "target"))
_LANGUAGE_NAMES: Final = frozenset(
    ("lang", "language", "locale", "languagecode", "sprache", "langue", "idioma", "lingua", "taal")
)
_LONGEST_NAME: Final = 60
_MOSTLY: Final = 0.8
_LETTERS: Final = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table are, by their numbers from 0.

    ``roles`` names those that are read; None where any cell that looks like text is. ``names`` are
    empty without a header. ``languages`` holds what their names say, ``language_column`` is the one
    that says it of each row. ``is_glossary`` marks a table of terms, which is no document.
    """

    names: Sequence[str] = ()
    roles: dict[int, Role] | None = None
    languages: dict[int, str] = field(default_factory=dict)
    language_column: int | None = None
    is_glossary: bool = False

    def name(self, number: int) -> str:
        """Return what to call a column: its name, else its letters as spreadsheets have them."""
        shown = " ".join(self.names[number].split())[:40] if number < len(self.names) else ""
        return shown or _letters(number)


def columns_of(
    first: Sequence[str], following: Sequence[Sequence[str]], told: Configuration, name: str
) -> Columns:
    """Return what the columns of a table are, from its first row and some that follow.

    Raises UnreadableError when it has none of the columns it is configured to have.
    """
    has_header = told.header
    if has_header is None:
        configured = {column for column, _ in told.columns} | {told.language_column}
        named = any(cell.strip() in configured and cell.strip() for cell in first)
        has_header = named or _is_header(first, following)
    names = [cell.strip() for cell in first] if has_header else []
    if told.columns:
        roles = {
            number: role
            for column, role in told.columns
            if (number := _number(column, names, first)) is not None
        }
        if not roles:
            wanted = ", ".join(repr(column) for column, _ in told.columns[:3])
            raise UnreadableError(
                f"has no column {wanted}",
                where=name,
                mend=f"correct [format.csv] columns; it has {_listed(names, first)}",
            )
        found: dict[int, Role] | None = roles
    elif {each.lower() for each in names} >= _GLOSSARY:
        return Columns(names, {}, is_glossary=True)
    else:
        found = {n: role for n, each in enumerate(names) if (role := content_role(each))} or None
    language_column = None
    if told.language_column is not None:
        language_column = _number(told.language_column, names, first)
        if language_column is None:
            raise UnreadableError(
                f"has no column {told.language_column!r}",
                where=name,
                mend=f"correct [format.csv] language-column; it has {_listed(names, first)}",
            )
    else:
        language_column = next(
            (n for n, each in enumerate(names) if each.lower() in _LANGUAGE_NAMES), None
        )
    return Columns(names, found, _languages(names), language_column)


def _is_header(first: Sequence[str], following: Sequence[Sequence[str]]) -> bool:
    names = [cell.strip() for cell in first]
    if not following or any(len(each) > _LONGEST_NAME for each in names):
        return False
    filled = [each for each in names if each]
    if len(set(filled)) < len(filled) or not all(map(_LETTERS.search, filled)):
        return False
    lowered = {each.lower() for each in filled}
    if lowered >= _GLOSSARY or len(_language_codes(names)) > 1:
        return True
    if any(content_role(each) for each in filled):
        return True
    # A name above numbers, dates or addresses is a header's.
    for number, each in enumerate(names):
        cells = [row[number].strip() for row in following if number < len(row)]
        cells = [cell for cell in cells if cell]
        if is_text(each) and cells:
            others = sum(not is_text(cell) for cell in cells)
            if others >= _MOSTLY * len(cells):
                return True
    return False


def _number(column: str, names: Sequence[str], first: Sequence[str]) -> int | None:
    if column in names:
        return names.index(column)
    lowered = [each.lower() for each in names]
    if column.lower() in lowered:
        return lowered.index(column.lower())
    if column.isdecimal() and 0 < int(column) <= len(first):
        return int(column) - 1
    return None


def _languages(names: Sequence[str]) -> dict[int, str]:
    languages = {n: code for n, each in enumerate(names) if (code := name_language(each))}
    codes = _language_codes(names)
    return languages | (codes if len(codes) > 1 else {})


def _language_codes(names: Sequence[str]) -> dict[int, str]:
    # "id" and "no" are languages too, but not above the numbers of rows.
    return {
        number: each.lower()
        for number, each in enumerate(names)
        if len(each) == 2
        and each.lower() not in ("id", "no")
        and language_name(each.lower()) != each.lower()
    }


def _listed(names: Sequence[str], first: Sequence[str]) -> str:
    if names:
        return ", ".join(repr(each[:40]) for each in names[:8])
    return f"{len(first)} columns without names"


def _letters(number: int) -> str:
    letters = ""
    number += 1
    while number:
        number, digit = divmod(number - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters
