"""Who may reach the review: whoever has the address that was printed, from its own page only.

The token in the address keeps other users of this machine out. Pages of elsewhere that the browser
shows do not know it; they are refused by their origin as well, and by the host they name when they
reach this machine under a name of their own (DNS rebinding).
"""

from __future__ import annotations

import hmac
from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from aiohttp import web

from capqa.serving.addresses import name_loopback

if TYPE_CHECKING:
    from aiohttp.typedefs import Handler, Middleware

# The page names no other host, and may reach none whatever a text in it manages to do.
HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; connect-src 'self'; "
    "style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Server": "capqa",
}


def admits(token: str, shown: str) -> bool:
    """Return whether what is shown is the token, in a time that does not tell how much of it is."""
    return hmac.compare_digest(shown.encode("utf-8", "surrogatepass"), token.encode())


def guarding(*, is_local: bool) -> Middleware:
    """Return what refuses requests that come from other pages or, where local, name other hosts."""

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        if is_local and not name_loopback(request.headers.getall("Host", [])):
            return refusal(
                HTTPStatus.MISDIRECTED_REQUEST, "capqa answers here as localhost and 127.0.0.1 only"
            )
        origin = request.headers.get("Origin")
        # A browser always says which page opens a websocket.
        needed = request.headers.get("Upgrade") is not None
        if (needed or origin is not None) and not _is_own(origin or "", request.host):
            return refusal(HTTPStatus.FORBIDDEN, "other pages may not use the review")
        return await handler(request)

    return guard


async def add_headers(_: web.Request, response: web.StreamResponse) -> None:
    """Add what tells the browser to keep to this server."""
    response.headers.update(HEADERS)


def refusal(status: HTTPStatus, why: str) -> web.Response:
    """Return an answer that says why there is none, in a line."""
    return web.Response(status=status, text=f"{why}\n")


def _is_own(origin: str, host: str) -> bool:
    try:
        return urlsplit(origin).netloc.lower() == host.lower() != ""
    except ValueError:
        return False
