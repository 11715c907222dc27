"""Reading what was opened the way its format does: whole, in sections, or document by document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, cast

from capqa.errors import UnreadableError
from capqa.files.opening import size_of, unreadable
from capqa.formats import _choosing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from capqa.formats import FormatModule
    from capqa.model import Document

LARGEST_FILE = 50_000_000
"""The most bytes of a file that is read as a whole, unless its format says otherwise."""

LARGE = 16_000_000
"""From how many bytes on a file is read in sections, where its format can."""


class Reading(NamedTuple):
    """A file about to be read: its stream, its size in bytes, and how it is read."""

    stream: BinaryIO
    name: str
    size: int
    format: FormatModule
    configuration: object

    @property
    def has_many_documents(self) -> bool:
        """Whether the file holds many documents."""
        return hasattr(self.format, "documents")

    @property
    def is_large(self) -> bool:
        """Whether the file is to be read in sections."""
        return self.size > LARGE and hasattr(self.format, "sections")

    def whole(self) -> Document:
        """Return the one document the file is. Raises UnreadableError."""
        if self.has_many_documents:
            raise UnreadableError(
                "holds many documents, which capqa checks but does not write",
                where=self.name,
                mend="mend them where they came from",
            )
        largest: int = getattr(self.format, "LARGEST_FILE", LARGEST_FILE)
        if self.size > largest:
            raise UnreadableError(
                f"is too large ({self.size / 1e6:,.0f} MB; at most {largest / 1e6:,.0f} MB)",
                where=self.name,
                mend="split it",
            )
        return cast("Document", self._asked("read", self._all()))

    def sections(self) -> Iterator[Document]:
        """Yield the parts of the document, from the beginning. Raises UnreadableError."""
        yield from cast("Iterator[Document]", self._streamed("sections"))

    def documents(self) -> Iterator[Document | UnreadableError]:
        """Yield the documents in the file, or why there is none in a place.

        Raises UnreadableError where the file as a whole cannot be read.
        """
        yield from cast("Iterator[Document | UnreadableError]", self._streamed("documents"))

    def position(self) -> int:
        """Return how many bytes of the file have been read."""
        return self.size if self.stream.closed else self.stream.tell()

    def _streamed(self, function: str) -> Iterator[object]:
        try:
            self.stream.seek(0)
            yield from cast("Iterator[object]", self._asked(function, self.stream))
        except OSError as error:
            raise unreadable(error, self.name) from error

    def _all(self) -> bytes:
        try:
            self.stream.seek(0)
            return self.stream.read()
        except OSError as error:
            raise unreadable(error, self.name) from error

    def _asked(self, function: str, source: bytes | BinaryIO) -> object:
        call: Callable[..., Any] = getattr(self.format, function)
        if self.configuration is None:
            return call(source, self.name)
        return call(source, self.name, self.configuration)


def begin(stream: BinaryIO, name: str, configurations: Mapping[str, object]) -> Reading:
    """Return how a stream is to be read, by its name and its first bytes.

    ``configurations`` holds what `_choosing.configured` returned, by the formats' names. Raises
    UnreadableError when no format reads it.
    """
    try:
        size = size_of(stream)
        head = stream.read(_choosing.HEAD)
    except OSError as error:
        raise unreadable(error, name) from error
    if not head:
        raise UnreadableError("is empty", where=name, mend="remove it or restore its text")
    format_ = _choosing.chosen(name, head)
    return Reading(stream, name, size, _choosing.named(format_), configurations.get(format_))
