"""The files settings are read from: ``capqa.toml``, or ``[tool.capqa]`` in ``pyproject.toml``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from capqa.config.settings import Settings
from capqa.errors import ConfigurationError

if TYPE_CHECKING:
    from pathlib import Path

FILES = ("capqa.toml", "pyproject.toml")
"""The files settings are read from; in one folder the first one wins."""


def find(start: Path) -> Settings:
    """Return the settings that hold in a folder: those of the nearest file upwards, or defaults.

    Raises ConfigurationError for a file that cannot be read or says something unknown.
    """
    for folder in (start, *start.parents):
        for name in FILES:
            path = folder / name
            if path.is_file() and (table := _table(path)) is not None:
                # Imported here: most folders have no settings.
                from capqa.config.reading import settings_in

                return settings_in(path, table)
    return Settings()


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
        raise ConfigurationError(
            f"'capqa' is {table!r}", where=str(path), mend="it must be a table"
        )
    return table
