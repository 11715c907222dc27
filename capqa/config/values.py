"""Values of a settings file: each as the kind its key asks for, or an error that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from capqa.config.verifying import did_you_mean
from capqa.errors import ConfigurationError
from capqa.model import Severity

if TYPE_CHECKING:
    from enum import StrEnum
    from pathlib import Path

    Choice = TypeVar("Choice", bound=StrEnum)

OFF = "off"
"""What is written in the place of a severity where a rule is not to be applied."""


def text(path: Path, table: dict[str, Any], key: str, expected: str = "a text") -> str | None:
    """Return the text under a key, None where there is none."""
    value = table.get(key)
    if value is not None and not isinstance(value, str):
        raise wrong(path, key, expected, value)
    return value


def number(path: Path, table: dict[str, Any], key: str, expected: str) -> float | None:
    """Return the number under a key, None where there is none."""
    value = table.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise wrong(path, key, expected, value)
    return float(value)


def strings(path: Path, table: dict[str, Any], key: str) -> tuple[str, ...] | None:
    """Return the list of texts under a key, None where there is none."""
    value = table.get(key)
    if value is None:
        return None
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise wrong(path, key, "a list of strings", value)
    return tuple(value)


def one_of(path: Path, table: dict[str, Any], key: str, choices: type[Choice]) -> Choice | None:
    """Return the choice under a key, None where there is none."""
    value = table.get(key)
    if value is None:
        return None
    if value not in list(choices):
        raise wrong(path, key, f"one of {', '.join(choices)}", value)
    return choices(value)


def severities(path: Path, table: dict[str, Any]) -> tuple[tuple[str, Severity | None], ...]:
    """Return how grave each rule is, None for those that are off."""
    found: list[tuple[str, Severity | None]] = []
    known = [OFF, *Severity]
    for rule, value in table.items():
        if not isinstance(value, str) or value not in known:
            mend = f"it must be one of {', '.join(known)}"
            if isinstance(value, str):
                mend = did_you_mean(value, known)
            raise ConfigurationError(
                f"the rule {rule!r} is set to {value!r}", where=str(path), mend=mend
            )
        found.append((rule, None if value == OFF else Severity(value)))
    return tuple(found)


def phrases_in(path: Path) -> list[str]:
    """Return the phrases in a file, one a line; empty lines and those that begin with # are none.

    Raises ConfigurationError when it cannot be read.
    """
    try:
        content = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigurationError(
            f"cannot be read: {error.strerror}", where=str(path), mend='correct "allow-files"'
        ) from error
    except UnicodeDecodeError as error:
        raise ConfigurationError("not UTF-8", where=str(path), mend="save it as UTF-8") from error
    lines = (line.strip() for line in content.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def wrong(path: Path, key: str, expected: str, value: object) -> ConfigurationError:
    """Return the error for a value that is not what a key must be."""
    return ConfigurationError(
        f"{key!r} is {value!r}", where=str(path), mend=f"it must be {expected}"
    )


def unusable(path: Path, key: str, expected: str) -> ConfigurationError:
    """Return the error for an option that is not usable, without the value: it may be a secret."""
    return ConfigurationError(
        f"{key!r} is not usable", where=str(path), mend=f"it must be {expected}"
    )
