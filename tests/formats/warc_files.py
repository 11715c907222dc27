"""Archives for tests, built byte by byte so that each is what its test says and nothing more."""

from __future__ import annotations

import gzip

PAGE = "<html lang='en'><title>News</title><p>Die Stadt ist zerstört</p></html>"


def record(
    content: bytes,
    kind: str = "response",
    address: str = "https://example.org/page",
    content_type: str = "application/http; msgtype=response",
    length: int | str | None = None,
) -> bytes:
    """Return a record; ``length`` replaces the true one."""
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\n"
        f"Content-Type: {content_type}\r\n"
        f"Content-Length: {len(content) if length is None else length}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def http(
    content: bytes, content_type: str = "text/html", *headers: str, status: int = 200
) -> bytes:
    """Return an HTTP response."""
    lines = [f"HTTP/1.1 {status} Status", f"Content-Type: {content_type}", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + content


def page(text: str = PAGE, address: str = "https://example.org/page") -> bytes:
    return record(http(text.encode()), address=address)


def chunked(content: bytes, size: int) -> bytes:
    pieces = [content[at : at + size] for at in range(0, len(content), size)]
    return b"".join(b"%x;x=y\r\n%s\r\n" % (len(each), each) for each in [*pieces, b""])


def members(*records: bytes) -> bytes:
    """Return an archive with each record in a gzip member."""
    return b"".join(gzip.compress(each, mtime=0) for each in records)
