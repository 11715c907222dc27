"""Reads one line: its words, the evidence of each, and what is neutral for the words around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.language.folding import folds
from capqa.language.glosses import set_glosses_aside
from capqa.language.institutions import institutions
from capqa.language.languages import INDEX
from capqa.language.marks import ADOPTED, AGENCY, ENDONYM, NAME_SHAPE, OPENS_KEPT, OPENS_TELLING
from capqa.language.masking import masks
from capqa.language.neighbours import (
    PARTICLES,
    cap,
    cap_persons,
    cap_places,
    set_initials_aside,
    set_versus_aside,
)
from capqa.language.phrases import shared_phrases
from capqa.language.skimming import Skimmer
from capqa.language.standing_names import is_standing_name
from capqa.language.switchers import is_language_switcher, switcher_cells
from capqa.language.target_words import SOLID, WORTH_READING, is_target_word
from capqa.language.tokens import Gap
from capqa.language.tokens import pieces as pieces_of
from capqa.language.word_evidence import NEUTRAL, STRONGEST, UNLISTED, Shape, WordEvidence
from capqa.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from capqa.language.lexicon import Lexicon
    from capqa.language.phrases import Phrase
    from capqa.language.token_evidence import TokenJudge
    from capqa.language.tokens import Token

_LONGEST_PLACE: Final = 4
_CAP_OF_ADOPTED: Final = 0.6
_CAP_OF_PAGE_NAMES: Final = 0.5
# Without a solid word nothing is found; an explanation tells why weaker ones are silent, too.
_WORTH_EXPLAINING: Final = 1.0
_KNOWN_TO_TARGET: Final = 3e-7
_SOMEWHAT_FOREIGN: Final = 2.0
_CAP_OF_ABBREVIATIONS: Final = 1.0

_QUOTES: Final = lazy_pattern(
    r"\"[^\"\n]{1,200}\"|“[^”“\n]{1,200}[”“]|„[^“”\"\n]{1,200}[“”\"]|«[^»\n]{1,200}»|»[^«\n]{1,200}«"
    r"|(?<!\w)['‘‚][^'’‘\n]{1,200}(?:(?<=\w)['’]\w[^'’‘\n]{1,200})*['’‘](?!\w)"
)


class Line(NamedTuple):
    """The words of a line, the evidence of each, and why some were set aside ("" where not)."""

    tokens: Sequence[Token]
    evidence: list[WordEvidence]
    reasons: list[str]
    target_words: int


_SILENT: Final = Line((), [], [], 0)


class LineReader:
    """Reads lines against one target language."""

    def __init__(
        self,
        judge: TokenJudge,
        target: int,
        lexicon: Lexicon,
        allowed: Sequence[str] = (),
    ) -> None:
        """Read with a judge of single words; the lexicon knows places of several words.

        ``allowed`` are phrases that are set aside wherever they stand.
        """
        self._allowed = _phrases(allowed)
        self._places_at = lexicon.place_phrases
        self._phrases = shared_phrases()
        self._skimmer = Skimmer(judge, target, self._phrases, lexicon, only_ours=not allowed)
        self._judge = judge
        self._target = target
        self._english = target == INDEX["en"]

    def read(self, text: str, page_names: Container[str] = (), *, thorough: bool = False) -> Line:
        """Return the line's words with the evidence that counts.

        A line none of whose words is solid evidence for another language is left unread and comes
        back without words; a ``thorough`` reading asks for less, and always has the words.
        """
        # Most lines end here: nothing is asked of their words but whether they are known.
        if not thorough and self._skimmer.holds_nothing(text):
            return _SILENT
        pieces = pieces_of(text)
        evidence = self._judge.judge_all(pieces.words, pieces.kinds)
        self._read_misspelt(pieces.words, evidence)
        least = _WORTH_EXPLAINING if thorough else SOLID
        openings = [index for index, word in enumerate(evidence) if word.marks & OPENS_TELLING]
        solid = any(word.best >= least for word in evidence)
        folded = folds(pieces.words) if solid or openings else []
        telling = list(self._phrases.telling(folded, openings)) if openings else []
        # What follows makes words say less, but for telling phrases.
        silent = not (solid or telling)
        if silent and not thorough:
            return _SILENT
        words = pieces.tokens()
        reasons = [""] * len(words)
        line = Line(words, evidence, reasons, 0)
        if silent:
            return line
        marks = [word.marks for word in evidence]
        every_mark = 0
        for mark in marks:
            every_mark |= mark
        if is_language_switcher(folded, marks):
            return Line(words, [NEUTRAL] * len(words), ["language switcher"] * len(words), 0)
        if is_standing_name(words, folded, marks, evidence):
            return Line(words, [NEUTRAL] * len(words), ["institution"] * len(words), 0)
        if self._english:
            if every_mark & ADOPTED:
                for index, mark in enumerate(marks):
                    if mark & ADOPTED:
                        cap(line, index, _CAP_OF_ADOPTED, "adopted word")
            set_versus_aside(line, folded)
        if every_mark & ENDONYM:
            for first, last in switcher_cells(words, folded, marks):
                self._set_aside(line, first, last, "language switcher")
        for index, token in enumerate(words):
            if len(token.text) <= 2 and token.text.islower() and _stands_alone(words, index):
                cap(line, index, _CAP_OF_ABBREVIATIONS, "abbreviation")
        for phrase in telling:
            self._give_away(line, phrase)
        cap_persons(line)
        if every_mark & OPENS_KEPT:
            owners = [word.removesuffix("'s") for word in folded] if self._english else folded
            kept_openings = (index for index, mark in enumerate(marks) if mark & OPENS_KEPT)
            kept = [
                phrase
                for phrase in self._phrases.kept(owners, kept_openings)
                if _is_kept(words, phrase)
            ]
            counts = bool(kept) and _names_count(line, kept)
            for phrase in kept:
                if counts:
                    self._set_aside(line, phrase.first, phrase.last, phrase.kind)
                else:
                    reasons[phrase.first : phrase.last] = [phrase.kind] * (
                        phrase.last - phrase.first
                    )
        for mask in masks(text, holds_agency=bool(every_mark & AGENCY)):
            self._mask(line, mask.start, mask.end, mask.reason)
        if self._allowed:
            for found in self._allowed.finditer(text):
                self._mask(line, *found.span(), "allowed")
        for index, token in enumerate(words):
            word = evidence[index]
            # The page is asked last, for it has to be looked through.
            if (
                word.best > _CAP_OF_PAGE_NAMES
                and word.kind not in ("exonym", "term")
                and token.text in page_names
            ):
                cap(line, index, _CAP_OF_PAGE_NAMES, "name on this page")
        for first, last in self._place_phrases(words, folded):
            self._set_aside(line, first, last, "place")
        if every_mark & NAME_SHAPE:
            for first, last in institutions(words, folded, marks):
                self._set_aside(line, first, last, "institution")
        if not any(word.best >= least for word in evidence):
            return line
        set_glosses_aside(line, text)
        set_initials_aside(line, text)
        cap_places(line, folded)
        self._particles(line, folded)
        target_words = self._quotations(line, text)
        return line._replace(target_words=target_words)

    def _read_misspelt(self, words: Sequence[str], evidence: list[WordEvidence]) -> None:
        """Judge words nobody lists by what they may have been meant to be.

        Where the words around speak for no other language, they are names.
        """
        unlisted = [index for index, word in enumerate(evidence) if word.kind == UNLISTED]
        if not unlisted:
            return
        if any(word.best >= WORTH_READING for word in evidence) or (
            len(unlisted) > 1 and not any(is_target_word(word) for word in evidence)
        ):
            for index in unlisted:
                meant = self._judge.misspelt(words[index], evidence[index].shape)
                if meant is not None:
                    evidence[index] = meant._replace(marks=evidence[index].marks)

    def _place_phrases(
        self, words: Sequence[Token], folded: Sequence[str]
    ) -> Iterator[tuple[int, int]]:
        """Yield the places of several words: "Frankfurt an der Oder"."""
        index = 0
        while index < len(words) - 1:
            end = index + 1
            if words[index].text[0].isupper():
                text = " ".join(folded[index : index + _LONGEST_PLACE])
                for name in reversed(self._places_at(text)):
                    last = index + name.count(" ") + 1
                    if (
                        last - index > 1
                        and text[len(name) : len(name) + 1] in ("", " ")
                        and not words[last - 1].text.islower()
                    ):
                        yield index, last
                        end = last
                        break
            index = end

    def _give_away(self, line: Line, phrase: Phrase) -> None:
        first, last, kind, _, languages = phrase
        language = next((language for language in languages if language != self._target), None)
        if language is None or (kind == "furniture" and not _is_furniture(line.tokens, phrase)):
            return
        single = last - first == 1
        if single and line.evidence[first].own >= _KNOWN_TO_TARGET:
            return
        weights = {language: 4.0 if single and kind != "furniture" else STRONGEST}
        for place in range(first, last):
            line.evidence[place] = WordEvidence(weights, -1.0, STRONGEST, kind, False, Shape.LOWER)

    def _set_aside(self, line: Line, first: int, last: int, reason: str) -> None:
        for place in range(first + 1, last):
            if line.tokens[place].gap >= Gap.END:
                return
        for place in range(first, last):
            line.evidence[place] = NEUTRAL
            line.reasons[place] = reason

    def _mask(self, line: Line, start: int, end: int, reason: str) -> None:
        for place, token in enumerate(line.tokens):
            if token.start < end and start < token.end:
                line.evidence[place] = NEUTRAL
                line.reasons[place] = reason

    def _particles(self, line: Line, folded: Sequence[str]) -> None:
        """Neutralise "von der" in "Ursula von der Leyen", but not "der" in "Fall der Mauer"."""
        evidence, words = line.evidence, line.tokens
        index, count = 1, len(words)
        while index < count - 1:
            if folded[index] not in PARTICLES or words[index].gap is not Gap.NONE:
                index += 1
                continue
            last = index
            while last < count and folded[last] in PARTICLES and words[last].gap is Gap.NONE:
                last += 1
            if (
                last < count
                and words[last].gap is Gap.NONE
                and _may_be_name(words[index - 1].text, evidence[index - 1])
                and _may_be_name(words[last].text, evidence[last])
            ):
                for place in range(index, last):
                    if not line.reasons[place]:
                        line.evidence[place] = NEUTRAL
                        line.reasons[place] = "name particle"
            index = last + 1

    def _quotations(self, line: Line, text: str) -> int:
        """Set quotations and titles aside where the words around them are the target's.

        Returns the number of words that clearly are the target language's.
        """
        inside: set[int] = set()
        spans = [match.span() for match in _QUOTES.finditer(text)] if _has_quote(text) else []
        if spans:
            for place, token in enumerate(line.tokens):
                if any(start < token.start and token.end < end for start, end in spans):
                    inside.add(place)
        outside = [place for place in range(len(line.tokens)) if place not in inside]
        target_words = sum(is_target_word(line.evidence[place]) for place in outside)
        foreign = sum(line.evidence[place].best >= SOLID for place in outside)
        if inside and outside and (not foreign or target_words >= foreign):
            for place in inside:
                line.evidence[place] = NEUTRAL
                line.reasons[place] = "quotation"
        return target_words


def _phrases(allowed: Sequence[str]) -> re.Pattern[str] | None:
    if not allowed:
        return None
    # Longest first: of "Deutsche Welle" and "Deutsche" the first must be tried first.
    phrases = sorted({r"\s+".join(map(re.escape, each.split())) for each in allowed}, key=len)
    return re.compile(rf"(?<!\w)(?:{'|'.join(reversed(phrases))})(?!\w)", re.IGNORECASE)


def _is_set_off(words: Sequence[Token], phrase: Phrase, least: Gap = Gap.COMMA) -> bool:
    """Return whether at least so strong a gap, or the line's end, is on either side of a phrase."""
    return (phrase.first == 0 or words[phrase.first].gap >= least) and (
        phrase.last == len(words) or words[phrase.last].gap >= least
    )


