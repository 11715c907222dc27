"""The documents in an input, one at a time: large files in sections, archives record by record."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from capqa.errors import UnreadableError
from capqa.files.inputs import StandardInput
from capqa.files.opening import open_input
from capqa.formats._reading import begin
from capqa.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from capqa.formats._reading import Reading
    from capqa.model import Document


class Progress(Protocol):
    """What is told how far a check is."""

    def __call__(self, name: str, step: str, done: int, total: int) -> None:
        """Take notice that of an input ``done`` of ``total`` bytes are through a step, "reading" or
        "checking". When it begins, ``done`` is 0.
        """


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
    from capqa.language.page import names_in_running_text

    return names_in_running_text(
        segment.text for segment in section.segments if segment.role is Role.BODY
    )


def _tell(progress: Progress | None, reading: Reading, step: str, done: int) -> None:
    if progress is not None:
        progress(reading.name, step, done, reading.size)
