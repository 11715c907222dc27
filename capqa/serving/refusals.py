"""Why a request is refused, as clients read it: problem details, RFC 9457."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from starlette.responses import Response

if TYPE_CHECKING:
    from collections.abc import Mapping
    from http import HTTPStatus

    from starlette.types import Receive, Scope, Send

_DRAINED_BYTES: Final = 4_000_000
_DRAINED_SECONDS: Final = 2.0


class Refusal(Exception):  # noqa: N818 - it is the answer, no error of ours
    """What is wrong with a request, on one line, and the status that says so.

    ``closing`` says that the rest of the body is not read.
    """

    def __init__(
        self,
        status: HTTPStatus,
        message: str,
        *,
        headers: Mapping[str, str] | None = None,
        closing: bool = False,
    ) -> None:
        """Say what."""
        super().__init__(message)
        self.status = status
        self.message = message
        self.headers = dict(headers or {})
        self.closing = closing

    def response(self, scope: Scope) -> Response:
        """Return the answer to the request of a scope."""
        problem = {
            "type": "about:blank",
            "title": self.status.phrase,
            "status": self.status.value,
            "detail": self.message,
            "request_id": scope.get("capqa.request_id", ""),
        }
        kind = _ClosingResponse if self.closing else Response
        return kind(
            json.dumps(problem) + "\n",
            status_code=self.status,
            headers=self.headers,
            media_type="application/problem+json",
        )


class _ClosingResponse(Response):
    """An answer before the body was read, after which the connection is closed.

    A connection that is closed while the client still writes is reset, and the answer may be lost
    with it: a little of what comes is thrown away first.
    """

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.headers["connection"] = "close"
        await send(
            {
                "type": "http.response.start",
                "status": self.status_code,
                "headers": self.raw_headers,
            }
        )
        await send({"type": "http.response.body", "body": self.body, "more_body": True})
        with suppress(TimeoutError):
            async with asyncio.timeout(_DRAINED_SECONDS):
                drained = 0
                while drained < _DRAINED_BYTES:
                    message = await receive()
                    drained += len(message.get("body", b""))
                    if message["type"] != "http.request" or not message.get("more_body"):
                        break
        await send({"type": "http.response.body", "body": b""})
