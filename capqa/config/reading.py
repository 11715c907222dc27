"""Settings as a table of TOML says them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from capqa.config.option_tables import engine_tables, format_tables
from capqa.config.session_address import session_address
from capqa.config.settings import Override, Settings
from capqa.config.values import number, one_of, phrases_in, severities, strings, text, wrong
from capqa.config.verifying import did_you_mean, verify
from capqa.errors import ConfigurationError
from capqa.model import Role, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

KEYS = (
    "target",
    "languages",
    "rules",
    "roles",
    "engines",
    "min-confidence",
    "glossaries",
    "allow",
    "allow-files",
    "exclude",
    "fail-on",
    "baseline",
    "session",
    "engine",
    "format",
    "overrides",
)
"""What a settings file may say."""

OVERRIDABLE = ("target", "languages", "rules", "roles", "min-confidence", "allow", "allow-files")
"""What may differ from file to file."""


def settings_in(path: Path, table: dict[str, Any]) -> Settings:
    """Return the settings a table of a file says. Raises ConfigurationError for what is not known
    or not possible.
    """
    _refuse_unknown(path, table, KEYS)
    said = dict(_common(path, table))
    if (fail_on := one_of(path, table, "fail-on", Severity)) is not None:
        said["fail_on"] = fail_on
    if (baseline := text(path, table, "baseline")) is not None:
        said["baseline"] = path.parent / baseline
    settings = Settings(
        **said,
        engines=strings(path, table, "engines"),
        glossaries=tuple(path.parent / each for each in strings(path, table, "glossaries") or ()),
        exclude=strings(path, table, "exclude") or (),
        session=session_address(path, table),
        engine_tables=engine_tables(path, table.get("engine", {})),
        format_tables=format_tables(path, table.get("format", {})),
        overrides=tuple(_overrides(path, table.get("overrides", []), said)),
        file=path,
    )
    verify(settings, str(path))
    return settings


def _common(path: Path, table: dict[str, Any]) -> Iterable[tuple[str, Any]]:
    """Yield what holds for a whole project or for some files, by the names of the fields."""
    if (target := text(path, table, "target", 'a language code such as "en"')) is not None:
        yield "target", target
    if (languages := strings(path, table, "languages")) is not None:
        yield "languages", languages
    if isinstance(table.get("rules"), dict):
        yield "severities", severities(path, table["rules"])
    elif (rules := strings(path, table, "rules")) is not None:
        yield "rules", rules
    if (roles := strings(path, table, "roles")) is not None:
        yield "roles", tuple(_role(path, role) for role in roles)
    if (confidence := number(path, table, "min-confidence", "a number from 0 to 1")) is not None:
        yield "min_confidence", confidence
    allowed = [*(strings(path, table, "allow") or ())]
    for name in strings(path, table, "allow-files") or ():
        allowed += phrases_in(path.parent / name)
    if allowed:
        yield "allow", tuple(allowed)


def _overrides(path: Path, tables: object, said: dict[str, Any]) -> Iterable[Override]:
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        raise wrong(path, "overrides", "tables such as [[overrides]]", tables)
    for table in tables:
        _refuse_unknown(path, table, ("files", *OVERRIDABLE))
        files = strings(path, table, "files")
        if not files:
            raise ConfigurationError(
                "an override is for no files", where=str(path), mend='give it files = ["..."]'
            )
        changes = {**dict(_common(path, table))}
        for added in ("allow", "severities"):
            if added in changes:
                changes[added] = (*said.get(added, ()), *changes[added])
        verify(Settings(**changes), str(path))
        yield Override(files, tuple(changes.items()))


def _refuse_unknown(path: Path, table: dict[str, Any], known: Iterable[str]) -> None:
    for key in table:
        if key not in known:
            raise ConfigurationError(
                f"unknown setting {key!r}", where=str(path), mend=did_you_mean(key, known)
            )


def _role(path: Path, name: str) -> Role:
    try:
        return Role(name)
    except ValueError:
        raise ConfigurationError(
            f"no role is called {name!r}", where=str(path), mend=did_you_mean(name, list(Role))
        ) from None
