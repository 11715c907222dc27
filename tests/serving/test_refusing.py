"""What is wrong with a request is said on one line, with the status that means it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from capqa.serving.answering import SECURITY_HEADERS
from tests.serving.conftest import MOST_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.serving.running import Served

TEXT = b"Irak | Befreiungsaktion Mossul\nImage: AFP\n"
JSON = {"Content-Type": "application/json"}


def problem(answer: httpx.Response, status: int) -> str:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    said = answer.json()
    assert said["status"] == status
    assert said["request_id"] == answer.headers["x-request-id"]
    for name, value in SECURITY_HEADERS.items():
        assert answer.headers[name] == value
    assert "\n" not in said["detail"]
    assert "Traceback" not in answer.text
    return str(said["detail"])


def post(server: Served, query: str = "", **sent: Any) -> httpx.Response:
    return httpx.post(f"{server.address}/v1/check{query}", **{"content": TEXT, **sent})


@pytest.mark.parametrize(
    ("query", "sent", "said"),
    [
        ("", {}, "no name"),
        ("?filename=", {}, "no name"),
        ("?filenam=a.txt", {}, "unknown parameter 'filenam'"),
        ("?filename=a.txt&filename=b.txt", {}, "given twice"),
        ("?filename=a.txt&target=xx", {}, "xx"),
        ("?filename=a.txt&min_confidence=much", {}, "'much'"),
        ("?filename=a.txt&min_confidence=nan", {}, "nan"),
        ("?filename=a.txt&min_confidence=2", {}, "2"),
        (f"?filename={'a' * 2000}.txt", {}, "longer than 1,000"),
        ("?filename=a%00.txt", {}, "control characters"),
        ("?filename=a%0D%0AX-Evil:1.txt", {}, "control characters"),
        ("?filename=%1b[31m.txt", {}, "control characters"),
        ("?filename=%E2%80%AEtxt.exe", {}, "control characters"),
        ("", {"headers": {"Content-Disposition": "attachment"}}, "names no file"),
        ("", {"headers": {"Content-Disposition": b"\xff\xfe;;;=*'"}}, "names no file"),
        ("", {"headers": {"Content-Disposition": "a; filename*=x''%00"}}, "control characters"),
        ("", {"headers": JSON, "content": b"{"}, "no JSON"),
        ("", {"headers": JSON, "content": b"[" * 100_000}, "no JSON"),
        ("", {"headers": JSON, "content": b"[]"}, 'no "text"'),
        ("", {"headers": JSON, "content": b'{"text": 1}'}, 'no "text"'),
        ("", {"headers": JSON, "content": b'{"text": "a"}'}, 'no "filename"'),
        ("", {"headers": JSON, "content": b'{"text": "a", "filename": []}'}, 'no "filename"'),
        ("", {"headers": JSON, "content": b'{"text": "a", "name": "b"}'}, "'name'"),
        ("?filename=b", {"headers": JSON, "content": b'{"text":"","filename":"a"}'}, "two names"),
        ("?filename=b", {"headers": JSON, "content": b'{"text":"\\ud800"}'}, "half a character"),
    ],
)
def test_what_cannot_be_meant_is_400(
    server: Served, query: str, sent: dict[str, Any], said: str
) -> None:
    assert said in problem(post(server, query, **sent), 400)


@pytest.mark.parametrize(
    "sent",
    [
        {"data": {"text": "a"}, "content": None},
        {"files": {"file": ("a.txt", TEXT)}, "content": None},
        {"headers": {"Content-Encoding": "gzip"}},
    ],
)
def test_forms_and_packed_bodies_are_415(server: Served, sent: dict[str, Any]) -> None:
    problem(post(server, "?filename=a.txt", **sent), 415)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b"a\0b", "binary file"),
        ("a.html", b"%PDF-1.7", "PDF document"),
        ("a.xlf", b"<xliff", "a.xlf"),
        ("a.warc", b"WARC/1.1\r\n", "archive"),
    ],
)
def test_an_unreadable_document_is_422(
    server: Served, name: str, content: bytes, said: str
) -> None:
    assert said in problem(post(server, f"?filename={name}", content=content), 422)


def test_a_body_that_says_it_is_too_large_is_413_before_it_is_sent(server: Served) -> None:
    answer = post(server, "?filename=a.txt", content=b"a" * (MOST_BYTES + 1))
    assert "200,000" in problem(answer, 413)
    assert answer.headers["connection"] == "close"
    assert post(server, "?filename=a.txt", content=b"a" * MOST_BYTES).status_code == 200


def test_an_endless_upload_is_cut_off(server: Served) -> None:
    sent = 0

    def endless() -> Iterator[bytes]:
        nonlocal sent
        while sent < 1_000_000_000:
            sent += 65_536
            yield b"a" * 65_536

    problem(post(server, "?filename=a.txt", content=endless()), 413)
    assert sent < 100_000_000


def test_a_slow_client_is_408_and_keeps_nobody_waiting(server: Served) -> None:
    answered = []

    def slow() -> Iterator[bytes]:
        yield TEXT
        answered.append(post(server, "?filename=a.txt").status_code)
        for _ in range(40):
            time.sleep(0.05)
            yield b" "

    problem(post(server, "?filename=a.txt", content=slow()), 408)
    assert answered == [200]


def test_paths_and_methods_that_are_none(server: Served) -> None:
    assert "/v1/check" in problem(httpx.get(f"{server.address}/nowhere"), 404)
    answer = httpx.get(f"{server.address}/v1/check")
    problem(answer, 405)
    assert answer.headers["allow"] == "POST, OPTIONS"
    problem(httpx.post(f"{server.address}/health"), 405)


def test_head_and_options(server: Served) -> None:
    for path in ("/health", "/openapi.json"):
        answer = httpx.head(server.address + path)
        assert (answer.status_code, answer.content) == (200, b"")
    answer = httpx.options(f"{server.address}/v1/check")
    assert (answer.status_code, answer.headers["allow"]) == (204, "POST, OPTIONS")
    assert "access-control-allow-origin" not in answer.headers


def test_a_request_keeps_the_id_it_brings_if_it_is_harmless(server: Served) -> None:
    headers = {"X-Request-Id": "cms-1.a_b"}
    assert httpx.get(f"{server.address}/health", headers=headers).headers["x-request-id"] == (
        "cms-1.a_b"
    )
    for hostile in ("a b", "a" * 65, "\x1b[31m", "<script>"):
        answer = httpx.get(
            f"{server.address}/health", headers=[(b"X-Request-Id", hostile.encode())]
        )
        assert answer.headers.get("x-request-id", "") != hostile
