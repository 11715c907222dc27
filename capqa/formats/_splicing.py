"""Putting edits into a document's bytes so that every byte outside them stays as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from capqa.errors import CapqaError, ConflictError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from capqa.model import Document, Edit, Span


class Replacement(NamedTuple):
    """New text for a span of ``Document.text``."""

    span: Span
    text: str


def located(document: Document, edits: Iterable[Edit]) -> list[Replacement]:
    """Return the edits as replacements in the document's text, for formats whose segments stand
    there letter by letter.

    Raises ConflictError when a segment or an edit's old text is not what stands there.
    """
    replacements = []
    for edit in edits:
        segment = edit.segment
        stands = document.text.startswith(segment.text, segment.start)
        verify_old_text(document, edit, segment.text if stands else None)
        replacements.append(Replacement(edit.span.shifted(segment.start), edit.new))
    return replacements


def verify_old_text(document: Document, edit: Edit, found: str | None) -> None:
    """Raise ConflictError unless a segment's place still holds what the edit was made on."""
    if (
        found != edit.segment.text
        or edit.span.end > len(edit.segment.text)
        or edit.span.of(edit.segment.text) != edit.old
    ):
        raise ConflictError(
            f"line {edit.segment.line} no longer reads {shortened(edit.old)}",
            where=document.name,
            mend="run capqa review again",
        )


def spliced(document: Document, replacements: Sequence[Replacement]) -> bytes:
    """Return the document's bytes with the replacements made.

    Raises ConflictError when two of them overlap, CapqaError when one holds a character that the
    document's encoding has not.
    """
    pieces = [document.byte_order_mark]
    end, last = 0, None
    for replacement in sorted(replacements):
        span = replacement.span
        if span.start < end or span == last:
            raise ConflictError(
                f"two replacements for {shortened(document.text[span.start : span.end])} overlap",
                where=document.name,
                mend="undo one of them",
            )
        pieces.append(document.text[end : span.start].encode(document.encoding))
        pieces.append(_encoded(replacement.text, document))
        end, last = span.end, span
    pieces.append(document.text[end:].encode(document.encoding))
    return b"".join(pieces)


def _encoded(text: str, document: Document) -> bytes:
    try:
        return text.encode(document.encoding)
    except UnicodeEncodeError as error:
        character = text[error.start]
        shown = f"{character!r} (U+{ord(character):04X})"
        raise CapqaError(
            f"{shown} cannot be written in {document.encoding}",
            where=document.name,
            mend="save the file as UTF-8, or choose other words",
        ) from error


def shortened(text: str) -> str:
    """Return a text as an error quotes it, cut where it is long."""
    return repr(text if len(text) <= 40 else text[:39] + "…")
