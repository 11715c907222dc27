"""The options of engines and formats; what they mean is theirs to say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from capqa.config.values import unusable

if TYPE_CHECKING:
    from pathlib import Path

    from capqa.config.settings import EngineTables, FormatOption, FormatTables

_AN = {"engine": "an engine", "format": "a format"}


def engine_tables(path: Path, tables: Any) -> EngineTables:
    """Return the tables ``[engine.NAME]``. Raises ConfigurationError for what no option can be."""
    for engine, options in _named_tables(path, "engine", "memory", tables).items():
        for name, value in options.items():
            if isinstance(value, bool) or not isinstance(value, str | int | float):
                raise unusable(path, f"engine.{engine}.{name}", "a text or a number")
    return tuple((engine, tuple(options.items())) for engine, options in tables.items())


def format_tables(path: Path, tables: Any) -> FormatTables:
    """Return the tables ``[format.NAME]``. Raises ConfigurationError for what no option can be."""
    return tuple(
        (
            format_,
            tuple(
                (name, _format_option(path, f"format.{format_}.{name}", value))
                for name, value in options.items()
            ),
        )
        for format_, options in _named_tables(path, "format", "json", tables).items()
    )


def _format_option(path: Path, key: str, value: object) -> FormatOption:
    if isinstance(value, str | int | float):
        return value
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return tuple(value)
    if isinstance(value, dict) and all(isinstance(each, str) for each in value.values()):
        return tuple(value.items())
    raise unusable(path, key, "a value, a list of texts, or a table of texts")


def _named_tables(path: Path, kind: str, example: str, tables: Any) -> dict[str, dict[str, Any]]:
    if not isinstance(tables, dict):
        raise unusable(path, kind, f"tables such as [{kind}.{example}]")
    for name, options in tables.items():
        if not isinstance(options, dict):
            raise unusable(path, f"{kind}.{name}", f"a table named after {_AN[kind]}")
    return tables
