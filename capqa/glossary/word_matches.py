"""Matching one word of a text: as a form of a term, as a compound of terms, as a misspelt one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from capqa.glossary.compound_matches import CompoundMatcher
from capqa.glossary.folding import fold, fold_by_letter, is_folded_by_letter
from capqa.glossary.matching import CompoundPart, How, TermMatch
from capqa.glossary.misspelt_compounds import mended
from capqa.glossary.words import hyphenated_parts, is_hyphenated
from capqa.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from capqa.glossary.combining_forms import CombiningForms
    from capqa.glossary.misspellings import Misspellings
    from capqa.glossary.terms import Recognised, WordIndex

_LONGEST_WORD = 100
_CACHED = 65_536
_NO_MATCHES: list[TermMatch] = []


class _Recent(dict[str, "list[TermMatch]"]):
    """What was found for the words met last; the common ones stay however many rare ones come."""

    def __init__(self) -> None:
        super().__init__()
        self.older: dict[str, list[TermMatch]] = {}

    def keep(self, word: str, found: list[TermMatch]) -> None:
        """Remember what was found; when there is no more room, what was not met since goes."""
        if len(self) >= _CACHED:
            self.older = dict(self)
            self.clear()
        self[word] = found


class WordMatcher:
    """Matches single words; remembers what it found, for newsroom texts repeat their words."""

    def __init__(
        self,
        index: WordIndex,
        forms: CombiningForms,
        misspellings: Misspellings,
        place_name: Callable[[str], str | None] | None,
        is_word: Callable[[str], bool] | None,
    ) -> None:
        """Match against an index; the two functions are `Termbase`'s."""
        self._index = index
        self._misspellings = misspellings
        self._forms = forms
        self._compounds = CompoundMatcher(index, forms, place_name)
        self._is_word = is_word
        self._attributes: dict[str, list[TermMatch] | None] = {}
        self._well_spelt = _Recent()
        self._misspelt = _Recent()

    def well_spelt(self, word: str) -> list[TermMatch]:
        """Return the match of a word, or those of its hyphenated parts, or none.

        Their spans are those in the word.
        """
        found = self._well_spelt.get(word)
        return self._remember(word, self._well_spelt, typos=False) if found is None else found

    def misspelt(self, word: str) -> list[TermMatch]:
        """Return the match of a word, misspelt or not, or those of its hyphenated parts."""
        found = self._misspelt.get(word)
        return self._remember(word, self._misspelt, typos=True) if found is None else found

    def attribute(self, word: str) -> list[TermMatch] | None:
        """Return the match of a capitalised word that may be an attribute: "Deutsche Soldaten"."""
        remembered = self._attributes
        try:
            return remembered[word]
        except KeyError:
            found = self._index.attribute(word) if len(word) <= _LONGEST_WORD else None
        if len(remembered) >= _CACHED:
            remembered.clear()
        matches = [_match(Span(0, len(word)), found)] if found is not None else None
        remembered[word] = matches
        return matches

    def _remember(self, word: str, remembered: _Recent, *, typos: bool) -> list[TermMatch]:
        if len(word) > _LONGEST_WORD:
            return []
        found = remembered.older.get(word)
        if found is not None:
            remembered.keep(word, found)
            return found
        # One list for all words without a match: many would be work for the garbage collector.
        found = self._matches(word, typos=typos) or _NO_MATCHES
        remembered.keep(word, found)
        return found

    def _matches(self, word: str, *, typos: bool) -> list[TermMatch]:
        whole = Span(0, len(word))
        folded = fold(word)
        recognised = self._index.recognise(word, folded)
        if recognised is not None:
            return [_match(whole, recognised)]
        typos = typos and not (self._is_word is not None and self._is_word(word))
        if is_hyphenated(word):
            parts = hyphenated_parts(word, whole)
            found = self._hyphenated(word, parts, typos=False)
            if not typos or (found and found[0].span == whole):
                return found
            misspelt = self._misspellings.misspelt(word, folded)
            if misspelt is not None:
                return [_match(whole, misspelt)]
            return self._hyphenated(word, parts, typos=True)
        by_letter = folded if is_folded_by_letter(word) else fold_by_letter(word)
        compound = self._compounds.match(word, by_letter)
        if compound is not None:
            return [compound]
        lacks_link = self._compounds.lacks_link
        if typos:
            misspelt = self._misspellings.misspelt(word, folded)
            if misspelt is not None:
                return [_match(whole, misspelt)]
            meant = mended(word, by_letter, self._index, self._misspellings)
            if meant is not None:
                compound = self._compounds.match(meant, fold_by_letter(meant), word)
                if compound is not None:
                    return [replace(compound, how=How.TYPO, meant=meant)]
        # Only now without the linking s it should have: "Flüchtlinghilfe".
        if not lacks_link or not self._index.morphology.may_lack_link(folded):
            return []
        compound = self._compounds.match(word, by_letter, strictly=False)
        return [compound] if compound is not None else []

    def _hyphenated(self, word: str, spans: list[Span], *, typos: bool) -> list[TermMatch]:
        found = [self._matches(span.of(word), typos=typos) if len(span) else [] for span in spans]
        ending = self._forms.last(fold(spans[-1].of(word)))
        if ending is not None:
            found[-1] = [_match(Span(0, len(spans[-1])), ending)]
        if not found[-1] or not word[:1].isalnum():
            return _in_place(spans, found)
        head = found[-1][0]
        parts: list[CompoundPart] = []
        for span, matches in zip(spans[:-1], found[:-1], strict=True):
            text = span.of(word)
            form = self._forms.first(fold(text))
            if form is not None:
                parts.append(CompoundPart(span, form.term.best.target, form.term.best))
            elif matches:
                match = matches[0]
                if match.parts:
                    parts += [_moved(part, span.start) for part in match.parts]
                else:
                    parts.append(CompoundPart(span, match.entry.target, match.entry))
            elif text[:1].isupper() or text[:1].isdigit():
                parts.append(CompoundPart(span, self._compounds.name(text) or text))
            else:
                return _in_place(spans, found)
        last = spans[-1]
        mistaken = any(match.meant for matches in found for match in matches)
        if head.parts:
            parts += [_moved(part, last.start) for part in head.parts]
        else:
            parts.append(CompoundPart(last, head.entry.target, head.entry))
        return [
            TermMatch(
                Span(0, len(word)),
                head.entry,
                How.TYPO if mistaken else How.COMPOUND,
                head.others,
                head.inflection,
                tuple(parts),
                _meant(word, spans, found) if mistaken else "",
            )
        ]


