"""An engine's options from the project's settings, read with an error for what cannot be meant."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from capqa.errors import ConfigurationError
from capqa.plugins import load, names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import ModuleType

OptionValue: TypeAlias = str | int | float
"""A value as TOML gives it."""

_NONE: Final[Mapping[str, OptionValue]] = {}


class EngineOptions:
    """The options of one engine, by name."""

    def __init__(
        self,
        engine: str = "",
        values: Mapping[str, OptionValue] = _NONE,
        known: Sequence[str] = (),
        folder: Path = Path(),
    ) -> None:
        """Take the values; paths among them are relative to ``folder``.

        Raises ConfigurationError for an option that is not among the ``known`` ones.
        """
        self._where = f"engine {engine}"
        self._values = values
        self._folder = folder
        for name in values:
            if name not in known:
                mend = nearest(name, known) if known else "it takes none"
                raise ConfigurationError(f"unknown option {name!r}", where=self._where, mend=mend)

    @classmethod
    def of_module(
        cls, engine: str, module: ModuleType, values: Mapping[str, OptionValue], folder: Path
    ) -> EngineOptions:
        """Return the options of a loaded engine; its ``OPTIONS``, if any, are what it knows."""
        return cls(engine, values, getattr(module, "OPTIONS", ()), folder)

    def text(self, name: str, default: str = "") -> str:
        """Return an option without the white space around it. Raises ConfigurationError."""
        value = self._values.get(name, "")
        if not isinstance(value, str):
            raise self.wrong(name, "it must be a text in quotation marks")
        return value.strip() or default

    def path(self, name: str) -> Path | None:
        """Return a file or folder, ``~`` meaning the user's home; None where not given."""
        text = self.text(name)
        return self._folder / Path(text).expanduser() if text else None

    def number(self, name: str, default: float, *, least: float, most: float) -> float:
        """Return a number of a range. Raises ConfigurationError when it is none."""
        value = self._values.get(name, default)
        # True is an int to Python, and to nobody else.
        if isinstance(value, bool | str) or not least <= value <= most:
            raise self.wrong(name, f"it must be a number from {least:g} to {most:g}")
        return value

    def whole_number(self, name: str, default: int, *, least: int, most: int) -> int:
        """Return a whole number of a range. Raises ConfigurationError when it is none."""
        value = self.number(name, default, least=least, most=most)
        if value != int(value):
            raise self.wrong(name, f"it must be a whole number from {least} to {most}")
        return int(value)

    def language(self, name: str) -> str:
        """Return an ISO 639-1 code, empty where not given. Raises ConfigurationError."""
        text = self.text(name)
        if text and not (text.isascii() and text.isalpha() and text.islower() and len(text) <= 3):
            raise self.wrong(name, 'it must be a language code such as "de"')
        return text

    def wrong(self, name: str, mend: str) -> ConfigurationError:
        """Return what to tell the user about an option, never its value: it may be a secret."""
        return ConfigurationError(f"option {name!r} is not usable", where=self._where, mend=mend)


def verify(group: str, tables: Mapping[str, Mapping[str, OptionValue]], where: str) -> None:
    """Raise ConfigurationError for a table of no engine, or an option its engine does not know.

    The engines with a table are imported, asked or not: what is misspelt must not go unnoticed.
    """
    for engine, values in tables.items():
        if engine not in names(group):
            raise ConfigurationError(
                f"options of an unknown engine {engine!r}",
                where=where,
                mend=nearest(engine, names(group)),
            )
        EngineOptions.of_module(engine, load(group, engine), values, Path())


def nearest(name: str, known: Sequence[str]) -> str:
    """Return how to mend an unknown name, from those known."""
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1)
    return f"did you mean {near[0]!r}?" if near else f"use {', '.join(known)}"
