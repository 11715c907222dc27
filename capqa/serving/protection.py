"""Who may ask: not the pages a browser on this machine happens to show, nor who has no token."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from starlette.datastructures import Headers

from capqa.serving.addresses import is_loopback, name_loopback
from capqa.serving.refusals import Refusal

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from capqa.serving.options import ServerOptions

OPEN_PATHS: Final = ("/health", "/openapi.json")
"""What is told to anybody: nothing of it comes from a document."""


class Protection:
    """Lets requests pass that may be answered."""

    def __init__(self, app: ASGIApp, options: ServerOptions) -> None:
        """Wrap an application."""
        self._app = app
        self._options = options
        self._is_local = is_loopback(options.host)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http" and (refusal := self._refusal(scope)) is not None:
            await refusal.response(scope)(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _refusal(self, scope: Scope) -> Refusal | None:
        headers = Headers(scope=scope)
        if self._is_local and not name_loopback(headers.getlist("host")):
            return Refusal(
                HTTPStatus.MISDIRECTED_REQUEST,
                "this server answers as localhost only; send it Host: localhost",
                closing=True,
            )
        origin = headers.get("origin")
        if origin is not None and origin not in self._options.origins:
            return Refusal(
                HTTPStatus.FORBIDDEN,
                "scripts of this page's origin may not ask; allow it with --allow-origin",
                closing=True,
            )
        # A browser asks without the token whether it may ask with it.
        asks_first = scope["method"] == "OPTIONS" and origin is not None
        if scope["path"] in OPEN_PATHS or asks_first:
            return None
        if not self._options.admits(headers.get("authorization")):
            return Refusal(
                HTTPStatus.UNAUTHORIZED,
                "no valid token; send Authorization: Bearer TOKEN",
                headers={"WWW-Authenticate": 'Bearer realm="capqa"'},
                closing=True,
            )
        return None
