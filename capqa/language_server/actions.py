"""What an editor may offer to do about problems: write what is proposed, or pass them over."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.errors import CapqaError
from capqa.formats._source_edits import SourceEdit, proven
from capqa.gate.fixing import is_certain
from capqa.language_server.ignoring import ignoring
from capqa.language_server.pages import checked
from capqa.model import Edit, Span
from capqa.reports._excerpts import shortened
from capqa.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from capqa.language_server.pages import Page, PairsFor
    from capqa.model import Document, Finding, Suggestion
    from capqa.pipeline import CheckedFile

_MOST_FINDINGS: Final = 20
_LONGEST_TITLE: Final = 80


class Offer(NamedTuple):
    """An action: what it is called, what it writes, and the code and place of its problem.

    ``preferred`` says that it is the one to take without looking at the others.
    """

    title: str
    edits: tuple[SourceEdit, ...]
    code: str
    problem: Span
    preferred: bool = False


def offers(page: Page, span: Span, pairs_for: PairsFor) -> tuple[Offer, ...]:
    """Return what can be done about the findings that a span of a page's text touches."""
    file = _file(page, pairs_for)
    if file is None or file.document is None:
        return ()
    at = [number for number, finding in enumerate(file.findings) if _touches(finding, span)]
    at = at[:_MOST_FINDINGS]
    texts = [
        (number, text)
        for number in at
        for text in _texts(file.findings[number], file.suggestions[number])
    ]
    edits = {key: _edit(file.findings[number], text) for key, (number, text) in enumerate(texts)}
    made = proven(file.document, edits)
    found: list[Offer] = []
    for number in at:
        finding, suggestion = file.findings[number], file.suggestions[number]
        place = finding.segment.source_of(finding.span)
        for key, (other, text) in enumerate(texts):
            if other == number and key in made and suggestion is not None:
                found.append(
                    Offer(
                        _title(text, suggestion),
                        (minimal(file.document, made[key]),),
                        finding.rule,
                        place,
                        preferred=suggestion.compliant and text == suggestion.text,
                    )
                )
        found += _ignored(file.document, finding, place, file.findings)
    return tuple(found)


def certain_edits(page: Page, pairs_for: PairsFor) -> tuple[SourceEdit, ...]:
    """Return what writes all that nobody guessed, as `capqa check --fix` does."""
    file = _file(page, pairs_for)
    if file is None or file.document is None:
        return ()
    edits = {
        number: _edit(finding, suggestion.text)
        for number, (finding, suggestion) in enumerate(
            zip(file.findings, file.suggestions, strict=True)
        )
        if suggestion is not None and is_certain(suggestion)
    }
    found: list[SourceEdit] = []
    for edit in sorted(proven(file.document, edits).values()):
        if not found or found[-1].span.end <= edit.span.start:
            found.append(edit)
    return tuple(minimal(file.document, edit) for edit in found)


def minimal(document: Document, edit: SourceEdit) -> SourceEdit:
    """Return an edit without what it leaves as it is at its start and end.

    Never between the two characters of a line end, which is no place in an editor.
    """
    old, new = edit.span.of(document.text), edit.text
    start = _alike(old, new)
    if start and old[start - 1] == "\r":
        start -= 1
    end = _alike(old[start:][::-1], new[start:][::-1])
    if end and old[len(old) - end] == "\n":
        end -= 1
    span = Span(edit.span.start + start, edit.span.end - end)
    return SourceEdit(span, new[start : len(new) - end])


def _alike(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their start."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _file(page: Page, pairs_for: PairsFor) -> CheckedFile | None:
    try:
        return checked(page, pairs_for)
    except CapqaError:
        return None


def _touches(finding: Finding, span: Span) -> bool:
    found = finding.segment.source_of(finding.span)
    return found.start <= span.end and span.start <= found.end


def _texts(finding: Finding, suggestion: Suggestion | None) -> Iterator[str]:
    if suggestion is not None:
        texts = dict.fromkeys((suggestion.text, *suggestion.alternatives))
        yield from (text for text in texts if text != finding.text)


def _edit(finding: Finding, text: str) -> Edit:
    return Edit(finding.segment, finding.span, finding.text, text)


def _title(text: str, suggestion: Suggestion) -> str:
    title = f"Write: {visible(shortened(text, _LONGEST_TITLE))}" if text else "Remove it"
    unknown = ", ".join(word for word in suggestion.unknown if word in text)
    if not unknown:
        return title
    return f"{title} (not translated: {visible(shortened(unknown, _LONGEST_TITLE))})"


def _ignored(
    document: Document, finding: Finding, place: Span, findings: Sequence[Finding]
) -> Iterator[Offer]:
    # The comment is for the segment, and for the rule.
    others = [
        each
        for each in findings
        if each.segment.start != finding.segment.start or each.rule != finding.rule
    ]
    edit = ignoring(document, finding, others)
    if edit is not None:
        yield Offer(f"Ignore {finding.rule} here", (edit,), finding.rule, place)
