"""What a server is told."""

from __future__ import annotations

import hmac
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from capqa.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

TOKEN_VARIABLE: Final = "CAPQA_TOKEN"  # noqa: S105 - the name of one
"""The environment variable that may hold the token."""

_TOKEN: Final = re.compile(r"[A-Za-z0-9._~+/-]{16,1000}=*")
_MEND: Final = 'use 16 or more letters, digits and "-._~+/", such as `openssl rand -hex 32` makes'


@dataclass(frozen=True)
class ServerOptions:
    """Where a server listens, and what it takes.

    ``port`` 0 is any free one. ``token`` is what clients must show, None where anybody may ask.
    ``most_bytes`` is how large a body may be, ``most_waiting`` how many documents may be on their
    way or be checked at once, ``body_seconds`` how long one may take to arrive. ``origins`` are
    those of the pages whose scripts may ask.
    """

    host: str = "127.0.0.1"
    port: int = 8377
    token: str | None = field(default=None, repr=False)
    most_bytes: int = 10_000_000
    most_waiting: int = 64
    body_seconds: float = 30.0
    origins: tuple[str, ...] = ()

    def admits(self, authorization: str | None) -> bool:
        """Return whether a request with this ``Authorization`` header may ask."""
        if self.token is None:
            return True
        scheme, _, shown = (authorization or "").partition(" ")
        # In constant time: how long a wrong token takes must not tell how much of it is right.
        same = hmac.compare_digest(shown.strip().encode(), self.token.encode())
        return scheme.lower() == "bearer" and same


def token_from(path: Path | None, environment: Mapping[str, str]) -> str | None:
    """Return the token of a file, else of the environment, else None.

    Raises ConfigurationError when there is one that is no token: a server that was to have one must
    not run without.
    """
    if path is None:
        value = environment.get(TOKEN_VARIABLE)
        return None if value is None else _token(value, f"${TOKEN_VARIABLE}")
    try:
        return _token(path.read_text(encoding="utf-8"), str(path))
    except OSError as error:
        raise ConfigurationError(
            f"cannot be read: {error.strerror}", where=str(path), mend="check path and permissions"
        ) from error
    except UnicodeDecodeError as error:
        raise ConfigurationError("holds no token", where=str(path), mend=_MEND) from error


def _token(value: str, where: str) -> str:
    value = value.strip()
    if not _TOKEN.fullmatch(value):
        raise ConfigurationError("holds no token", where=where, mend=_MEND)
    return value
