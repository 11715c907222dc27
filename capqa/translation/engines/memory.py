"""The translation memory: what reviewers accepted or wrote before, for the same text or like ones.

The caller hands the decisions over in the engine's context; without them the engine keeps out.
Options: ``path``, the decision log, which the caller reads; ``least-similarity`` (0.8).
A text decided on a like one is never verified: the check "same source" fails it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.model import Part, Span
from capqa.translation.engine import Candidate
from capqa.translation.memory.memory import LEAST_SIMILARITY, TranslationMemory
from capqa.translation.memory.similarity import Words, changes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.translation.engine import EngineContext, TranslationRequest
    from capqa.translation.memory.memory import Match
    from capqa.translation.memory.pairs import PairReader, TranslatedPair

OPTIONS: Final = ("path", "least-similarity")
_ALTERNATIVES: Final = 3
_MOST_CHANGES: Final = 4


def create(context: EngineContext) -> MemoryEngine:
    """Return the engine over the decisions the context reads. Raises ConfigurationError."""
    least = context.options.number("least-similarity", LEAST_SIMILARITY, least=0.5, most=1)
    return MemoryEngine(context.read_pairs, least)


class MemoryEngine:
    """Looks texts up among decisions; see the module."""

    def __init__(self, read_pairs: PairReader | None, least: float = LEAST_SIMILARITY) -> None:
        """Take what reads the decisions, asked each time so that fresh ones count at once."""
        self._read_pairs = read_pairs
        self._least = least
        self._pairs: Sequence[TranslatedPair] = ()
        self._memory = TranslationMemory(())

    @property
    def label(self) -> str:
        """The engine's name; each candidate adds how alike the texts are."""
        return "memory"

    def supports(self, source_language: str, target_language: str) -> bool:
        """Return whether there are decisions to look in."""
        return self._read_pairs is not None and source_language != target_language

    def translate(self, requests: Sequence[TranslationRequest]) -> list[Candidate | None]:
        """Return the newest decision on each text, else one on the text most like it, else None.

        Raises CapqaError when the decisions cannot be read.
        """
        pairs = self._read_pairs() if self._read_pairs else ()
        if pairs is not self._pairs:
            self._pairs, self._memory = pairs, TranslationMemory(pairs)
        return [self._translated(request) for request in requests]

    def _translated(self, request: TranslationRequest) -> Candidate | None:
        pair = request.source_language, request.target_language
        whole = Span(0, len(request.text))
        if found := self._memory.exact(request.text, *pair):
            target, *older = (match.pair.target for match in found)
            part = Part(whole, target, "memory", f"decided{_by_and_on(found[0].pair)}")
            return Candidate(target, tuple(older)[:_ALTERNATIVES], (part,))
        # No others beside it: an alternative cannot say in what its source differed.
        for match in self._memory.similar(request.text, *pair, self._least)[:1]:
            target = match.pair.target
            part = Part(whole, target, "similar", _difference(match, request.text))
            return Candidate(target, parts=(part,), version=f"{_percent(match)} %")
        return None


def _difference(match: Match, text: str) -> str:
    found = changes(Words.of(match.pair.source), Words.of(text))
    told = [f"there {_quoted(each.before)}, here {_quoted(each.after)}" for each in found]
    more = len(told) - _MOST_CHANGES
    if more > 0:
        told[_MOST_CHANGES:] = [f"{more} more"]
    alike = f"{_percent(match)} % like what was decided{_by_and_on(match.pair)}"
    return f"{alike}: {'; '.join(told)}"


def _by_and_on(pair: TranslatedPair) -> str:
    by = f" by {pair.reviewer}" if pair.reviewer else ""
    return f"{by} on {pair.time[:10]}" if pair.time else by


def _quoted(text: str) -> str:
    return f"“{' '.join(text.split())}”" if text else "nothing"


def _percent(match: Match) -> int:
    return int(match.similarity * 100)
