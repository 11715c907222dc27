"""The term a reviewer most likely means when they propose one from a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.glossary.proposals.values import guesses
from capqa.glossary.suggesting.edits import MOST_WORDS, Edited, renderings
from capqa.glossary.words import Line
from capqa.model import Span, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.model import Finding, Part, Suggestion

_DOUBTED: Final = ("gloss", "engine", "similar")
"""The origins of words nobody has decided on, the least trusted first."""


def best_guess(
    finding: Finding, target_language: str, suggestion: Suggestion | None, written: str | None
) -> dict[str, str]:
    """Return the fields of the entry a finding asks for, by column, as far as they can be known.

    ``written`` is what the reviewer put in the finding's place, None where nothing is decided.
    Source and target are always there, the target "" where nothing says what it is.
    """
    source, target = _term(finding, suggestion, written)
    values = {"source": " ".join(source.split()), "target": " ".join(target.split())}
    return values | guesses(values, (finding.language, target_language))


def _term(finding: Finding, suggestion: Suggestion | None, written: str | None) -> tuple[str, str]:
    text = finding.text
    proposal, parts = (suggestion.text, suggestion.parts) if suggestion else ("", ())
    unknown = _unknown(text, parts)
    if written is not None and written != proposal:
        edit = Edited(text, finding.language, proposal, parts, written, finding.document)
        found = list(renderings(edit))
        # What nobody knew is what the glossary lacks; else the longest term says most.
        words = [span.of(text) for span in unknown]
        found.sort(
            key=lambda each: (not any(word in each.source for word in words), -len(each.source))
        )
        if found:
            return found[0].source, found[0].target
    if unknown:
        return unknown[0].of(text), ""
    if suggestion is not None:
        for term in suggestion.terms:
            if term.verdict is not Verdict.KEPT:
                return term.source, term.target
        for origin in _DOUBTED:
            for part in parts:
                if part.origin == origin and _is_term(part.span.of(text)):
                    return part.span.of(text), part.target
    return _whole(text, proposal if written is None else written)


def _unknown(text: str, parts: Sequence[Part]) -> list[Span]:
    """Return where the words nobody knows stand; those that follow one another are one term."""
    found: list[Span] = []
    for part in parts:
        if part.origin != "unknown":
            continue
        between = text[found[-1].end : part.span.start] if found else ""
        joined = Span(found[-1].start, part.span.end) if found and between == " " else part.span
        if joined is not part.span and _is_term(joined.of(text)):
            found[-1] = joined
        else:
            found.append(part.span)
    return found


def _whole(text: str, target: str) -> tuple[str, str]:
    if _is_term(text):
        return text, target if _is_term(target) else ""
    # A caption is no term: its longest word is the likeliest to be one.
    spans = [Span(start, end) for start, end in Line.of(text).places]
    longest = max(spans, key=len, default=Span(0, 0))
    return longest.of(text), ""


def _is_term(text: str) -> bool:
    return 0 < len(Line.of(text).words) <= MOST_WORDS
