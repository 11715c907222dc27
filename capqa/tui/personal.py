"""What a reviewer has set for themselves, in all projects: other keys, and a theme."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from capqa.config.verifying import did_you_mean
from capqa.errors import ConfigurationError
from capqa.tui.rebinding import rebound
from capqa.tui.review_keys import REVIEW
from capqa.tui.themes import theme_named

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from capqa.tui.keymap import Key

_LARGEST: Final = 1_000_000
_SETTINGS: Final = ("keys", "theme")


@dataclass(frozen=True, slots=True)
class Personal:
    """A table of keys, and the name of a theme, "" for the usual one."""

    keys: tuple[Key, ...] = REVIEW
    theme: str = ""
    own_keys: Mapping[str, str] = field(default_factory=dict)
    """The names of the keys that differ from the usual, each with Textual's names for them."""


def default_file() -> Path:
    """Return where a reviewer's own settings are looked for."""
    from platformdirs import user_config_path

    return user_config_path("capqa", appauthor=False) / "review.toml"


def read(path: Path | None = None) -> Personal:
    """Read a reviewer's settings; without a path those in the default place, if there are any.

    Raises ConfigurationError for a file that cannot be read or says what is not possible.
    """
    stated = path is not None
    path = path or default_file()
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        if not stated and isinstance(error, (FileNotFoundError, NotADirectoryError)):
            return Personal()
        raise ConfigurationError(
            f"cannot be read: {error.strerror}", where=str(path), mend="name another file"
        ) from error
    if len(data) > _LARGEST:
        raise ConfigurationError("is too large for settings", where=str(path), mend="shorten it")
    try:
        table = tomllib.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigurationError(f"is no TOML: {error}", where=str(path), mend="mend it") from error
    return _understood(table, str(path))


def _understood(table: Mapping[str, object], where: str) -> Personal:
    for name in table:
        if name not in _SETTINGS:
            raise ConfigurationError(
                f"unknown setting {name!r}", where=where, mend=did_you_mean(name, _SETTINGS)
            )
    theme = table.get("theme", "")
    if not isinstance(theme, str):
        raise ConfigurationError("theme is no text", where=where, mend='write theme = "light"')
    own = table.get("keys", {})
    if not isinstance(own, dict):
        raise ConfigurationError("keys is no table", where=where, mend="write [keys] above them")
    keys = rebound(REVIEW, own, where)
    changed = {
        key.name: ",".join(key.keys.split())
        for key, usual in zip(keys, REVIEW, strict=True)
        if key.keys != usual.keys
    }
    return Personal(keys, theme_named(theme, where) if theme else "", changed)
