"""The place where reviews keep their decisions, as a settings file names it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from capqa.config.values import unusable
from capqa.errors import ConfigurationError

if TYPE_CHECKING:
    from pathlib import Path

_EXPECTED = "a file, or a database as postgresql://user@server/name"


def session_address(path: Path, table: dict[str, Any]) -> str | None:
    """Return the path or URL under ``session``, None where there is none.

    Raises ConfigurationError for what is neither, and for a URL with a password: settings are
    shared, most of them in a repository. No message holds the value.
    """
    value = table.get("session")
    if value is None:
        return None
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise unusable(path, "session", _EXPECTED)
    if "://" not in value:
        return str(path.parent / value)
    from urllib.parse import parse_qsl, urlsplit

    try:
        parts = urlsplit(value)
    except ValueError:
        raise unusable(path, "session", _EXPECTED) from None
    if parts.password or "password" in dict(parse_qsl(parts.query)):
        raise ConfigurationError(
            "'session' holds a password, which whoever has this file can read",
            where=str(path),
            mend="leave it out and set PGPASSWORD, or set CAPQA_SESSION instead",
        )
    return value
