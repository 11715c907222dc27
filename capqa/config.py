"""The settings of a project: ``capqa.toml``, or ``[tool.capqa]`` in ``pyproject.toml``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from capqa.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Iterable

FILES = ("capqa.toml", "pyproject.toml")
"""The files settings are read from; in one folder the first one wins."""

_AN = {"engine": "an engine", "format": "a format"}

EngineTables: TypeAlias = tuple[tuple[str, tuple[tuple[str, str | int | float], ...]], ...]

FormatOption: TypeAlias = str | int | float | bool | tuple[str, ...] | tuple[tuple[str, str], ...]
"""A value, a list of texts, or a table of texts as pairs in their order."""

FormatTables: TypeAlias = tuple[tuple[str, tuple[tuple[str, FormatOption], ...]], ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is told; the defaults are those of a page in English.

    ``target`` is the ISO 639-1 code of the language the pages are published in. ``rules`` and
    ``engines`` are plugin names, None meaning the default ones. ``min_confidence`` is from 0 to 1,
    None meaning the detector's own threshold. ``glossaries`` are files or folders, later ones
    overriding earlier ones. ``engine_tables`` holds each engine's name with its options, by name
    and value; what they may be is the engine's to say; ``format_tables`` the same for the formats.
    ``file`` is where the settings were read,
    None where there is no such file; paths among the options are relative to its folder.
    """

    target: str = "en"
    rules: tuple[str, ...] | None = None
    engines: tuple[str, ...] | None = None
    min_confidence: float | None = None
    glossaries: tuple[Path, ...] = ()
    engine_tables: EngineTables = ()
    format_tables: FormatTables = ()
    file: Path | None = None

    @property
    def folder(self) -> Path:
        """The folder that relative paths of the settings start from."""
        return self.file.parent if self.file else Path()


def find(start: Path) -> Settings:
    """Return the settings that hold in a folder: those of the nearest file upwards, or defaults.

    Raises ConfigurationError for a file that cannot be read or says something unknown.
    """
    for folder in (start, *start.parents):
        for name in FILES:
            path = folder / name
            if path.is_file() and (table := _table(path)) is not None:
                return _settings(path, table)
    return Settings()


def overridden(
    settings: Settings,
    *,
    target: str | None = None,
    min_confidence: float | None = None,
    glossaries: Iterable[Path] = (),
) -> Settings:
    """Return settings with what the command line says on top; glossaries are added at the end.

    Raises ConfigurationError when a value is not possible.
    """
    changed = replace(
        settings,
        target=settings.target if target is None else target,
        min_confidence=settings.min_confidence if min_confidence is None else min_confidence,
        glossaries=(*settings.glossaries, *glossaries),
    )
    _verify(changed, "command line")
    return changed


def _table(path: Path) -> dict[str, Any] | None:
    try:
        data = path.read_bytes()
        if path.name == "pyproject.toml" and b"capqa" not in data:
            return None
        # Imported here: most folders have no settings.
        import tomllib

        content = tomllib.loads(data.decode("utf-8"))
    except OSError as error:
        raise ConfigurationError(
            f"cannot be read: {error.strerror}", where=str(path), mend="check its permissions"
        ) from error
    except UnicodeDecodeError as error:
        raise ConfigurationError("not UTF-8", where=str(path), mend="save it as UTF-8") from error
    except ValueError as error:
        raise ConfigurationError(
            f"not TOML: {error}", where=str(path), mend="correct that line"
        ) from error
    if path.name != "pyproject.toml":
        return content
    tools = content.get("tool")
    table = tools.get("capqa") if isinstance(tools, dict) else None
    if table is not None and not isinstance(table, dict):
        raise _wrong(path, "capqa", "a table", table)
    return table


def _settings(path: Path, table: dict[str, Any]) -> Settings:
    known = ("target", "rules", "engines", "min-confidence", "glossaries", "engine", "format")
    for key in table:
        if key not in known:
            from difflib import get_close_matches

            near = get_close_matches(key, known, n=1)
            mend = f"did you mean {near[0]!r}?" if near else f"use {', '.join(known)}"
            raise ConfigurationError(f"unknown setting {key!r}", where=str(path), mend=mend)
    target = table.get("target", "en")
    if not isinstance(target, str):
        raise _wrong(path, "target", 'a language code such as "en"', target)
    confidence = table.get("min-confidence")
    if confidence is not None and (
        isinstance(confidence, bool) or not isinstance(confidence, int | float)
    ):
        raise _wrong(path, "min-confidence", "a number from 0 to 1", confidence)
    settings = Settings(
        target=target,
        rules=_strings(path, table, "rules"),
        engines=_strings(path, table, "engines"),
        min_confidence=None if confidence is None else float(confidence),
        glossaries=tuple(
            path.parent / glossary for glossary in _strings(path, table, "glossaries") or ()
        ),
        engine_tables=_engine_tables(path, table.get("engine", {})),
        format_tables=_format_tables(path, table.get("format", {})),
        file=path,
    )
    _verify(settings, str(path))
    return settings


def _engine_tables(path: Path, tables: Any) -> EngineTables:
    for engine, options in _named_tables(path, "engine", "memory", tables).items():
        for name, value in options.items():
            if isinstance(value, bool) or not isinstance(value, str | int | float):
                raise _unusable(path, f"engine.{engine}.{name}", "a text or a number")
    return tuple((engine, tuple(options.items())) for engine, options in tables.items())


def _format_tables(path: Path, tables: Any) -> FormatTables:
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
    raise _unusable(path, key, "a value, a list of texts, or a table of texts")


def _named_tables(path: Path, kind: str, example: str, tables: Any) -> dict[str, dict[str, Any]]:
    if not isinstance(tables, dict):
        raise _unusable(path, kind, f"tables such as [{kind}.{example}]")
    for name, options in tables.items():
        if not isinstance(options, dict):
            raise _unusable(path, f"{kind}.{name}", f"a table named after {_AN[kind]}")
    return tables


def _strings(path: Path, table: dict[str, Any], key: str) -> tuple[str, ...] | None:
    value = table.get(key)
    if value is None:
        return None
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise _wrong(path, key, "a list of strings", value)
    return tuple(value)


def _verify(settings: Settings, where: str) -> None:
    if not (settings.target.isascii() and settings.target.isalpha() and settings.target.islower()):
        raise ConfigurationError(
            f"{settings.target!r} is no language code",
            where=where,
            mend='give "target" as two lower-case letters, such as "en"',
        )
    if settings.min_confidence is not None and not 0 <= settings.min_confidence <= 1:
        raise ConfigurationError(
            f"a confidence of {settings.min_confidence} is not possible",
            where=where,
            mend="give a number from 0 to 1",
        )
    if settings.rules is not None and not settings.rules:
        raise ConfigurationError(
            "no rule is on, so nothing would be checked", where=where, mend='remove "rules"'
        )


def _wrong(path: Path, key: str, expected: str, value: object) -> ConfigurationError:
    return ConfigurationError(
        f"{key!r} is {value!r}", where=str(path), mend=f"it must be {expected}"
    )


def _unusable(path: Path, key: str, expected: str) -> ConfigurationError:
    # Without the value: it may be a secret.
    return ConfigurationError(
        f"{key!r} is not usable", where=str(path), mend=f"it must be {expected}"
    )
