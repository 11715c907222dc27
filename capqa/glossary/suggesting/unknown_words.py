"""Entries for words that stand in pages again and again and that no glossary knows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from capqa.glossary.folding import fold
from capqa.glossary.morphology import morphology_of
from capqa.glossary.suggesting.candidate import MOST_EXAMPLES, Candidate, Example

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SHORTEST = 3
"""The letters of the shortest word proposed."""


@dataclass(frozen=True, slots=True)
class UnknownWord:
    """A word no glossary knows, and where it stands."""

    word: str
    language: str
    example: Example


@dataclass(slots=True)
class _Tally:
    spellings: Counter[str] = field(default_factory=Counter)
    examples: dict[Example, None] = field(default_factory=dict)


def candidates(words: Iterable[UnknownWord]) -> list[Candidate]:
    """Return the words by how often they stand there; forms of a word count for that word."""
    tallies: dict[tuple[str, str], _Tally] = {}
    for each in words:
        if len(each.word) < SHORTEST or not any(map(str.isalpha, each.word)):
            continue
        tally = tallies.setdefault((each.language, fold(each.word)), _Tally())
        tally.spellings[each.word] += 1
        if len(tally.examples) < MOST_EXAMPLES:
            tally.examples[each.example] = None
    # Longest first: what a form hands over must itself have been handed to it before.
    for key in sorted(tallies, key=lambda key: -len(key[1])):
        lemma = _dictionary_form(key, tallies)
        if lemma is not None:
            form = tallies.pop(key)
            # The dictionary form's own spelling is kept: forms count for it as that spelling.
            (spelling, _), *_ = tallies[lemma].spellings.most_common(1)
            tallies[lemma].spellings[spelling] += form.spellings.total()
            examples = [*tallies[lemma].examples, *form.examples][:MOST_EXAMPLES]
            tallies[lemma].examples = dict.fromkeys(examples)
    return [
        Candidate(
            tally.spellings.most_common(1)[0][0],
            "",
            language,
            seen=tally.spellings.total(),
            examples=tuple(tally.examples),
        )
        for (language, _), tally in tallies.items()
    ]


def merged(edited: Sequence[Candidate], unknown: Sequence[Candidate]) -> list[Candidate]:
    """Return both, an unknown word that reviewers have translated counting for their entry.

    Where they translated it in several ways, it counts for the one chosen most often.
    """
    best: dict[tuple[str, str], int] = {}
    found = list(edited)
    for at, candidate in enumerate(edited):
        key = (candidate.language, fold(candidate.source))
        if key not in best or candidate.edits > found[best[key]].edits:
            best[key] = at
    for candidate in unknown:
        known = best.get((candidate.language, fold(candidate.source)))
        if known is None:
            found.append(candidate)
        else:
            examples = [*found[known].examples, *candidate.examples][:MOST_EXAMPLES]
            found[known] = replace(found[known], seen=candidate.seen, examples=tuple(examples))
    return found


def _dictionary_form(
    key: tuple[str, str], tallies: dict[tuple[str, str], _Tally]
) -> tuple[str, str] | None:
    language, folded = key
    for reduction in morphology_of(language).reductions(folded):
        lemma = (language, reduction.lemma)
        if lemma != key and lemma in tallies:
            return lemma
    return None
