"""Finds the spans of a line that are not in the page's language, with calibrated confidence."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.errors import ConfigurationError
from capqa.language.confidence import confidence
from capqa.language.decoding import candidates, label, may_hold_foreign
from capqa.language.edges import tightened
from capqa.language.evidence import WordJudge
from capqa.language.languages import CODES, INDEX, canonical
from capqa.language.lexicon import shared_lexicon
from capqa.language.line import LineReader
from capqa.language.lone_places import lone_places
from capqa.language.spans import runs
from capqa.language.target_words import SOLID
from capqa.language.token_evidence import TokenJudge
from capqa.language.word_lists import shared_word_lists
from capqa.model import Evidence, Role, Span

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from capqa.language.line import Line
    from capqa.language.spans import Run

_LEAST: Final = 0.05
_LONGEST_PIECE: Final = 2000
# A year belongs to the caption it stands in: "Archiv Fall der Mauer 1989".
_NUMBER_AFTER: Final = re.compile(r"((?: [A-Z]{0,3}\d{1,4}(?:[./:]\d{1,4})*)+)\W*$")
_NUMBER_BEFORE: Final = re.compile(r"\W*?(\d{1,4}\.? )")


@dataclass(frozen=True, slots=True)
class ForeignSpan:
    """A run of words left in another language.

    ``confidence`` is the calibrated probability that a reviewer would call this an untranslated
    fragment.
    """

    span: Span
    language: str
    confidence: float
    line: Line = field(repr=False, compare=False)
    run: Run = field(repr=False, compare=False)
    offset: int = field(repr=False, compare=False)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """One entry for each word of the span, in order; made when asked for."""
        return tuple(
            _evidence(self.line, index, self.run.language, self.offset)
            for index in range(self.run.first, self.run.last)
        )


class Explanation(NamedTuple):
    """Why a line is flagged or not: the spans, every word's evidence, and one sentence."""

    spans: tuple[ForeignSpan, ...]
    evidence: tuple[Evidence, ...]
    reason: str


