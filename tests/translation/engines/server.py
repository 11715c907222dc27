"""A LibreTranslate server on the loopback that behaves as a test tells it to."""

from __future__ import annotations

import json
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Any

from tests.loopback import QuietHandler, listening

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterator

ENGLISH = {"Kinder spielen": "Children play", "Ein Kaktus blüht": "A cactus in bloom"}


class Asked:
    """What a running server was asked, and where it listens."""

    def __init__(self) -> None:
        self.url = ""
        self.contents: list[Any] = []
        self.paths: list[str] = []


class Answer:
    """Status, body and headers; ``stated_length`` may be a lie, ``wait`` holds the answer back."""

    def __init__(
        self,
        status: int,
        body: bytes,
        *,
        stated_length: int | None = None,
        wait: threading.Event | None = None,
        headers: dict[str, str] | None = None,
    ) -> None:
        self.status = status
        self.body = body
        self.stated_length = len(body) if stated_length is None else stated_length
        self.wait = wait
        self.headers = headers or {}


def translated(content: Any) -> Answer:
    texts = [ENGLISH.get(text, f"<{text}>") for text in content["q"]]
    others = [[f"{text} again"] for text in texts]
    return Answer(200, json.dumps({"translatedText": texts, "alternatives": others}).encode())


@contextmanager
def serving(*answers: Callable[[Any], Answer]) -> Iterator[Asked]:
    """Run a server that gives these answers in turn and then the last one for ever."""
    asked = Asked()

    class Handler(QuietHandler, BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            content = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            asked.contents.append(content)
            asked.paths.append(self.path)
            answer = answers[min(len(asked.contents), len(answers)) - 1](content)
            if answer.wait is not None:
                answer.wait.wait(timeout=30)
            self.send_response(answer.status)
            self.send_header("Content-Length", str(answer.stated_length))
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.body)

    with listening(Handler) as asked.url:
        yield asked
