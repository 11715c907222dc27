"""The marker segments of a JPEG file, up to where its picture begins.

Source: ITU-T T.81, annex B.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.errors import UnreadableError
from capqa.files.binary import binary_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

APP1: Final = 0xE1
APP13: Final = 0xED

_START_OF_SCAN, _END_OF_IMAGE = 0xDA, 0xD9
# Those without a length after them.
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})


class Marker(NamedTuple):
    """A marker segment; its payload stands at ``start``, after the length.

    That of the start of scan reaches to the end of the file: picture, and what follows it.
    """

    code: int
    start: int
    payload: bytes

    @property
    def is_picture(self) -> bool:
        """Whether the segment is the picture itself."""
        return self.code == _START_OF_SCAN


def markers(data: bytes, name: str) -> Iterator[Marker]:
    """Return the marker segments of a file, the last one being the picture.

    Raises UnreadableError when the bytes are no JPEG file or a truncated one.
    """
    if data[:3] != b"\xff\xd8\xff":
        kind = binary_kind(data)
        raise UnreadableError(
            f"is no JPEG file ({kind})" if kind else "is no JPEG file",
            where=name,
            mend="name the file after its format",
        )
    at = 2
    while True:
        if data[at : at + 1] not in (b"\xff", b""):
            raise UnreadableError(
                f"is a broken JPEG file (no marker at byte {at + 1})",
                where=name,
                mend="export the photo anew",
            )
        while data[at : at + 1] == b"\xff":  # may be repeated to fill up space
            at += 1
        if at >= len(data):
            raise _truncated(name)
        code = data[at]
        at += 1
        if code in _ALONE:
            continue
        if code == _END_OF_IMAGE:
            raise _truncated(name)
        size = int.from_bytes(data[at : at + 2], "big")
        if size < 2 or at + size > len(data):
            raise _truncated(name)
        if code == _START_OF_SCAN:
            if data.find(b"\xff\xd9", at + size) < 0:
                raise _truncated(name)
            yield Marker(code, at + 2, data[at + 2 :])
            return
        yield Marker(code, at + 2, data[at + 2 : at + size])
        at += size


def _truncated(name: str) -> UnreadableError:
    return UnreadableError(
        "is a truncated JPEG file", where=name, mend="fetch or export the photo anew"
    )
