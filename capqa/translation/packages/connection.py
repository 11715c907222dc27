"""Asking a server for a file over HTTP, and giving up soon where there is no network."""

from __future__ import annotations

import http.client
import threading
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, cast
from urllib.parse import urlsplit

import capqa
from capqa.errors import CapqaError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

_CHUNK: Final = 1 << 16
_ANSWER_SECONDS: Final = 4.0
"""How long a server has for the first line of its answer, looking up its name included."""

_STALL_SECONDS: Final = 20.0
_FAILURES: Final = (OSError, http.client.HTTPException, ValueError)


class DownloadError(CapqaError):
    """A file that could not be had from the network."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest answer in bytes, and seconds until a server counts as absent or as stalled."""

    most_bytes: int
    answer_seconds: float = _ANSWER_SECONDS
    stall_seconds: float = _STALL_SECONDS


def fetch(
    url: str, limits: Limits, mend: str, progress: Callable[[int, int], None] | None = None
) -> Iterator[bytes]:
    """Yield the content of a URL in pieces, never more than the limit and never less than stated.

    ``progress`` is told the bytes so far and in all, 0 where the server does not say. Raises
    DownloadError, in one line that ends with ``mend``.
    """
    if scheme_of(url) not in ("http", "https"):
        raise DownloadError("is no address on the web", where=url, mend=mend)
    try:
        with _opened(url, limits) as answer:
            stated = _length(answer)
            if stated > limits.most_bytes:
                raise _too_large(url, limits, mend)
            received = 0
            while piece := answer.read(_CHUNK):
                received += len(piece)
                if received > limits.most_bytes:
                    raise _too_large(url, limits, mend)
                yield piece
                if progress is not None:
                    progress(received, stated)
            if received < stated:
                raise DownloadError(
                    f"the download ended after {received:,} of {stated:,} bytes",
                    where=url,
                    mend=mend,
                )
    except urllib.error.HTTPError as error:
        error.close()
        told = (str(error.reason).splitlines() or [""])[0]
        raise DownloadError(
            f"the server answers {error.code} {told}".strip(), where=url, mend=mend
        ) from error
    except _FAILURES as error:
        raise DownloadError(_reason(error), where=url, mend=mend) from error


def scheme_of(url: str) -> str:
    """Return the scheme of an address, "" for what is none."""
    try:
        return urlsplit(url).scheme
    except ValueError:
        return ""


def _opened(url: str, limits: Limits) -> AbstractContextManager[Any]:
    """Open a URL within the time a server has to answer.

    A name that no server resolves can take the system half a minute, and no timeout of a socket
    cuts that short; so it happens on another thread, which is left behind.
    """
    answer: list[Any] = []
    failure: list[Exception] = []

    def open_() -> None:
        request = urllib.request.Request(  # noqa: S310 - the scheme was looked at
            url, headers={"User-Agent": f"capqa/{capqa.__version__}"}
        )
        try:
            answer.append(_opener().open(request, timeout=limits.stall_seconds))
        except Exception as error:
            failure.append(error)

    thread = threading.Thread(target=open_, daemon=True)
    thread.start()
    thread.join(limits.answer_seconds)
    if failure:
        raise failure[0]
    if not answer:
        raise TimeoutError(f"no answer within {limits.answer_seconds:g} seconds")
    return cast("AbstractContextManager[Any]", answer[0])


def _opener() -> urllib.request.OpenerDirector:
    """Return an opener for the web alone; Python's own also opens files of this machine."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        _Redirects(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.UnknownHandler(),
    ):
        opener.add_handler(handler)
    return opener


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects, but never from an encrypted connection to one that is not."""

    def redirect_request(
        self, request: Any, answer: Any, code: int, message: str, headers: Any, url: str
    ) -> urllib.request.Request | None:
        if scheme_of(request.full_url) == "https" != scheme_of(url):
            raise ValueError("the server leads to an address without encryption")
        return super().redirect_request(request, answer, code, message, headers, url)


def _length(answer: Any) -> int:
    text = answer.headers.get("Content-Length", "")
    return int(text) if text.isdecimal() and len(text) < 20 else 0


def _too_large(url: str, limits: Limits, mend: str) -> DownloadError:
    return DownloadError(
        f"more than {limits.most_bytes:,} bytes, too many for what it should be",
        where=url,
        mend=mend,
    )


def _reason(error: Exception) -> str:
    inner = error.reason if isinstance(error, urllib.error.URLError) else error
    told = inner.strerror if isinstance(inner, OSError) and inner.strerror else str(inner)
    reason = (told.splitlines() or [type(inner).__name__])[0]
    return f"cannot be reached: {reason}" if isinstance(inner, OSError) else reason
