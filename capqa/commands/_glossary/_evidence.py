"""What `capqa glossary suggest` learns from: reviewers' edits, and unknown words of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa import pipeline
from capqa.commands import _options
from capqa.glossary.suggesting.candidate import Example
from capqa.glossary.suggesting.edits import Edited
from capqa.glossary.suggesting.unknown_words import UnknownWord
from capqa.glossary.words import Line
from capqa.model import Action, Finding, Role, Segment, Span
from capqa.review.pairs import standing
from capqa.review.store import events_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from capqa.config import Settings
    from capqa.model import Decision, Suggestion
    from capqa.review.store import AnyLog

_SHORTEST_OF_UNKNOWN_TEXT = 4
# What stands beside the word, in code points to either side: a page may be one line.
_SURROUNDINGS = 60


def edits(log: AnyLog, settings: Settings, language: str | None) -> tuple[list[Edited], int]:
    """Return the edits that stand in a log with what is proposed for their texts today.

    With a language, those of that language or of none that can be told; without, those of none are
    only counted: the second value. Raises CapqaError when the log cannot be read.
    """
    decisions = [each for each in standing(events_of(log)) if each.action is Action.EDIT]
    detected = {source: _detected(source, settings) for source in {d.source for d in decisions}}
    wanted = [
        (decision, found)
        for decision in decisions
        if (found := detected[decision.source] or language) and found == (language or found)
    ]
    passed_over = 0 if language else sum(not detected[each.source] for each in decisions)
    findings = [_finding(decision, found) for decision, found in wanted]
    suggester = pipeline.suggester_for(settings, pipeline.EMBEDDED_ENGINES)
    return [
        Edited(
            decision.source,
            found,
            suggestion.text if suggestion else "",
            suggestion.parts if suggestion else (),
            decision.text,
            decision.document,
        )
        for (decision, found), suggestion in zip(wanted, suggester.suggest(findings), strict=True)
    ], passed_over


def unknown_words(
    paths: Sequence[str], settings: Settings, language: str | None, failed: list[str]
) -> Iterator[UnknownWord]:
    """Yield the words in the findings of pages and of audits that no glossary knows.

    What cannot be read is printed, and its name added to ``failed``.
    """
    audits, others = _options.parted_audits(list(paths))
    if audits:
        from capqa.commands._glossary._audited import unknown_words_of

        for folder in audits:
            yield from unknown_words_of(folder, settings, language)
    checked = pipeline.check_files(
        pipeline.inputs(others), settings, engines=pipeline.EMBEDDED_ENGINES
    )
    for file in _options.errors_printed(checked, failed):
        for finding, suggestion in zip(file.findings, file.suggestions, strict=True):
            if language in (None, finding.language):
                for span in _unknown(finding.text, suggestion):
                    yield _word(file.name, finding, span)


def _detected(text: str, settings: Settings) -> str:
    """Return the language of most of a text's foreign letters, "" where none is foreign."""
    letters: dict[str, int] = {}
    for found in pipeline.detector_for(settings).foreign_spans(text, role=Role.CAPTION):
        letters[found.language] = letters.get(found.language, 0) + len(found.span)
    return max(letters, key=lambda language: letters[language], default="")


def _finding(decision: Decision, language: str) -> Finding:
    segment = Segment(decision.source, Role.CAPTION, start=0, line=1)
    span = Span(0, len(decision.source))
    return Finding("untranslated", decision.document, segment, span, "", language, 1.0)


def _unknown(text: str, suggestion: Suggestion | None) -> Iterator[Span]:
    if suggestion is not None:
        for part in suggestion.parts:
            if part.origin == "unknown":
                yield part.span
        return
    # Nothing of it is known. Short words are those of grammar, which belong in no glossary.
    for start, end in Line.of(text).places:
        if end - start >= _SHORTEST_OF_UNKNOWN_TEXT:
            yield Span(start, end)


def _word(name: str, finding: Finding, span: Span) -> UnknownWord:
    text = finding.segment.text
    here = span.shifted(finding.span.start)
    start = max(text.rfind("\n", 0, here.start) + 1, here.start - _SURROUNDINGS)
    end = text.find("\n", here.end)
    end = min(len(text) if end < 0 else end, here.end + _SURROUNDINGS)
    line = finding.segment.line + text.count("\n", 0, here.start)
    example = Example(name, line, text[start:end].strip())
    return UnknownWord(here.of(text), finding.language, example)