def _is_furniture(words: Sequence[Token], phrase: Phrase) -> bool:
    """Return whether a phrase stands as furniture does: "Bekijk ook How Bruges copes"."""
    if _is_set_off(words, phrase, Gap.BREAK):
        return True
    opens = phrase.first == 0 or words[phrase.first].gap >= Gap.BREAK
    return (
        opens
        and phrase.last - phrase.first > 1
        and words[phrase.first].text[0].isupper()
        and words[phrase.last].text[0].isupper()
    )


def _is_kept(words: Sequence[Token], phrase: Phrase) -> bool:
    """Return whether a listed name is one here: it may be an ordinary phrase or word as well."""
    if phrase.alone:
        return _is_set_off(words, phrase)
    return phrase.last - phrase.first > 1 or not words[phrase.first].text.islower()


def _names_count(line: Line, kept: Sequence[Phrase]) -> bool:
    """Return whether listed names are to be kept: not inside a caption in another language.

    In "Premier Rutte in de Tweede Kamer" they are evidence like the words around them.
    """
    inside = {place for phrase in kept for place in range(phrase.first, phrase.last)}
    outside = [word for place, word in enumerate(line.evidence) if place not in inside]
    return not any(word.best >= _SOMEWHAT_FOREIGN and not word.name for word in outside) or any(
        is_target_word(word) for word in outside
    )


def _stands_alone(words: Sequence[Token], index: int) -> bool:
    """Return whether punctuation touches a word on either side, as in lists of codes."""
    last = index + 1
    if index > 0 and words[index].gap >= Gap.COMMA:
        return True
    return last < len(words) and words[last].gap >= Gap.COMMA


def _may_be_name(text: str, word: WordEvidence) -> bool:
    return text[0].isupper() and (word.best < SOLID or word.name)


def _has_quote(text: str) -> bool:
    return any(sign in text for sign in "\"“„«»'‘‚")
