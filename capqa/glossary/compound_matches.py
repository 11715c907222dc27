"""Matching a word as a compound of terms and place names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from capqa.glossary.compounds import SHORTEST_PART, Piece, may_be_split, split
from capqa.glossary.folding import fold_with_offsets
from capqa.glossary.matching import CompoundPart, How, TermMatch
from capqa.glossary.word_class import WordClass, word_class
from capqa.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from capqa.glossary.combining_forms import CombiningForms
    from capqa.glossary.spellings import Spelling
    from capqa.glossary.terms import Recognised, WordIndex


class _Named(NamedTuple):
    """A compound's part that is a place name with a name of its own in the target language."""

    target: str


class CompoundMatcher:
    """Takes single words apart."""

    def __init__(
        self,
        index: WordIndex,
        forms: CombiningForms,
        place_name: Callable[[str], str | None] | None,
    ) -> None:
        """Know the parts of compounds from an index, the combining forms, and place names."""
        self._index = index
        self._forms = forms
        self._place_name = place_name
        self.lacks_link = False
        """Whether the word matched last might have been a compound but for a linking element."""

    def match(
        self, word: str, folded: str, written: str = "", *, strictly: bool = True
    ) -> TermMatch | None:
        """Return the compound a capitalised word is, or None.

        ``folded`` is the word folded letter by letter, ``written`` what the text has in its place,
        if not the same. Unless ``strictly``, the linking elements that should be there may be
        missing.
        """
        self.lacks_link = False
        if word[:1].islower():
            return None
        links = self._index.morphology.linking_elements
        if not may_be_split(folded, links):
            return None
        stops = self._stops(folded)
        heads: dict[str, Recognised] = {}

        def head(text: str) -> Spelling | _Named | None:
            found = self._forms.last(text) or self._index.head(text)
            beginning = folded.removesuffix(text)
            if found is None or not self._index.morphology.may_end(beginning, text):
                return None
            # Nordsyrien is a part of Syrien; anything else before a name is chance.
            is_name = word_class(found.spelling.term.best) is WordClass.PROPER
            if is_name and self._forms.first(beginning) is None:
                return None
            heads[text] = found
            return found.spelling

        def modifier(text: str, linking: str) -> Spelling | _Named | None:
            if strictly and not self._index.morphology.may_link(text, linking):
                self.lacks_link = True
                return None
            form = None if linking else self._forms.first(text)
            if form is not None:
                return form
            known = self._index.modifier(text)
            # An adjective takes no linking element: Weiterbildung is no Bildung that is weit.
            if known is not None and not (
                linking and word_class(known.term.best) is WordClass.ADJECTIVE
            ):
                return known
            name = self.name(text) if len(text) > 3 else None
            return _Named(name) if name else None

        pieces: list[Piece[Spelling | _Named]] | None = split(folded, links, modifier, head, stops)
        if pieces is None:
            return None
        written = written or word
        _, offsets = fold_with_offsets(word)
        recognised = heads[folded[pieces[-1].start :]]
        # A mended word is longer or shorter than what is written: its parts are placed by share.
        share = len(written) / len(word)
        parts = []
        for piece in pieces:
            start, end = offsets[piece.start], offsets[piece.end]
            span = Span(
                min(round(start * share), len(written)), min(round(end * share), len(written))
            )
            if isinstance(piece.known, _Named):
                parts.append(CompoundPart(span, piece.known.target))
            else:
                entry = piece.known.term.best
                parts.append(CompoundPart(span, entry.target, entry))
        term = recognised.spelling.term
        return TermMatch(
            Span(0, len(written)),
            term.best,
            How.COMPOUND,
            term.entries[1:],
            recognised.inflection,
            tuple(parts),
        )

    def _stops(self, folded: str) -> Callable[[int], Iterable[int]]:
        """Return what tells where in a compound the modifiers from one place on may end."""
        last = len(folded) - SHORTEST_PART + 1
        if self._place_name is not None:
            return lambda start: range(start + SHORTEST_PART, last)
        stops, forms = self._index.modifier_stops, self._forms.beginnings
        if not forms:
            return lambda start: stops(folded, start, last)
        return lambda start: [
            *stops(folded, start, last),
            *(stop for stop in range(start + SHORTEST_PART, last) if folded[start:stop] in forms),
        ]

    def name(self, text: str) -> str | None:
        """Return what a place name, folded or not, is in the target language, or None."""
        if self._place_name is None:
            return None
        return self._place_name(text if text[:1].isupper() else _spelt_out(text))


def _spelt_out(folded: str) -> str:
    return folded[:1].upper() + folded[1:]
