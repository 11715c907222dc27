"""Judges a word as it stands in a line, with its apostrophes and hyphens; remembers its answers."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from capqa.language.folding import fold
from capqa.language.languages import INDEX
from capqa.language.marks import ADOPTED, AGENCY, OPENS_KEPT, OPENS_TELLING
from capqa.language.target_words import SOLID
from capqa.language.tokens import Gap
from capqa.language.word_evidence import STRONGEST, UNLISTED, Shape, WordEvidence, shape_of
from capqa.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.language.evidence import WordJudge
    from capqa.language.word_lists import WordLists

_REMEMBERED: Final = 1 << 16
_LONGEST: Final = 64
_APOSTROPHE: Final = lazy_pattern(r"['’ʼ`´]")
_HYPHEN: Final = lazy_pattern(r"[-‐‑]")
_ELISIONS: Final = {
    "l": ("fr", "it", "ca"),
    "d": ("fr", "it", "ca"),
    "qu": ("fr",),
    "j": ("fr",),
    "c": ("fr",),
    "n": ("fr", "ca"),
    "s": ("fr", "ca"),
    "m": ("fr", "ca"),
    "t": ("fr",),
    "lorsqu": ("fr",),
    "jusqu": ("fr",),
    "puisqu": ("fr",),
    "aujourd": ("fr",),
    "dell": ("it",),
    "all": ("it",),
    "nell": ("it",),
    "dall": ("it",),
    "sull": ("it",),
    "un": ("it",),
    "quell": ("it",),
    "quest": ("it",),
}
_SHORT_PARTS: Final = frozenset(
    ["bin", "bint", "ibn", "ben", "abu", "und", "sur", "les", "der", "den", "del"]
)
_TURKISH_SUFFIX: Final = lazy_pattern(
    r"^(?:[dt][ae](?:n|ki)?|[ysn]?[ıiuü](?:n|na|ne|nda|nde)?|n[ıiuü]n|[ıiuü]n|y?[ae]|l[ae]r|y?l[ae])$"
)


class Loudness(Enum):
    """What a word may do to a line whose other words say nothing.

    A QUIET one nothing, an OPENING one nothing but begin a telling phrase, an UNLISTED one that and
    be a slip in a word that is solid evidence, a LOUD one is that itself.
    """

    QUIET = 0
    OPENING = 1
    UNLISTED = 2
    LOUD = 3


class TokenJudge:
    """Judges words of a line; the same word is only looked up once."""

    def __init__(self, judge: WordJudge, target: int, lists: WordLists) -> None:
        """Judge parts of words with ``judge``; ``lists`` tell what they say of a word."""
        self._marks = lists.marks
        self._words = judge
        self._english = target == INDEX["en"]
        self._target = target
        self._known: dict[str, WordEvidence] = {}
        self._initial: dict[str, WordEvidence] = {}
        self._misspelt: dict[tuple[str, Shape], WordEvidence | None] = {}

    def judge(self, text: str, initial: bool = False) -> WordEvidence:
        """Return the evidence of a word as it stands in the line, or at its start."""
        store = self._initial if initial else self._known
        known = store.get(text)
        if known is None:
            if len(store) >= _REMEMBERED:
                store.clear()
            if initial and text.islower():
                # Without a capital it is the same wherever it stands.
                known = store[text] = self.judge(text)
                return known
            known = self._judge(text, initial)
            if marks := self._marks_of(fold(text), capital=text[0].isupper()):
                known = known._replace(marks=marks)
            if len(text) <= _LONGEST:
                store[text] = known
        return known

    def judgements(self, word: str) -> tuple[WordEvidence, WordEvidence]:
        """Return the evidence of a word wherever in a line it may stand, amid it and at a start."""
        return self.judge(word), self.judge(word, initial=True)

    def loudness(self, word: str) -> Loudness:
        """Return what a word may do by itself, wherever in a line it stands."""
        judged = self.judgements(word)
        if any(each.best >= SOLID for each in judged):
            return Loudness.LOUD
        if any(each.kind == UNLISTED for each in judged):
            return Loudness.UNLISTED
        if any(each.marks & OPENS_TELLING for each in judged):
            return Loudness.OPENING
        return Loudness.QUIET

    def judge_all(self, words: Sequence[str], gaps: Sequence[Gap]) -> list[WordEvidence]:
        """Return the evidence of each word of a line, ``gaps`` being those before them."""
        # Every word of every page passes here, and nearly all have been met before.
        known, initial, judge = self._known.get, self._initial.get, self.judge
        return [
            (initial(word) or judge(word, True))
            if gap >= Gap.BREAK
            else (known(word) or judge(word))
            for word, gap in zip(words, gaps, strict=True)
        ]

    def misspelt(self, text: str, shape: Shape) -> WordEvidence | None:
        """Return the evidence of what a word nobody lists was meant to be, None if nothing near."""
        if (text, shape) not in self._misspelt:
            if len(self._misspelt) >= _REMEMBERED:
                self._misspelt.clear()
            self._misspelt[text, shape] = self._words.misspelt(text, shape)
        return self._misspelt[text, shape]

    def surely_means_nothing(self, text: str) -> bool:
        """Return whether a word nobody lists is known to be no slip in a solid word.

        False may also say that nobody has asked yet, for the answer takes as long as ten words.
        """
        shapes = {each.shape for each in self.judgements(text) if each.kind == UNLISTED}
        if not any((text, shape) in self._misspelt for shape in shapes):
            return False
        meant = (self.misspelt(text, shape) for shape in shapes)
        return all(word is None or word.best < SOLID for word in meant)

    def _marks_of(self, folded: str, *, capital: bool) -> int:
        # What names of institutions end in has a capital.
        marks = self._marks(folded, endings=capital)
        if folded.endswith("s"):
            # English gives its plural to what it has adopted: "façades".
            marks |= self._marks(folded[:-1], endings=False) & ADOPTED
        if self._english and folded.endswith("'s"):
            marks |= self._marks(folded[:-2], endings=False) & OPENS_KEPT
        if "-" in folded:
            for part in folded.split("-"):
                marks |= self._marks(part, endings=False) & AGENCY
        return marks

    def _judge(self, text: str, initial: bool) -> WordEvidence:
        text = text[:_LONGEST]
        if text.isalpha() or self._words.is_listed(fold(text)):
            shape = shape_of(text)
            return self._words.judge(
                text, Shape.INITIAL if initial and shape is Shape.CAPITAL else shape
            )
        if _HYPHEN.search(text):
            return self._parts(
                [part for part in _HYPHEN.split(text) if part], shape_of(text), initial
            )
        if _APOSTROPHE.search(text):
            return self._with_apostrophe(text, initial)
        return self._words.judge(text)

    def _parts(self, parts: list[str], shape: Shape, initial: bool) -> WordEvidence:
        judged = [
            self.judge(part, initial)
            for part in parts
            if len(part) > 2 and part not in _SHORT_PARTS
        ]
        judged = [word for word in judged if word.weights or word.absent]
        if not judged:
            return WordEvidence({}, 0.0, 0.0, "neutral", False, shape)
        languages = {language for word in judged for language in word.weights}
        weights = {
            language: max(
                -STRONGEST,
                min(STRONGEST, sum(word.weight(language) for word in judged)),
            )
            for language in sorted(languages)
        }
        best = max(weights.values(), default=0.0)
        absent = max(-STRONGEST, sum(word.absent for word in judged))
        strongest = max(judged, key=lambda word: word.best)
        given = judged[0].given_name and judged[0].shape is not Shape.LOWER
        # A place in part of a word is no place: "Arslan-Akdeniz".
        kind = "word" if strongest.kind == "exonym" else strongest.kind
        return WordEvidence(weights, absent, best, kind, given, shape, given)

    def _with_apostrophe(self, text: str, initial: bool) -> WordEvidence:
        front, *rest = _APOSTROPHE.split(text)
        last = rest[-1] if rest else ""
        if last.lower() == "s" and len(front) > 1:
            return self._possessive(self.judge(front, initial))
        if not front or not last:
            return self._words.judge(front or last or text)
        base = self.judge("'".join(rest)) if len(rest) > 1 else self.judge(last)
        if fold(front) in _ELISIONS:
            gain = 1.0 if last[0].isupper() and base.best < 2.0 else 2.4
            codes = [INDEX[code] for code in _ELISIONS[fold(front)] if INDEX[code] != self._target]
            weights = {
                code: min(STRONGEST, base.weights.get(code, max(-1.0, base.absent)) + gain)
                for code in codes
            }
            best = max(weights.values(), default=0.0)
            return WordEvidence(weights, min(-1.0, base.absent), best, "word", False, base.shape)
        turkish = INDEX["tr"]
        if self._target != turkish and front[0].isupper() and _TURKISH_SUFFIX.match(last):
            stem = self.judge(front)
            weight = max(0.0, stem.weights.get(turkish, 0.0)) + 3.0
            return WordEvidence(
                {turkish: min(STRONGEST, weight)},
                -1.0,
                min(STRONGEST, weight),
                "word",
                False,
                stem.shape,
            )
        if front[0].isupper() and len(front) <= 2:
            # O'Brien, D'Angelo: an Irish or Italian name.
            return WordEvidence({}, 0.0, 0.0, "name", True, Shape.CAPITAL)
        return self._parts([front, last], shape_of(text), initial)

    def _possessive(self, base: WordEvidence) -> WordEvidence:
        if not self._english:
            english = min(STRONGEST, max(base.weight(0), 0.0) + 1.5)
            weights = {**base.weights, 0: english}
            return base._replace(weights=weights, best=max(base.best, english))
        weights = {language: weight - 2.5 for language, weight in base.weights.items()}
        return base._replace(
            own=1.0, weights=weights, absent=min(-2.5, base.absent - 2.5), best=base.best - 2.5
        )
