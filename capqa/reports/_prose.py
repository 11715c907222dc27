"""What a report says about a finding in words, on single lines that are safe to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.reports._excerpts import shortened
from capqa.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.model import Evidence, Finding, Suggestion

SUREST = 0.99
"""No detector is certain, so no confidence is shown as 1.00."""

NO_PROPOSAL = "no proposal: nothing known covers these words"

REMOVE = "(remove it)"
"""What is shown for an empty proposal."""

_MOST_WORDS = 6
_LONGEST_WORD = 30
_LONGEST_TEXT = 200


def confidence(finding: Finding) -> str:
    """Return a finding's confidence as shown, "0.50" to "0.99"; "" where there is no doubt.

    Only what was weighed word by word can be doubted: a number is lost, or it is not.
    """
    if finding.confidence >= 1 and not finding.evidence:
        return ""
    return f"{min(finding.confidence, SUREST):.2f}"


def place(finding: Finding) -> str:
    """Return what the text is on the page, with the place in the format's own terms if there is."""
    segment = finding.segment
    # A cue's locator names it: "cue 12, 00:00:05,000".
    if segment.locator.startswith(segment.role):
        return visible(segment.locator)
    return visible(f"{segment.role}, {segment.locator}") if segment.locator else segment.role.value


def evidence(finding: Finding) -> str:
    """Return the words that speak most for the finding, with why: "Irak, Mossul (exonym)".

    "" when no word does.
    """
    words: dict[str, Evidence] = {}
    for each in sorted(finding.evidence, key=lambda each: -each.weight):
        if each.weight > 0:
            words.setdefault(visible(shortened(each.text, _LONGEST_WORD)), each)
    strongest = list(words)[:_MOST_WORDS]
    reasons: dict[str, list[str]] = {}
    for word in sorted(strongest, key=lambda word: words[word].span):
        # People are called Die and Leer, too; it is as words that they speak here.
        kind = "word" if words[word].kind == "name" else words[word].kind
        reasons.setdefault(visible(words[word].detail or kind), []).append(word)
    shown = ", ".join(f"{', '.join(group)} ({reason})" for reason, group in reasons.items())
    return f"{shown} and {len(words) - _MOST_WORDS} more" if len(words) > _MOST_WORDS else shown


def lines(finding: Finding, suggestion: Suggestion | None) -> Iterator[str]:
    """Yield a line each for what is wrong, what to write instead, and why it was found."""
    text = visible(shortened(finding.text, _LONGEST_TEXT))
    yield f"{visible(finding.message)}: {text}"
    if proposed := proposal(finding, suggestion):
        yield proposed
    found, sure = evidence(finding), confidence(finding)
    if sure:
        yield f"confidence {sure}" + (f", because of {found}" if found else "")


def proposal(finding: Finding, suggestion: Suggestion | None) -> str:
    """Return a line with the proposal, its origin, and the words it leaves untranslated.

    "" where there is none and none was to be expected.
    """
    if suggestion is None:
        return NO_PROPOSAL if finding.evidence else ""
    text = visible(shortened(suggestion.text, _LONGEST_TEXT)) or REMOVE
    line = f"proposal: {text} [{visible(suggestion.origin)}]"
    if not suggestion.unknown:
        return line
    unknown = shortened(", ".join(suggestion.unknown), _LONGEST_TEXT)
    return f"{line}; not translated: {visible(unknown)}"
