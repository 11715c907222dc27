"""Serving a review until told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import signal
import socket
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from aiohttp import web

from capqa.serving.addresses import is_loopback, listening, url_of
from capqa.tui.web.application import Pages

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# Longer than a page takes to end.
_SECONDS_TO_FINISH: Final = 30.0


@dataclass(frozen=True)
class WebReview:
    """Where a review is served, and the command that each page of it runs.

    ``port`` 0 is any free one. ``command`` is run in ``environment``, without a shell, and must
    show one screen of Textual.
    """

    command: tuple[str, ...]
    environment: Mapping[str, str] = field(repr=False)
    token: str = field(repr=False)
    host: str = "127.0.0.1"
    port: int = 0


def serve(review: WebReview, said: Callable[[str], None], failed: Callable[[str], None]) -> None:
    """Serve until a signal to end comes; every page's process has ended then.

    ``said`` is told the address first, ``failed`` what a page could not show. Raises CapqaError
    when the address cannot be listened at.
    """
    with listening(review.host, review.port) as listener:
        asyncio.run(_serve(review, listener, said, failed))


async def _serve(
    review: WebReview,
    listener: socket.socket,
    said: Callable[[str], None],
    failed: Callable[[str], None],
) -> None:
    pages = Pages(review.command, review.environment, review.token, failed)
    runner = web.AppRunner(
        pages.application(is_local=is_loopback(review.host)),
        access_log=None,
        shutdown_timeout=_SECONDS_TO_FINISH,
    )
    ended = asyncio.Event()
    with contextlib.suppress(NotImplementedError):  # Windows: there the interrupt is raised
        for each in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(each, ended.set)
    await runner.setup()
    try:
        await web.SockSite(runner, listener).start()
        said(f"{_reachable(listener)}/?token={quote(review.token, safe='')}")
        await ended.wait()
    finally:
        await runner.cleanup()


def _reachable(listener: socket.socket) -> str:
    """Return the address, with this machine's name where it listens at all of its addresses."""
    host, port = listener.getsockname()[:2]
    if ipaddress.ip_address(host.partition("%")[0]).is_unspecified:
        return f"http://{socket.gethostname()}:{port}"
    return url_of(listener)
