"""Reads one line: its words, the evidence of each, and what is neutral for the words around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.language.evidence import NEUTRAL, STRONGEST, Shape, WordEvidence
from capqa.language.folding import fold
from capqa.language.institutions import institutions
from capqa.language.languages import INDEX
from capqa.language.masking import masks
from capqa.language.neighbours import (
    PARTICLES,
    cap,
    cap_persons,
    cap_places,
    set_glosses_aside,
    set_initials_aside,
    set_versus_aside,
)
from capqa.language.phrases import adopted_words, kept_names, telling_phrases
from capqa.language.standing_names import is_standing_name
from capqa.language.switchers import is_language_switcher
from capqa.language.tokens import Gap, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from capqa.language.token_evidence import TokenJudge
    from capqa.language.tokens import Token

SOLID: Final = 2.4
_CAP_OF_ADOPTED: Final = 0.6
_CLEARLY_TARGET: Final = -0.7
_EVERYDAY_TARGET: Final = 1e-5
_SOMEWHAT_TARGET: Final = 0.3
_CAP_OF_ABBREVIATIONS: Final = 1.0

_QUOTES: Final = re.compile(
    r"\"[^\"\n]{1,200}\"|“[^”“\n]{1,200}[”“]|„[^“”\"\n]{1,200}[“”\"]|«[^»\n]{1,200}»|»[^«\n]{1,200}«"
    r"|(?<!\w)['‘‚][^'’‘\n]{1,200}(?:(?<=\w)['’]\w[^'’‘\n]{1,200})*['’‘](?!\w)"
)


class Line(NamedTuple):
    """The words of a line, the evidence of each, and why some were set aside ("" where not)."""

    tokens: Sequence[Token]
    evidence: list[WordEvidence]
    reasons: list[str]
    target_words: int


class LineReader:
    """Reads lines against one target language."""

    def __init__(
        self, judge: TokenJudge, target: int, is_place_phrase: Callable[[str], bool]
    ) -> None:
        """Read with a judge of single words; ``is_place_phrase`` knows places of several words."""
        self._is_place_phrase = is_place_phrase
        self._judge = judge
        self._target = target
        self._english = target == INDEX["en"]

    def read(self, text: str, page_names: frozenset[str]) -> Line:
        """Return the line's words with the evidence that counts."""
        words = tokens(text)
        judge = self._judge.judge
        evidence = [judge(token.text, token.gap >= Gap.BREAK) for token in words]
        reasons = [""] * len(words)
        if not any(word.best > 1.0 or word.opens_phrase for word in evidence):
            return Line(words, evidence, reasons, 0)
        folded = [fold(token.text) for token in words]
        if is_language_switcher(folded, words):
            return Line(words, [NEUTRAL] * len(words), ["language switcher"] * len(words), 0)
        if is_standing_name(words, folded):
            return Line(words, [NEUTRAL] * len(words), ["institution"] * len(words), 0)
        line = Line(words, evidence, reasons, 0)
        if self._english:
            adopted = adopted_words()
            for index, word in enumerate(folded):
                if word in adopted:
                    cap(line, index, _CAP_OF_ADOPTED, "adopted word")
            set_versus_aside(line, folded)
        for index, token in enumerate(words):
            if len(token.text) <= 2 and token.text.islower() and _stands_alone(words, index):
                cap(line, index, _CAP_OF_ABBREVIATIONS, "abbreviation")
        for index, phrase in telling_phrases().find(folded):
            if phrase.language is not None and phrase.language != self._target:
                self._give_away(line, index, len(phrase.words), phrase.language, phrase.kind)
        owners = [word.removesuffix("'s") for word in folded] if self._english else folded
        for index, phrase in kept_names().find(owners):
            self._set_aside(line, index, index + len(phrase.words), phrase.kind)
        for mask in masks(text):
            self._mask(line, mask.start, mask.end, mask.reason)
        if page_names:
            for index, token in enumerate(words):
                if token.text in page_names and evidence[index].kind not in ("exonym", "term"):
                    cap(line, index, 0.5, "name on this page")
        for first, last in self._place_phrases(words, folded):
            self._set_aside(line, first, last, "place")
        for first, last in institutions(words, folded):
            self._set_aside(line, first, last, "institution")
        set_glosses_aside(line, text)
        set_initials_aside(line, text)
        cap_places(line, folded)
        cap_persons(line)
        self._particles(line, folded)
        target_words = self._quotations(line, text)
        return line._replace(target_words=target_words)

    def _place_phrases(
        self, words: Sequence[Token], folded: Sequence[str]
    ) -> Iterator[tuple[int, int]]:
        """Yield the places of several words: "Frankfurt an der Oder"."""
        index = 0
        while index < len(words) - 1:
            end = index + 1
            if words[index].text[0].isupper():
                for length in (4, 3, 2):
                    last = index + length
                    if (
                        last <= len(words)
                        and not words[last - 1].text.islower()
                        and self._is_place_phrase(" ".join(folded[index:last]))
                    ):
                        yield index, last
                        end = last
                        break
            index = end

    def _give_away(self, line: Line, index: int, length: int, language: int, kind: str) -> None:
        last = index + length
        whole = (index == 0 or line.tokens[index].gap >= Gap.BREAK) and (
            last == len(line.tokens) or line.tokens[last].gap >= Gap.BREAK
        )
        if kind == "furniture" and not whole:
            return
        if length == 1 and line.evidence[index].absent < -_SOMEWHAT_TARGET:
            return
        for place in range(index, last):
            weights = {language: STRONGEST if length > 1 or kind == "furniture" else 4.0}
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


def _stands_alone(words: Sequence[Token], index: int) -> bool:
    """Return whether punctuation touches a word on either side, as in lists of codes."""
    last = index + 1
    if index > 0 and words[index].gap >= Gap.COMMA:
        return True
    return last < len(words) and words[last].gap >= Gap.COMMA


def _may_be_name(text: str, word: WordEvidence) -> bool:
    return text[0].isupper() and (word.best < SOLID or word.name)


def is_target_word(word: WordEvidence) -> bool:
    """Return whether a word clearly is the target language's and no other's."""
    return word.own >= _EVERYDAY_TARGET and (word.best <= _CLEARLY_TARGET or word.own == 1.0)


def _has_quote(text: str) -> bool:
    return any(sign in text for sign in "\"“„«»'‘‚")
