"""What reviewers may write: in the place of a finding's text, and about it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from capqa.model import Verdict
from capqa.review.items import ReviewError

if TYPE_CHECKING:
    from capqa.model import Suggestion

_LINE_BREAKS = frozenset("\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029")


def checked(text: str, original: str) -> str:
    """Return a replacement without the white space around it.

    Raises ReviewError when nothing is left, when it is the original text, when it breaks the line
    although the original does not, or when it holds other control characters.
    """
    text = text.strip()
    if not text:
        raise ReviewError("the replacement is empty", mend="type a text, or dismiss the finding")
    if text == original:
        raise ReviewError(
            "the replacement is the text that stands there", mend="dismiss it to keep the text"
        )
    if not _LINE_BREAKS.isdisjoint(text) and _LINE_BREAKS.isdisjoint(original):
        raise ReviewError("the replacement has a line break", mend="keep it on one line")
    _refuse_controls(text, "replacement")
    return text


def checked_comment(text: str) -> str:
    """Return a comment without the white space around it.

    Raises ReviewError when nothing is left, or when it holds control characters but line breaks.
    """
    text = text.strip()
    if not text:
        raise ReviewError("the comment is empty", mend="type a text")
    _refuse_controls(text, "comment")
    return text


def refuse_unverified(suggestion: Suggestion) -> None:
    """Raise ReviewError when a suggestion is not fit to be accepted in several places unread."""
    mend = "accept each place, or edit it"
    for term in suggestion.terms:
        if term.verdict is not Verdict.KEPT:
            raise ReviewError(
                f"the suggestion breaks the glossary: {term.source!r} must be {term.target!r}"
                if term.verdict is Verdict.MISSING
                else f"the suggestion says {term.target!r}, which the glossary forbids",
                mend=mend,
            )
    for check in suggestion.checks:
        if not check.passed:
            why = f" ({check.message})" if check.message else ""
            raise ReviewError(f"the check {check.name!r} failed{why}", mend=mend)
    if suggestion.unknown:
        raise ReviewError(f"nobody knows {suggestion.unknown[0]!r}", mend=mend)


def _refuse_controls(text: str, what: str) -> None:
    for character in text:
        if character in "\t" or character in _LINE_BREAKS:
            continue
        # Cc: control characters such as escape; Cs: halves of characters, in no encoding.
        if unicodedata.category(character) in ("Cc", "Cs"):
            raise ReviewError(
                f"the {what} has a control character (U+{ord(character):04X})", mend="remove it"
            )
