"""One try of fuzzing: some bytes are read in a format, and an edit drawn from them is made."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from capqa.formats import _choosing
from capqa.model import Span
from tests.formats.robustness import check_documents, check_edit, check_reading
from tests.formats.samples import path_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from capqa.model import Document

_NEW = ("Iraq", "", "a & b <c>", '"\\', "ü\n\nx", "--> ]]>", "\u202e{x}", "[MUSIC]")


def target_for(format_: str) -> Callable[[bytes], None]:
    """Return what fails, other than by refusing them, for bytes that a format is broken by."""
    module, name = _choosing.named(format_), path_of(format_).name

    def tried(data: bytes) -> None:
        if hasattr(module, "documents"):
            check_documents(module, io.BytesIO(data), name)
            return
        document = check_reading(module, data, name)
        if document is not None and document.segments:
            _edit(document, data)

    def _edit(document: Document, data: bytes) -> None:
        # The place is drawn from the bytes, so that the same bytes are the same try.
        draw = int.from_bytes(data[-4:], "little") + len(data)
        segment = document.segments[draw % len(document.segments)]
        start = draw // 7 % len(segment.text)
        span = Span(start, min(len(segment.text), start + 1 + draw // 11 % 9))
        edited = check_edit(module, document, segment, span, _NEW[draw // 3 % len(_NEW)])
        if edited is not None:
            check_reading(module, edited, name)

    return tried
