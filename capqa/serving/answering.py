"""What holds for every answer: an id, headers that keep browsers from harm, a line in the log."""

from __future__ import annotations

import re
import sys
import time
import uuid
from datetime import UTC, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect

from capqa.serving.checking import defect
from capqa.serving.refusals import Refusal
from capqa.visible import visible

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

ID_HEADER: Final = "X-Request-Id"
"""The header of a request's id; a client may give its own."""

SECURITY_HEADERS: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

_ID: Final = re.compile(r"[A-Za-z0-9._-]{1,64}")
_CLOSED_BY_CLIENT: Final = 499
_LONGEST_PATH: Final = 300


class Answering:
    """The outermost layer: no answer leaves without passing it, and no error gets past it."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = Headers(scope=scope).get(ID_HEADER, "")
        request_id = given if _ID.fullmatch(given) else uuid.uuid4().hex
        scope["capqa.request_id"] = request_id
        begun = time.perf_counter()
        status = size = 0

        async def answer(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(raw=message.setdefault("headers", []))
                headers[ID_HEADER] = request_id
                for name, value in SECURITY_HEADERS.items():
                    headers[name] = value
            else:
                size += len(message.get("body", b""))
            await send(message)

        try:
            await self._app(scope, receive, answer)
        except ClientDisconnect:
            status = status or _CLOSED_BY_CLIENT
        except Exception as error:
            log(f"request {request_id}: {defect(error)}")
            if not status:
                what = "a defect in capqa; see the server's log"
                refusal = Refusal(HTTPStatus.INTERNAL_SERVER_ERROR, what, closing=True)
                await refusal.response(scope)(scope, receive, answer)
        finally:
            milliseconds = 1000 * (time.perf_counter() - begun)
            log(_line(scope, request_id, status, size, milliseconds))


def log(line: str) -> None:
    """Write one line to standard error, nothing in it acting on a terminal."""
    print(visible(line), file=sys.stderr, flush=True)  # noqa: T201 - the log itself


def _line(scope: Scope, request_id: str, status: int, size: int, milliseconds: float) -> str:
    moment = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    client = scope["client"][0] if scope.get("client") else "-"
    path = scope.get("raw_path", b"").decode("latin-1")
    if query := scope["query_string"].decode("latin-1"):
        path = f"{path}?{query}"
    if len(path) > _LONGEST_PATH:
        path = path[:_LONGEST_PATH] + "…"
    return (
        f"{moment} {client} {request_id} {scope['method']} {path} {status} {size} bytes "
        f"{milliseconds:.0f} ms"
    )
