"""Streams of compressed files."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, cast

from capqa.audit.extras import required

if TYPE_CHECKING:
    from collections.abc import Iterator

COMPRESSIONS = (".gz", ".bz2", ".xz", ".zst")
"""The endings of the names of files that are read decompressed."""


def is_compressed(path: str) -> bool:
    """Return whether a file is one of these, by its name."""
    return path.lower().endswith(COMPRESSIONS)


def opened(path: str) -> BinaryIO:
    """Return a stream of a file's bytes, decompressed where its name says so. Raises OSError."""
    ending = path.lower().rpartition(".")[2]
    if ending == "gz":
        import gzip

        return cast("BinaryIO", gzip.open(path, "rb"))
    if ending == "bz2":
        import bz2

        return cast("BinaryIO", bz2.open(path, "rb"))
    if ending == "xz":
        import lzma

        return cast("BinaryIO", lzma.open(path, "rb"))
    if ending == "zst":
        import io

        stream = required("pyarrow", "audit").input_stream(
            path, compression="zstd", buffer_size=1 << 20
        )
        return io.BufferedReader(cast("io.RawIOBase", stream))
    return open(path, "rb")


def broken() -> tuple[type[Exception], ...]:
    """Return what reading a damaged stream raises."""
    import lzma
    import zlib

    return (EOFError, OSError, zlib.error, lzma.LZMAError)


def lines(stream: BinaryIO, longest: int) -> Iterator[bytes | int]:
    """Yield the lines of a stream; of one with more bytes than ``longest``, how many it has."""
    while line := stream.readline(longest + 1):
        if len(line) <= longest or line.endswith(b"\n"):
            yield line
            continue
        size = len(line)
        while more := stream.readline(1 << 20):
            size += len(more)
            if more.endswith(b"\n"):
                break
        yield size
