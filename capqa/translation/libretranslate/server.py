"""One server and its address: a request that comes back in time, as JSON, or as one error."""

from __future__ import annotations

import http.client
import json
import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from capqa.errors import ConfigurationError, EngineError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_LONGEST_ANSWER: Final = 4 << 20
_CHUNK: Final = 64 << 10
_FIRST_PAUSE: Final = 0.25
_PASSING: Final = frozenset({429, 500, 502, 503, 504})
_LONGEST_MESSAGE: Final = 200
_MEND: Final = "check the server and the engine's options"

ACTING: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]+"
)
"""What acts on a terminal or turns the reading direction; no server has any business sending it."""


class RefusedError(EngineError):
    """An answer that says the request itself is not admitted; ``status`` is the HTTP status."""

    def __init__(self, what: str, *, where: str, mend: str, status: int) -> None:
        """Describe the failure as EngineError does."""
        super().__init__(what, where=where, mend=mend)
        self.status = status


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server listens; ``path`` has no slash at its end."""

    scheme: str
    host: str
    port: int | None
    path: str

    @classmethod
    def read(cls, url: str) -> Address:
        """Return the parts of a URL. Raises ConfigurationError unless http or https and a host."""
        try:
            parts = urlsplit(url)
            address = cls(parts.scheme, parts.hostname or "", parts.port, parts.path.rstrip("/"))
            plain = not (parts.query or parts.fragment or parts.username or parts.password)
        except ValueError:
            address, plain = cls("", "", None, ""), False
        usable = address.scheme in ("http", "https") and address.host and plain and url.isascii()
        if not usable or any(character <= " " for character in url):
            raise ConfigurationError(
                "option 'url' is no server's address",
                where="engine libretranslate",
                mend='give one such as "http://127.0.0.1:5000"',
            )
        return address

    def __str__(self) -> str:
        """Return the URL."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port is None else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.path}"


class Server:
    """A server asked with POST requests.

    No proxy is asked and no redirection followed: page texts go to the configured host alone.
    """

    def __init__(
        self,
        address: Address,
        *,
        timeout: float,
        retries: int,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        """Take the address, how long to wait, in seconds, and how often to try again.

        The wait is for the connection, for the head of the answer and for all of its body, each.
        """
        self.address = address
        self._timeout = timeout
        self._retries = retries
        self._pause = pause

    def post(self, path: str, content: Mapping[str, object]) -> Any:
        """Return the JSON answered to JSON.

        What may pass (no connection, 429, 5xx) is tried again, after 0.25 s, 0.5 s, 1 s ...
        Raises EngineError when nothing helped, RefusedError when the server would not have it. No
        message repeats the ``api_key`` of the content.
        """
        body = json.dumps(content).encode()
        secret = str(content.get("api_key", ""))
        wait = _FIRST_PAUSE
        for left in reversed(range(self._retries + 1)):
            status, answer, passing = self._attempt(path, body)
            if status == http.client.OK:
                return self._json(answer)
            if not passing or not left:
                raise self._refused(status, answer, secret)
            self._pause(wait)
            wait *= 2
        raise AssertionError  # there is always a first attempt

    def _attempt(self, path: str, body: bytes) -> tuple[int, bytes, bool]:
        """Return status, answer and whether another attempt may help; status 0: no connection."""
        deadline = time.monotonic() + self._timeout
        kind = (
            http.client.HTTPSConnection
            if self.address.scheme == "https"
            else http.client.HTTPConnection
        )
        connection = kind(self.address.host, self.address.port, timeout=self._timeout)
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        try:
            connection.request("POST", self.address.path + path, body, headers)
            response = connection.getresponse()
            answer = self._read(response, connection, deadline)
            return response.status, answer, response.status in _PASSING
        except TimeoutError:
            # It was slow once: waiting as long again would hold the reviewer up.
            return 0, f"no answer within {self._timeout:g} s".encode(), False
        except (OSError, http.client.HTTPException, UnicodeError) as error:
            # UnicodeError: a host name that no encoding for host names admits.
            reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
            return 0, str(reason).encode("utf-8", "replace"), True
        finally:
            connection.close()

    def _read(
        self,
        response: http.client.HTTPResponse,
        connection: http.client.HTTPConnection,
        deadline: float,
    ) -> bytes:
        received = bytearray()
        while True:
            left = deadline - time.monotonic()
            if left <= 0:
                raise TimeoutError
            if connection.sock is not None:
                connection.sock.settimeout(left)
            chunk = response.read1(_CHUNK)
            if not chunk:
                # read1 takes the end of the connection for the end of the answer.
                if response.length:
                    raise http.client.IncompleteRead(bytes(received), response.length)
                return bytes(received)
            received += chunk
            if len(received) > _LONGEST_ANSWER:
                raise self._error(f"answers more than {_LONGEST_ANSWER >> 20} MB")

    def _json(self, answer: bytes) -> Any:
        try:
            return json.loads(answer)
        except (ValueError, RecursionError) as error:
            what = "a web page" if answer.lstrip()[:1] == b"<" else "no JSON"
            raise self._error(f"answers with {what}, so it is no LibreTranslate") from error

    def _refused(self, status: int, answer: bytes, secret: str) -> EngineError:
        if not status:
            return self._error(f"cannot be reached: {_told(answer.decode('utf-8', 'replace'))}")
        if 300 <= status < 400:
            return self._error(f"redirects (status {status}), which is not followed")
        try:
            message = str(json.loads(answer)["error"])
        except (ValueError, TypeError, KeyError, RecursionError):
            message = ""
        if secret:
            message = message.replace(secret, "[key]")
        told = _told(message)
        return RefusedError(
            f"refuses with status {status}{': ' if told else ''}{told}",
            where=str(self.address),
            mend=_MEND,
            status=status,
        )

    def _error(self, what: str) -> EngineError:
        return EngineError(what, where=str(self.address), mend=_MEND)


def _told(message: str) -> str:
    return " ".join(ACTING.sub(" ", message).split())[:_LONGEST_MESSAGE]
