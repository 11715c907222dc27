"""The file of names and phrases that are right as they stand: which one, and starting it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from capqa.errors import ConfigurationError
from capqa.files import atomic

if TYPE_CHECKING:
    from collections.abc import Mapping

    from capqa.config.settings import Settings

KEY = "allow-files"
"""The setting that names the files."""

NAME = "names.txt"
"""What a file is called that none was named for."""

_HEADING = "# Names and phrases that are right as they stand, one a line.\n"
_TABLE = re.compile(r"^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*capqa[ \t]*\][^\n]*\n?", re.MULTILINE)


def allow_file(settings: Settings) -> Path | None:
    """Return the first file the settings name, None when they name none."""
    if settings.file is None:
        return None
    named = _table(settings.file, _text(settings.file)).get(KEY)
    return settings.file.parent / named[0] if named else None


def start_allow_file(settings: Settings) -> Path:
    """Make sure that names.txt is beside the settings and that they name it; return its path.

    Where there are no settings, capqa.toml is made in the working directory. All that they say
    otherwise stays as it is, comments included. Raises ConfigurationError or CapqaError when a
    file cannot be written or the settings have no place for it that is sure.
    """
    file = settings.file or Path.cwd() / "capqa.toml"
    path = file.parent / NAME
    # First: settings that name a file which is not there are refused.
    if not path.exists():
        _create(path, _HEADING)
    line = f'{KEY} = ["{NAME}"]\n'
    if not file.exists():
        _create(file, line)
        return path
    before = _text(file)
    at = 0
    if file.name == "pyproject.toml":
        found = _TABLE.search(before)
        at = found.end() if found else -1
        line = line if not found or found[0].endswith("\n") else f"\n{line}"
    after = before[:at] + line + before[at:]
    if at < 0 or not _is_only_added(file, before, after):
        raise ConfigurationError(
            f"has no sure place for {KEY}", where=str(file), mend=f"add {line.strip()} to it"
        )
    atomic.replace(file, after.encode(), expected=before.encode())
    return path


def _is_only_added(file: Path, before: str, after: str) -> bool:
    try:
        return _table(file, after) == {**_table(file, before), KEY: [NAME]}
    except ConfigurationError:
        return False


def _table(file: Path, text: str) -> Mapping[str, Any]:
    import tomllib

    try:
        content = tomllib.loads(text)
        table: dict[str, Any] = (
            content["tool"]["capqa"] if file.name == "pyproject.toml" else content
        )
        return table
    except (ValueError, KeyError, TypeError) as error:
        raise ConfigurationError(
            f"not TOML with settings: {error}", where=str(file), mend="correct it"
        ) from error


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8")
    except OSError as error:
        raise ConfigurationError(
            f"cannot be read: {error.strerror}", where=str(file), mend="check its permissions"
        ) from error


def _create(path: Path, text: str) -> None:
    try:
        atomic.create(path, text.encode())
    except FileExistsError:
        return
    except OSError as error:
        raise ConfigurationError(
            f"cannot be written: {error.strerror}", where=str(path), mend="check its folder"
        ) from error
