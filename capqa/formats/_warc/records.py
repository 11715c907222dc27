"""The records of an archive that hold what readers saw, one after the other.

Source: ISO 28500 (WARC 1.1), chapters 4 to 6.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final, NamedTuple

from warcio.statusandheaders import StatusAndHeadersParser, StatusAndHeadersParserException

from capqa.formats._warc.http import UndecodableError, response_of
from capqa.formats._warc.stream import ArchiveStream, BrokenError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from warcio.statusandheaders import StatusAndHeaders

LARGEST_RECORD: Final = 100_000_000
"""The most bytes read of one record: no page is larger."""

_VERSIONS = ["WARC/1.1", "WARC/1.0", "WARC/0.18", "WARC/0.17"]
_KINDS = frozenset({"response", "resource", "conversion"})
_HTTP = "application/http"
_REDIRECTIONS = range(300, 400)


class Record(NamedTuple):
    """What an archive holds of an address: its Content-Type and its content as it was sent.

    ``date`` is when it was captured, as the archive writes it, "" where it does not say.
    """

    address: str
    content_type: str
    content: bytes
    date: str = ""


class BrokenRecord(NamedTuple):
    """A record that cannot be read: its address, "" where unknown, its place and what is wrong.

    ``offset`` is in bytes, None for the archive as a whole.
    """

    address: str
    offset: int | None
    what: str


def records(stream: BinaryIO, limit: int = LARGEST_RECORD) -> Iterator[Record | BrokenRecord]:
    """Return the records of an archive that hold pages and the like, in order.

    Requests, metadata, revisits and redirections are left out. ``limit`` is the most bytes that a
    record may hold, as it stands there and unwrapped. What cannot be read is a broken record in its
    place; reading goes on at the next one.
    """
    archive = ArchiveStream(stream)
    first = found = True
    while found:
        address = ""
        offset = None
        try:
            if not archive.at_record():
                if first:
                    yield BrokenRecord("", None, "is empty")
                return
            offset = archive.offset
            head = _head(archive.head())
            address = _address(head)
            record = _record(archive, head, address, limit)
            if not archive.ends_here():
                raise BrokenError("does not have the length it says")
        except UndecodableError as error:
            yield BrokenRecord(address, offset, str(error))
        except BrokenError as error:
            offset = archive.offset if offset is None else offset
            is_archive = not first or archive.begins_like_one
            found = archive.resume()
            if is_archive or found:
                yield BrokenRecord(address, offset, str(error))
            else:
                yield BrokenRecord("", None, "is no WARC archive")
        else:
            if record:
                yield record._replace(date=(head.get_header("WARC-Date") or "").strip())
        first = False


def _head(lines: bytes) -> StatusAndHeaders:
    try:
        return StatusAndHeadersParser(_VERSIONS).parse(BytesIO(lines))
    except StatusAndHeadersParserException as error:
        raise BrokenError("is of an unknown version of WARC") from error


def _address(head: StatusAndHeaders) -> str:
    # wget puts the address in angle brackets.
    return (head.get_header("WARC-Target-URI") or "").strip().removeprefix("<").removesuffix(">")


def _record(
    archive: ArchiveStream, head: StatusAndHeaders, address: str, limit: int
) -> Record | None:
    length = (head.get_header("Content-Length") or "").strip()
    if not (length.isascii() and length.isdigit() and len(length) < 20):
        raise BrokenError("does not say its length")
    size = int(length)
    kind = (head.get_header("WARC-Type") or "").strip().lower()
    is_wanted = kind in _KINDS
    if not is_wanted or size > limit:
        read = archive.skip(size)
        data = b""
    else:
        data = archive.read(size)
        read = len(data)
    if read < size:
        raise BrokenError(f"is cut off ({read:,} of {size:,} bytes)")
    if not is_wanted:
        return None
    if size > limit:
        raise UndecodableError(
            f"is too large ({size / 1e6:,.0f} MB; at most {limit / 1e6:,.0f} MB)"
        )
    if head.get_header("WARC-Segment-Number"):
        raise UndecodableError("is split over several records")
    return _content(kind, head.get_header("Content-Type") or "", data, address, limit)


def _content(kind: str, content_type: str, data: bytes, address: str, limit: int) -> Record | None:
    is_http = content_type.strip().lower().startswith(_HTTP) or (
        not content_type and address.startswith("http")
    )
    if kind != "response" or not is_http:
        return Record(address, content_type, data)
    response = response_of(data, limit)
    if response.status in _REDIRECTIONS:
        return None
    return Record(address, response.content_type, response.content)
