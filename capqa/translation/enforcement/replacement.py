"""Putting a term where a model wrote something else: found by its isolated rendering or aligned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.translation.enforcement.verification import places
from capqa.translation.grammar.english.nouns import is_plural, plural
from capqa.translation.grammar.english.rendering import capitalised
from capqa.translation.grammar.english.verbs import agreeing, infinitive

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.translation.enforcement.rendering import Rendering
    from capqa.translation.enforcement.terms import RequiredTerm


def put_by_rendering(term: RequiredTerm, text: str, renderings: Sequence[str]) -> str | None:
    """Return the text with the term in place of what the model calls it when it stands alone.

    ``renderings`` are the model's, best first; a refused target in the text is replaced before.
    None when none of them is found.
    """
    if not term.allowed:
        return None
    for wrong in (*term.refused, *renderings):
        core = wrong.strip(" .,;:!?")
        if not core:
            continue
        found = places(core, text, is_verb=term.is_verb)
        if found:
            return _put(term, text, found[0])
    return None


def put_by_alignment(term: RequiredTerm, rendering: Rendering, text: str) -> str | None:
    """Return the text with the term in place of what attention says stands for it, else None.

    ``text`` may differ from the rendering's only if no earlier term moved the place.
    """
    if rendering.alignment is None or text != rendering.text or not term.allowed:
        return None
    place = rendering.alignment.target_of(term.span, text)
    return _put(term, text, place) if place else None


def _put(term: RequiredTerm, text: str, place: tuple[int, int]) -> str:
    start, end = place
    there = text[start:end]
    target = term.target
    if term.is_verb:
        target = agreeing(infinitive(target), there)
    elif not term.is_proper and is_plural(there):
        target = plural(target)
    if there.endswith(("'s", "’s")):
        target += "'s"
    opens = not start or text[:start].rstrip()[-1:] in (":", ".", "!", "?")
    if opens and there[:1].isupper():
        target = capitalised(target)
    return text[:start] + target + text[end:]
