"""Entries from reviewers' edits: what they wrote where something else was proposed.

Proposal and edit are compared word by word; a replaced word leads to the term it was proposed for,
and what stands in its place in the edit is the target. Changes to articles and prepositions alone
are left out, and so is what was only put in or taken out.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from capqa.glossary.folding import fold
from capqa.glossary.suggesting.alignment import Alignment
from capqa.glossary.suggesting.candidate import MOST_EXAMPLES, Candidate, Example
from capqa.glossary.words import Line
from capqa.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from capqa.model import Part

MOST_WORDS = 4
"""The words of the longest source and target proposed: more is a sentence, not a term."""

_ARTICLES = frozenset({"a", "an", "the"})
_FUNCTION_WORDS = _ARTICLES | frozenset(
    {"at", "by", "for", "from", "in", "into", "near", "of", "on", "over", "to", "under", "with"}
)


@dataclass(frozen=True, slots=True)
class Edited:
    """A text, what was proposed for it, and what a reviewer wrote instead.

    ``proposal`` is "" where there was none; ``parts`` say which of its words stand for which ones
    of the source, in its order.
    """

    source: str
    language: str
    proposal: str
    parts: Sequence[Part]
    written: str
    path: str


class Rendering(NamedTuple):
    """A term, what was proposed for it, and what was written instead."""

    source: str
    proposed: str
    target: str


@dataclass(slots=True)
class _Tally:
    sources: Counter[str] = field(default_factory=Counter)
    targets: Counter[str] = field(default_factory=Counter)
    replaced: Counter[str] = field(default_factory=Counter)
    examples: dict[Example, None] = field(default_factory=dict)


def candidates(edits: Iterable[Edited]) -> list[Candidate]:
    """Return an entry for each term and what it became, counted over all edits."""
    tallies: dict[tuple[str, str, str], _Tally] = {}
    for edit in edits:
        for found in dict.fromkeys(renderings(edit)):
            key = (edit.language, fold(found.source), found.target.casefold())
            tally = tallies.setdefault(key, _Tally())
            tally.sources[found.source] += 1
            tally.targets[found.target] += 1
            if found.proposed:
                tally.replaced[found.proposed] += 1
            if len(tally.examples) < MOST_EXAMPLES:
                tally.examples[Example(edit.path, 0, edit.source, edit.written)] = None
    return [
        Candidate(
            _likeliest(tally.sources),
            _likeliest(tally.targets),
            language,
            edits=tally.targets.total(),
            replaced=tuple(text for text, _ in tally.replaced.most_common()),
            examples=tuple(tally.examples),
        )
        for (language, _, _), tally in tallies.items()
    ]


def renderings(edit: Edited) -> Iterator[Rendering]:
    """Yield the terms of one edit that became something else than proposed."""
    if not edit.proposal:
        if _is_short(edit.source) and _is_short(edit.written):
            yield Rendering(edit.source.strip(), "", _stripped(edit.written, _ARTICLES))
        return
    alignment = Alignment(edit.proposal, edit.written)
    places = list(_places(edit, alignment))
    for words in _changed(alignment, [place for _, place in places]):
        parts = [part for part, place in places if _touch(place, words)]
        found = _rendering(edit, alignment, words, parts)
        if found is not None:
            yield found


def _places(edit: Edited, alignment: Alignment) -> Iterator[tuple[Part, range]]:
    """Yield the parts with the numbers of the words of the proposal they became."""
    text = edit.proposal.lower()
    position = 0
    for part in edit.parts:
        target = part.target.lower()
        at = text.find(target, position) if target else -1
        if at >= 0:
            position = at + len(target)
            yield part, alignment.old_words(Span(at, position))


def _changed(alignment: Alignment, places: Sequence[range]) -> list[range]:
    """Return the words that changed, each range widened to whole parts, overlapping ones joined."""
    found: list[range] = []
    for block in alignment.blocks:
        words = block.old
        if not words:
            # Put in between the words of one part, it is a change to that part.
            inside = [place for place in places if place.start < words.start < place.stop]
            if not inside:
                continue
            words = inside[0]
        for place in places:
            if _touch(place, words):
                words = range(min(place.start, words.start), max(place.stop, words.stop))
        if found and _touch(found[-1], words):
            last = found.pop()
            words = range(last.start, max(last.stop, words.stop))
        found.append(words)
    return found


def _touch(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop


def _rendering(
    edit: Edited, alignment: Alignment, words: range, parts: list[Part]
) -> Rendering | None:
    new = alignment.became(words)
    if not new:
        return None
    instead = Span(alignment.new[new.start].start, alignment.new[new.stop - 1].end)
    around = f"{edit.written[: instead.start]} | {edit.written[instead.end :]}"
    trimmed = _without_edges(parts, around)
    if not trimmed:
        return None
    start, end = trimmed[0].span.start, trimmed[-1].span.end
    inside = [part for part in edit.parts if start <= part.span.start < end]
    if len(inside) != len(trimmed) or start >= end:
        return None
    source = edit.source[start:end]
    target = _stripped(instead.of(edit.written), _ARTICLES if trimmed == parts else _FUNCTION_WORDS)
    for part in edit.parts:
        # What moved here from elsewhere is no part of this term.
        if part not in trimmed and part.origin != "function" and not _holds(around, part.target):
            target = _without_edge(target, part.target)
    proposed = " ".join(part.target for part in trimmed)
    if not target or target.casefold() == proposed.casefold():
        return None
    if new.start == 0 and proposed[:1].islower() and target[1:].islower():
        # The capital is the sentence's: the proposal has it too, its term has not.
        target = target[:1].lower() + target[1:]
    return Rendering(source, proposed, target) if _is_short(source) and _is_short(target) else None


def _without_edges(parts: list[Part], around: str) -> list[Part]:
    """Return the parts without articles and the like, and without what only moved, at the ends."""
    kept = list(parts)
    for at in (0, -1):
        while kept and (kept[at].origin == "function" or _holds(around, kept[at].target)):
            kept.pop(at)
    return kept


def _holds(text: str, words: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE))


def _stripped(text: str, words: frozenset[str]) -> str:
    found = text.split()
    while found and found[0].casefold() in words:
        found.pop(0)
    while found and found[-1].casefold() in words:
        found.pop()
    return " ".join(found)


def _without_edge(text: str, words: str) -> str:
    found = text.removeprefix(f"{words} ").removesuffix(f" {words}")
    return found if words else text


def _is_short(text: str) -> bool:
    return 0 < len(Line.of(text).words) <= MOST_WORDS and "\n" not in text.strip()


def _likeliest(spellings: Counter[str]) -> str:
    """Return the spelling met most often, the one with fewer capitals among equals."""
    return min(spellings, key=lambda text: (-spellings[text], sum(map(str.isupper, text)), text))
