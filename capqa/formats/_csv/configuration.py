"""What a project says of its tables in ``[format.csv]``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from capqa.errors import ConfigurationError
from capqa.model import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

_DELIMITERS: Final = {
    "comma": ",",
    "semicolon": ";",
    "tab": "\t",
    "pipe": "|",
}
_KNOWN: Final = ("columns", "delimiter", "header", "language-column", "quotes")


@dataclass(frozen=True, slots=True)
class Configuration:
    """How tables are read.

    ``columns`` are names or numbers (from 1) of columns with their roles, empty where they are
    told. None of the others: it is told too.
    """

    columns: tuple[tuple[str, Role], ...] = ()
    delimiter: str | None = None
    header: bool | None = None
    language_column: str | None = None
    quotes: bool = True


def configuration_of(options: Mapping[str, object], where: str) -> Configuration:
    """Return the configuration that a table of the settings says.

    Raises ConfigurationError for an unknown option or an impossible value.
    """
    for key in options:
        if key not in _KNOWN:
            raise ConfigurationError(
                f"unknown option {key!r} of [format.csv]",
                where=where,
                mend=f"use {', '.join(_KNOWN)}",
            )
    return Configuration(
        columns=_columns(options.get("columns", ()), where),
        delimiter=_delimiter(options.get("delimiter"), where),
        header=_switch(options, "header", where),
        language_column=_column(options.get("language-column"), where),
        quotes=_switch(options, "quotes", where) is not False,
    )


def _columns(value: object, where: str) -> tuple[tuple[str, Role], ...]:
    columns = []
    if not isinstance(value, tuple):
        raise _wrong("columns", 'a table such as {"caption" = "caption"}', where)
    for pair in value:
        name, role = pair if isinstance(pair, tuple) else (pair, Role.CAPTION.value)
        if role not in tuple(Role):
            raise ConfigurationError(
                f"the column {name!r} has the role {role!r}",
                where=where,
                mend=f"use {', '.join(Role)}",
            )
        columns.append((str(name), Role(role)))
    return tuple(columns)


def _delimiter(value: object, where: str) -> str | None:
    if value is None:
        return None
    delimiter = _DELIMITERS.get(value, value) if isinstance(value, str) else ""
    if len(delimiter) != 1 or delimiter in '"\r\n ':
        raise _wrong("delimiter", 'one character, such as ";", or "tab"', where)
    return delimiter


def _switch(options: Mapping[str, object], key: str, where: str) -> bool | None:
    value = options.get(key)
    if value is not None and not isinstance(value, bool):
        raise _wrong(key, "true or false", where)
    return value


def _column(value: object, where: str) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise _wrong("language-column", "a column's name or number", where)
    return str(value)


def _wrong(key: str, expected: str, where: str) -> ConfigurationError:
    return ConfigurationError(
        f"'format.csv.{key}' is not usable", where=where, mend=f"it must be {expected}"
    )
