"""The documents in an input, one at a time: large files in sections, archives record by record."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from typing import TYPE_CHECKING

from capqa.errors import UnreadableError
from capqa.files.inputs import StandardInput
from capqa.formats import _choosing
from capqa.model import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path
    from typing import Any, BinaryIO, TypeAlias, TypeVar

    from capqa.model import Document

    T = TypeVar("T")

    # Told the name of an input, a step ("reading", "checking"), and how many bytes of how many are
    # through it; none are when an input begins.
    Progress: TypeAlias = Callable[[str, str, int, int], None]

LARGEST_FILE = 100_000_000
"""The most bytes of a file that is read as a whole, unless its format says otherwise."""

LARGE = 16_000_000
"""From how many bytes on a file is read in sections, where its format can."""


def open_input(source: Path | StandardInput) -> BinaryIO:
    """Return a stream of a file's bytes, or of standard input's, that can be read repeatedly.

    Raises UnreadableError when it cannot be opened.
    """
    try:
        if isinstance(source, StandardInput) or not stat.S_ISREG(os.stat(source).st_mode):
            from capqa.files.pipes import kept

            return kept(source)
        return open(source, "rb")
    except OSError as error:
        raise _unreadable(error, str(source)) from error


def _unreadable(error: OSError, name: str) -> UnreadableError:
    return UnreadableError(
        f"cannot be read: {error.strerror}", where=name, mend="check path and permissions"
    )


def document_in(path: Path, configurations: Mapping[str, object]) -> Document:
    """Return the document that a file is. Raises UnreadableError, also where it holds many.

    ``configurations`` holds what the formats made of their options, by their names.
    """
    with open_input(path) as stream:
        return begin(stream, str(path), configurations).whole()


def documents_in(
    source: Path | StandardInput,
    configurations: Mapping[str, object],
    *,
    writable: bool = False,
    progress: Progress | None = None,
) -> Iterator[Document | UnreadableError]:
    """Yield the documents in a file or standard input, or why there is none in a place.

    With ``writable`` that is the one document the file is, or an error where there is no such.
    """
    try:
        if writable and isinstance(source, StandardInput):
            raise UnreadableError(
                "cannot be written to, so there is no use in reviewing it",
                where=str(source),
                mend="name a file",
            )
        with open_input(source) as stream:
            reading = begin(stream, str(source), configurations)
            _tell(progress, reading, "checking", 0)
            if writable or not (reading.has_many_documents or reading.is_large):
                yield reading.whole()
            elif reading.has_many_documents:
                yield from _documents(reading, progress)
            else:
                yield from _sections(reading, progress)
    except UnreadableError as error:
        yield error


def _documents(reading: Reading, progress: Progress | None) -> Iterator[Document | UnreadableError]:
    found_any = False
    for document in reading.documents():
        found_any = True
        yield document
        _tell(progress, reading, "checking", reading.position())
    if not found_any:
        raise UnreadableError(
            "holds no documents", where=reading.name, mend="leave it out, or make it anew"
        )


def _sections(reading: Reading, progress: Progress | None) -> Iterator[Document]:
    from capqa.formats._occurrences import Occurrences

    # Read twice: what a line is judged by may stand anywhere in the file.
    occurrences, names, done = Occurrences(reading.size), set[str](), 0
    for section in reading.sections():
        occurrences.note(section)
        names |= _names_in(section)
        done += len(section.data)
        _tell(progress, reading, "reading", done)
    page_names, done = frozenset(names), 0
    for section in reading.sections():
        yield replace(occurrences.numbered(section), page_names=page_names)
        done += len(section.data)
        _tell(progress, reading, "checking", done)


def _names_in(section: Document) -> frozenset[str]:
    from capqa.language.page import RunningTextNames

    texts = (segment.text for segment in section.segments if segment.role is Role.BODY)
    return RunningTextNames(texts).all()


def _tell(progress: Progress | None, reading: Reading, step: str, done: int) -> None:
    if progress is not None:
        progress(reading.name, step, done, reading.size)


class Reading:
    """A file about to be read: its stream, its size in bytes, its format, and what formats made of
    their options, by their names.
    """

    def __init__(
        self,
        stream: BinaryIO,
        name: str,
        size: int,
        format_name: str,
        configurations: Mapping[str, object],
    ) -> None:
        """Take what is known of it."""
        self.stream = stream
        self.name = name
        self.size = size
        self.format = _choosing.named(format_name)
        self.configurations = configurations
        self._format_name = format_name

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
            raise _unreadable(error, self.name) from error
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
            raise _unreadable(error, self.name) from error

    @property
    def _own_configuration(self) -> tuple[object, ...]:
        configuration = self.configurations.get(self._format_name)
        return () if configuration is None else (configuration,)


def begin(stream: BinaryIO, name: str, configurations: Mapping[str, object]) -> Reading:
    """Return how a stream is to be read, by its name and its first bytes.

    ``configurations`` holds what `_choosing.configured` returned, by the formats' names. Raises
    UnreadableError when no format reads it.
    """
    try:
        size = stream.seek(0, os.SEEK_END)
        stream.seek(0)
        head = stream.read(_choosing.HEAD)
    except OSError as error:
        raise _unreadable(error, name) from error
    if not head:
        raise UnreadableError("is empty", where=name, mend="remove it or restore its text")
    return Reading(stream, name, size, _choosing.chosen(name, head), configurations)