class Detector:
    """Finds foreign fragments in lines of a page whose language is ``target_language``."""

    threshold: float = 0.65

    def __init__(
        self,
        target_language: str = "en",
        *,
        vocabulary: Mapping[str, frozenset[str]] | None = None,
        allowed: Sequence[str] = (),
    ) -> None:
        """Detect against a target; ``vocabulary`` maps folded glossary words to their languages.

        ``allowed`` are names and phrases that are right as they stand, whatever their case.

        Raises ConfigurationError for a target the compiled data do not cover, and CapqaError when
        the data have not been built.
        """
        code = canonical(target_language)
        if code not in INDEX:
            raise ConfigurationError(
                f"no language data for target language {target_language!r}",
                mend=f"choose from {', '.join(sorted(CODES))}",
            )
        self.target_language = code
        self._target = INDEX[code]
        lexicon = shared_lexicon()
        judge = TokenJudge(
            WordJudge(lexicon, self._target, vocabulary or {}),
            self._target,
            shared_word_lists(),
        )
        self._reader = LineReader(judge, self._target, lexicon, allowed)

    def foreign_spans(
        self,
        text: str,
        *,
        role: Role = Role.BODY,
        page_language: str | None = None,
        page_names: Container[str] = (),
    ) -> list[ForeignSpan]:
        """Return the foreign spans of a text in order, those of confidence 0.05 and more.

        ``page_language`` is what the page as a whole is written in, where known; ``page_names``
        are words seen as names in its running text.
        """
        return [
            found
            for piece, offset in _pieces(text)
            for found in self._read(piece, offset, role, page_language, page_names)[0]
        ]

    def explain(
        self,
        text: str,
        *,
        role: Role = Role.BODY,
        page_language: str | None = None,
        page_names: Container[str] = (),
    ) -> Explanation:
        """Return what foreign_spans finds and why, with the evidence of silent words too."""
        spans: list[ForeignSpan] = []
        evidence: list[Evidence] = []
        for piece, offset in _pieces(text):
            found, line = self._read(piece, offset, role, page_language, page_names, thorough=True)
            languages = candidates(line.evidence)
            first = languages[0] if languages else None
            spans += found
            evidence += (_evidence(line, index, first, offset) for index in range(len(line.tokens)))
        return Explanation(tuple(spans), tuple(evidence), _reason(spans, evidence))

    def _read(
        self,
        text: str,
        offset: int,
        role: Role,
        page_language: str | None,
        page_names: Container[str],
        *,
        thorough: bool = False,
    ) -> tuple[list[ForeignSpan], Line]:
        line = self._reader.read(text, page_names, thorough=thorough)
        return self._spans(text, offset, line, role, page_language), line

    def _spans(
        self, text: str, offset: int, line: Line, role: Role, page_language: str | None
    ) -> list[ForeignSpan]:
        if not any(word.best >= SOLID for word in line.evidence):
            return []
        page = None if page_language is None else INDEX.get(canonical(page_language))
        gaps = [token.gap for token in line.tokens]
        fragments: list[Run] = []
        if may_hold_foreign(line.evidence, gaps):
            fragments = runs(label(line.evidence, gaps, candidates(line.evidence)), line)
        found: list[ForeignSpan] = []
        for run in sorted([*fragments, *lone_places(line, fragments)]):
            probability = confidence(line, run, role, page)
            if probability >= _LEAST:
                found.append(_span(text, offset, line, run, probability))
        return found


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """Yield (piece, offset) of a text, cut between words where it is longer than a paragraph.

    This keeps the time linear in the length of the text, whatever it holds.
    """
    start = 0
    while len(text) - start > _LONGEST_PIECE:
        end = start + _LONGEST_PIECE
        for sign in ("\n", ". ", " "):
            if (cut := text.rfind(sign, start + _LONGEST_PIECE // 2, end)) >= 0:
                end = cut + len(sign)
                break
        yield text[start:end], start
        start = end
    yield text[start:], start


def _reason(spans: Sequence[ForeignSpan], evidence: Sequence[Evidence]) -> str:
    if spans:
        return "; ".join(f"{found.language} {found.confidence:.2f}" for found in spans)
    set_aside = dict.fromkeys(word.detail for word in evidence if word.detail)
    if set_aside:
        return f"nothing is left when set aside: {', '.join(set_aside)}"
    if any(word.weight > 1 for word in evidence):
        return "too little speaks for another language"
    return "no word speaks for another language"


def _span(text: str, offset: int, line: Line, run: Run, probability: float) -> ForeignSpan:
    whole, run = run, tightened(run, line)
    words = line.tokens[run.first : run.last]
    start, end = words[0].start, words[-1].end
    if run.first == 0 and (number := _NUMBER_BEFORE.fullmatch(text, 0, start)):
        start = number.start(1)
    # Beside a name that is left out the year is, too: "Suriname [verkiezingen] 2020".
    ends_line = run == whole and run.last == len(line.tokens)
    if ends_line and (number := _NUMBER_AFTER.match(text, end)):
        end = number.end(1)
    for opening, closing in ("()", "[]", '""', "„“", "“”", "«»", "‘’"):
        inside = text[start:end]
        open_inside = inside.count(opening) > inside.count(closing)
        if opening == closing:
            open_inside = inside.count(opening) % 2 == 1
        if open_inside and text[end : end + 1] == closing:
            end += 1
    return ForeignSpan(
        Span(start + offset, end + offset),
        CODES[run.language],
        probability,
        line,
        run,
        offset,
    )


def _evidence(line: Line, index: int, language: int | None, offset: int) -> Evidence:
    token, word = line.tokens[index], line.evidence[index]
    weight = 0.0 if language is None else word.weight(language)
    kind = word.kind if weight or not line.reasons[index] else "neutral"
    return Evidence(
        Span(token.start + offset, token.end + offset),
        token.text,
        kind,
        round(weight, 2),
        line.reasons[index],
    )
