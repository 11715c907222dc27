"""Who may ask: neither pages that a browser shows, nor anybody without the token."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import httpx
import pytest

from capqa.errors import ConfigurationError
from capqa.serving.addresses import is_loopback
from capqa.serving.options import ServerOptions, token_from
from tests.serving.conftest import ORIGIN, TOKEN
from tests.serving.test_refusing import TEXT, post, problem

if TYPE_CHECKING:
    from pathlib import Path

    from tests.serving.running import Served

GOOD = {"Authorization": f"Bearer {TOKEN}"}


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Authorization": ""},
        {"Authorization": "Bearer"},
        {"Authorization": f"Bearer {TOKEN}x"},
        {"Authorization": f"Bearer {TOKEN[:-1]}"},
        {"Authorization": f"Basic {TOKEN}"},
        {"Authorization": TOKEN},
        {"Authorization": "Bearer \xff\xfe"},
    ],
)
def test_without_the_token_it_is_401(guarded: Served, headers: dict[str, str]) -> None:
    raw = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    answer = httpx.post(f"{guarded.address}/v1/check", content=TEXT, headers=raw)
    problem(answer, 401)
    assert answer.headers["www-authenticate"] == 'Bearer realm="capqa"'


def test_with_the_token_it_is_answered(guarded: Served) -> None:
    assert post(guarded, "?filename=a.txt", headers=GOOD).status_code == 200
    # Nothing of these comes from a document.
    assert httpx.get(f"{guarded.address}/health").json()["status"] == "ok"
    assert httpx.get(f"{guarded.address}/openapi.json").status_code == 200
    assert not any(TOKEN in line for line in guarded.log)


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "", "127.0.0.1@x", "::1"]
)
def test_another_host_is_421(server: Served, host: str) -> None:
    problem(httpx.get(f"{server.address}/health", headers={"Host": host}), 421)


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:80", "127.0.0.1", "127.8.0.1:1", "[::1]:9"]
)
def test_names_of_this_machine_are_answered(server: Served, host: str) -> None:
    assert httpx.get(f"{server.address}/health", headers={"Host": host}).status_code == 200


def test_scripts_of_other_origins_are_403(server: Served, guarded: Served) -> None:
    evil = {"Origin": "https://evil.example"}
    problem(post(server, "?filename=a.txt", headers=evil), 403)
    answer = post(guarded, "?filename=a.txt", headers={**GOOD, **evil})
    problem(answer, 403)
    assert "access-control-allow-origin" not in answer.headers


def test_scripts_of_an_allowed_origin_may_ask(guarded: Served) -> None:
    asked = {
        "Origin": ORIGIN,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization, content-type",
    }
    first = httpx.options(f"{guarded.address}/v1/check", headers=asked)
    assert (first.status_code, first.headers["access-control-allow-origin"]) == (200, ORIGIN)
    answer = post(guarded, "?filename=a.txt", headers={**GOOD, "Origin": ORIGIN})
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (200, ORIGIN)
    problem(post(guarded, "?filename=a.txt", headers={"Origin": ORIGIN}), 401)


def test_more_than_may_wait_is_503(guarded: Served) -> None:
    with socket.create_connection(("127.0.0.1", guarded.port)) as held:
        lines = ["POST /v1/check?filename=a.txt HTTP/1.1", "Host: localhost", "Content-Length: 9"]
        lines += [f"Authorization: Bearer {TOKEN}", "Expect: 100-continue", "", ""]
        held.sendall("\r\n".join(lines).encode())
        # It is asked for its body, so it has its place.
        assert held.recv(100).startswith(b"HTTP/1.1 100")
        answer = post(guarded, "?filename=a.txt", headers=GOOD)
        problem(answer, 503)
        assert answer.headers["retry-after"] == "1"
        held.sendall(b"Sentences")
        assert held.recv(100).startswith(b"HTTP/1.1 200")
    assert post(guarded, "?filename=a.txt", headers=GOOD).status_code == 200


def test_loopback() -> None:
    assert all(map(is_loopback, ("127.0.0.1", "127.1.2.3", "::1", "localhost")))
    assert not any(map(is_loopback, ("0.0.0.0", "::", "192.168.1.1", "", "no-such-host.invalid")))


def test_a_token_is_from_its_file_or_the_environment(tmp_path: Path) -> None:
    (tmp_path / "token").write_text(f"  {TOKEN}\n", encoding="utf-8")
    assert token_from(tmp_path / "token", {"CAPQA_TOKEN": "x"}) == TOKEN
    assert token_from(None, {"CAPQA_TOKEN": TOKEN}) == TOKEN
    assert token_from(None, {}) is None
    assert TOKEN not in repr(ServerOptions(token=TOKEN))


@pytest.mark.parametrize("content", [b"", b"\n", b"short", b"two words of a token", b"\xff" * 20])
def test_what_is_no_token_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "token").write_bytes(content)
    with pytest.raises(ConfigurationError, match="holds no token"):
        token_from(tmp_path / "token", {})
    with pytest.raises(ConfigurationError, match="holds no token"):
        token_from(None, {"CAPQA_TOKEN": content.decode("latin-1")})


def test_a_token_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="cannot be read"):
        token_from(tmp_path / "token", {})
