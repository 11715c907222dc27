"""A web server on the loopback that serves an index and packages, or misbehaves when told to."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING

from tests.loopback import QuietHandler, listening

if TYPE_CHECKING:
    import threading
    from collections.abc import Iterator


@dataclass
class Page:
    """What a path answers; ``stated_length`` may be a lie or None, ``wait`` holds all back."""

    body: bytes = b""
    status: int = 200
    stated_length: int | None = -1
    location: str = ""
    wait: threading.Event | None = None


@dataclass
class Site:
    """A running server: its address, its pages by path, and what it was asked for."""

    url: str = ""
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def offer(self, *packages: dict[str, object]) -> None:
        """Put packages into the index; a link without a host is one of this server."""
        for package in packages:
            links = package.get("links")
            if isinstance(links, list):
                package["links"] = [
                    self.url + link if isinstance(link, str) and link.startswith("/") else link
                    for link in links
                ]
        self.pages["/index.json"] = Page(json.dumps(packages).encode())


@contextmanager
def serving() -> Iterator[Site]:
    """Run a server that has no pages yet."""
    site = Site()

    class Handler(QuietHandler, BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            page = site.pages.get(self.path, Page(status=404))
            if page.wait is not None:
                page.wait.wait(timeout=30)
            self.send_response(page.status)
            if page.location:
                self.send_header("Location", page.location)
            if page.stated_length is not None:
                stated = len(page.body) if page.stated_length < 0 else page.stated_length
                self.send_header("Content-Length", str(stated))
            self.end_headers()
            self.wfile.write(page.body)

    with listening(Handler) as site.url:
        yield site
