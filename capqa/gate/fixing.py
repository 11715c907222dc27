"""Mending what is certain: what reviewers decided on the same text, and what the glossary knows.

Nothing is guessed: a suggestion with a word built from parts, a typo mended or a word looked up in
a dictionary waits for a reviewer, and so does a model's.
"""

from __future__ import annotations

from dataclasses import replace
from difflib import unified_diff
from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.errors import CapqaError, ConflictError, UnreadableError
from capqa.formats import _choosing
from capqa.model import Edit
from capqa.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from capqa.model import Document, Finding, Suggestion
    from capqa.pipeline import CheckedFile

# Not function words: where they stand, grammar has chosen articles and word order.
_CERTAIN: Final = frozenset({"memory", "glossary", "exonym", "name", "kept"})
_KNOWN: Final = frozenset({"memory", "glossary"})


class Fix(NamedTuple):
    """What mending a file comes to.

    ``data`` are its new bytes, None where nothing is to be mended; ``after`` is the document they
    make. ``left`` is the file with the findings that remain; ``refused`` has a line for each fix
    that could not be made.
    """

    data: bytes | None
    after: Document | None
    left: CheckedFile
    mended: int
    refused: tuple[str, ...] = ()


def is_certain(suggestion: Suggestion | None) -> bool:
    """Return whether a suggestion is from memory, or all of it verified against the glossary."""
    if suggestion is None or not suggestion.compliant:
        return False
    origins = {part.origin for part in suggestion.parts}
    return origins <= _CERTAIN and bool(origins & _KNOWN)


def fix(file: CheckedFile) -> Fix:
    """Return what becomes of a file when all that is certain is mended; nothing is written.

    ``file`` has its document. Of two fixes that overlap the first is made.
    """
    document = file.document
    if document is None:
        return Fix(None, None, file, 0)
    chosen = [at for at, suggestion in enumerate(file.suggestions) if is_certain(suggestion)]
    edits = {at: _edit(file.findings[at], file.suggestions[at]) for at in chosen}
    made, data, refused = _made(document, edits)
    if data is None:
        return Fix(None, None, file, 0, refused)
    open_ = [at for at in range(len(file.findings)) if at not in made]
    left = replace(
        file,
        findings=tuple(file.findings[at] for at in open_),
        suggestions=tuple(file.suggestions[at] for at in open_),
    )
    return Fix(data, _choosing.reread(document, data), left, len(made), refused)


def difference(document: Document, after: Document) -> Iterator[str]:
    """Yield the lines of a unified diff of a document's text, safe for a terminal."""
    lines = unified_diff(
        document.text.splitlines(),
        after.text.splitlines(),
        document.name,
        document.name,
        lineterm="",
    )
    yield from map(visible, lines)


def _edit(finding: Finding, suggestion: Suggestion | None) -> Edit:
    assert suggestion is not None
    return Edit(finding.segment, finding.span, finding.text, suggestion.text)


def _made(
    document: Document, edits: dict[int, Edit]
) -> tuple[Sequence[int], bytes | None, tuple[str, ...]]:
    """Return which edits can be made together, the bytes then, and why others cannot."""
    if not edits:
        return (), None, ()
    format_ = _choosing.named(document.format)
    try:
        return list(edits), format_.apply(document, list(edits.values())), ()
    except (CapqaError, UnreadableError):
        pass
    # One of them is refused: each is tried beside those that can be made.
    made: list[int] = []
    data = None
    refused: list[str] = []
    for at, edit in edits.items():
        try:
            data = format_.apply(document, [*(edits[other] for other in made), edit])
        except (CapqaError, ConflictError) as error:
            refused.append(str(error))
        else:
            made.append(at)
    return made, data, tuple(refused)
