"""Finds fragments in another language than the page's.

## What it does
Reports every run of words, down to two inside a line, that was left in another language: a
caption, the half of a caption, a menu item. Names, credits, bylines, titles and quotations that
the page explains are left alone, and so is text that the source itself marks with ``lang=``.

## Why is this bad?
Readers of the page do not understand the fragment, and search engines and screen readers take it
for the page's own language.

## Example
``Irak | Befreiungsaktion Mossul`` above an English page.

Use instead: ``Iraq | Liberation operation Mosul``
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.language_names import language_name
from capqa.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.model import Segment
    from capqa.rules import RuleContext


def check(segment: Segment, context: RuleContext) -> Iterator[Finding]:
    """Yield a finding for each foreign fragment of a segment."""
    declared = segment.language or context.target_language
    if declared != context.target_language:
        return
    text = segment.text
    if segment.translation_of:
        # In a catalogue, what programs read among the words is no word of any language.
        from capqa.translation_rules._running_text import running_text

        # A figure parts the words beside it less than white space as wide would.
        text = "".join(
            "0" if kept == " " != letter else letter
            for letter, kept in zip(text, running_text(text), strict=True)
        )
    for foreign in context.detector.foreign_spans(
        text,
        role=segment.role,
        page_language=context.page_language,
        page_names=context.page_names,
    ):
        if foreign.confidence < context.min_confidence:
            continue
        yield Finding(
            rule="untranslated",
            document=context.document.name,
            segment=segment,
            span=foreign.span,
            message=f"{language_name(foreign.language)} left untranslated",
            language=foreign.language,
            confidence=foreign.confidence,
            evidence=foreign.evidence,
        )
