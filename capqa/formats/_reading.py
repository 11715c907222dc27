"""Reading what was opened the way its format does: whole, in sections, or document by document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, TypeVar

from capqa.errors import UnreadableError
from capqa.files.opening import size_of, unreadable
from capqa.formats import _choosing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from capqa.formats import FormatModule
    from capqa.model import Document

LARGEST_FILE = 100_000_000
"""The most bytes of a file that is read as a whole, unless its format says otherwise."""

LARGE = 16_000_000
"""From how many bytes on a file is read in sections, where its format can."""

T = TypeVar("T")


class Reading(NamedTuple):
    """A file about to be read: its stream, its size in bytes, its format, and what formats made of
    their options, by their names.
    """

    stream: BinaryIO
    name: str
    size: int
    format_name: str
    configurations: Mapping[str, object]

    @property
    def format(self) -> FormatModule:
        """The format's module."""
        return _choosing.named(self.format_name)

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
        try:
            self.stream.seek(0)
            data = self.stream.read()
        except OSError as error:
            raise unreadable(error, self.name) from error
        read: Callable[..., Document] = self.format.read
        return read(data, self.name, *self._own_configuration)

    def sections(self) -> Iterator[Document]:
        """Yield the parts of the document, from the beginning. Raises UnreadableError."""
        sections: Any = getattr(self.format, "sections")  # noqa: B009
        yield from self._streamed(sections, *self._own_configuration)

    def documents(self) -> Iterator[Document | UnreadableError]:
        """Yield the documents in the file, or why there is none in a place.

        Raises UnreadableError where the file as a whole cannot be read.
        """
        documents: Any = getattr(self.format, "documents")  # noqa: B009
        yield from self._streamed(documents, self.configurations)

    def position(self) -> int:
        """Return how many bytes of the file have been read."""
        return self.size if self.stream.closed else self.stream.tell()

    def _streamed(self, read: Callable[..., Iterator[T]], *configuration: object) -> Iterator[T]:
        try:
            self.stream.seek(0)
            yield from read(self.stream, self.name, *configuration)
        except OSError as error:
            raise unreadable(error, self.name) from error

    @property
    def _own_configuration(self) -> tuple[object, ...]:
        configuration = self.configurations.get(self.format_name)
        return () if configuration is None else (configuration,)


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
    return Reading(stream, name, size, _choosing.chosen(name, head), configurations)
