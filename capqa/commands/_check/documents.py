"""The documents of files that were checked by another process, or in an earlier run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from capqa.errors import UnreadableError
from capqa.reading import LARGE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from capqa.model import Document
    from capqa.pipeline import CheckedFile


def with_documents(
    files: Iterable[CheckedFile],
    read: Callable[[Path], Document],
    check: Callable[[Path], Iterable[CheckedFile]],
) -> Iterator[CheckedFile]:
    """Pass files on with the documents of those that have findings, read where they are missing.

    Those that have changed since are checked again. A file so large that it comes in sections, and
    one of many documents, come as they are.
    """
    for file in files:
        if file.document is None and file.findings and not file.continues:
            yield from _completed(file, read, check)
        else:
            yield file


def _completed(
    file: CheckedFile,
    read: Callable[[Path], Document],
    check: Callable[[Path], Iterable[CheckedFile]],
) -> Iterable[CheckedFile]:
    path = Path(file.name)
    try:
        if path.stat().st_size > LARGE:
            return [file]
        document = read(path)
    except (UnreadableError, OSError):
        return [file]
    there = {segment.start: segment for segment in document.segments}
    if all(there.get(finding.segment.start) == finding.segment for finding in file.findings):
        return [replace(file, document=document)]
    return check(path)