def _match(span: Span, found: Recognised) -> TermMatch:
    term = found.spelling.term
    return TermMatch(
        span, term.best, found.how, term.entries[1:], found.inflection, meant=found.meant
    )


def _meant(word: str, spans: list[Span], found: list[list[TermMatch]]) -> str:
    meant = []
    start = 0
    for span, matches in zip(spans, found, strict=True):
        right = matches[0].meant if matches else ""
        meant.append(word[start : span.start] + (right or span.of(word)))
        start = span.end
    return "".join(meant)


def _in_place(spans: list[Span], found: list[list[TermMatch]]) -> list[TermMatch]:
    return [
        shifted(match, span.start)
        for span, matches in zip(spans, found, strict=True)
        for match in matches
    ]


def shifted(match: TermMatch, offset: int) -> TermMatch:
    """Return a match in a word as one in the text, where the word starts at an offset."""
    if not offset:
        return match
    return TermMatch(
        match.span.shifted(offset),
        match.entry,
        match.how,
        match.others,
        match.inflection,
        tuple(_moved(part, offset) for part in match.parts) if match.parts else (),
        match.meant,
    )


def _moved(part: CompoundPart, offset: int) -> CompoundPart:
    return CompoundPart(part.span.shifted(offset), part.target, part.entry)
