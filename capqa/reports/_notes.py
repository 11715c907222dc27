"""What is to be said of a file that was checked, beside its findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.pipeline import CheckedFile


def notes(file: CheckedFile) -> Iterator[str]:
    """Yield the note of a file, and one that nothing in it was checked, a line each."""
    if file.note:
        yield file.note
    if said := file.other_languages.note():
        yield f"{file.name}: {said}"
