"""The most that the words of a line can say: where that is too little, it need not be read.

The words around a word only make it say less. But a word of the target that is set aside, with a
name or a quotation, no longer speaks against a fragment: what may be set aside counts as neutral
here. And telling phrases say more than their words: this is not asked of lines that hold one.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.language.decoding import may_gain
from capqa.language.evidence import MOST_OF_GUESSED
from capqa.language.folding import fold
from capqa.language.institutions import BEFORE_RIVERS
from capqa.language.marks import AGENCY, ENDONYM, INSTITUTION, OPENS_KEPT, STREET
from capqa.language.masking import may_hold_credit, may_mark_credit
from capqa.language.neighbours import PARTICLES
from capqa.language.stretch_pairs import StretchPairs
from capqa.language.switchers import SERVICES
from capqa.language.tokens import Gap, words_of
from capqa.language.word_evidence import UNLISTED
from capqa.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.language.lexicon import Lexicon
    from capqa.language.phrases import PhraseTable
    from capqa.language.token_evidence import TokenJudge

_REMEMBERED: Final = 1 << 16
_LONGEST: Final = 64

# What is to be looked at in a line for a stretch, as bits.
_READ: Final = 1
_PAIR: Final = 1 << 1
_EDGE: Final = 1 << 2
_CREDIT: Final = 1 << 3

# White space that parts words more strongly than a space does.
_WIDE: Final = ("\n", "\r", "\t", "   ", "\u2028")
_PUNCTUATION: Final = ".,;:!?…"
# Quotation marks and brackets; an apostrophe within a word is none.
_SETS_OFF: Final = lazy_pattern(r"[\"“”„«»‘‚()]|(?<!\w)['’]|['’](?!\w)")
# Words in lower case that are set aside with the names, languages or numbers beside them.
_AMID_NAMES: Final = PARTICLES | BEFORE_RIVERS | SERVICES | {"vs", "www"}


class _Stretch(NamedTuple):
    """What stands between white space: the most that it says for any language, in nats.

    ``before`` and ``after`` are the strongest gaps there may be on either side, ``looks`` the bits
    of what else is to be looked at.
    """

    most: float
    before: Gap
    after: Gap
    looks: int


class LineBound:
    """Tells lines that say too little, against one target language."""

    def __init__(self, judge: TokenJudge, phrases: PhraseTable, lexicon: Lexicon) -> None:
        """Judge words as the reader of lines does."""
        names = _Names(judge, phrases, lexicon)
        self._names = StretchPairs(names.may_begin)
        self._stretches = _Stretches(judge, names)

    def excludes(self, text: str, stretches: Sequence[str]) -> bool:
        """Return whether no foreign words can be found in a line without telling phrases.

        ``stretches`` are what stands between its white space. True is certain.
        """
        bounds = self.bounds(text, stretches)
        return bounds is not None and not may_gain(*bounds) and not self.may_hold_name(stretches)

    def bounds(self, text: str, stretches: Sequence[str]) -> tuple[list[float], list[Gap]] | None:
        """Return the most that each stretch says in such a line, in nats, and the strongest gap
        there may be before each; None where that cannot be told.

        They hold where no name of several words stands in the line.
        """
        if any(space in text for space in _WIDE):
            return None
        found = list(map(self._stretches.__getitem__, stretches))
        every = 0
        for stretch in found:
            every |= stretch.looks
        if every & _READ or (every & _CREDIT and may_hold_credit(text)):
            return None
        bounds = [stretch.most for stretch in found]
        if every & _EDGE:
            # Quotations, and what brackets hold, lie between the first sign and the last.
            edges = [at for at, stretch in enumerate(found) if stretch.looks & _EDGE]
            inside = slice(edges[0], edges[-1] + 1)
            bounds[inside] = [max(0.0, most) for most in bounds[inside]]
        gaps, before = [], Gap.END
        for stretch in found:
            gaps.append(before if before > stretch.before else stretch.before)
            before = stretch.after
        return bounds, gaps

    def may_hold_name(self, stretches: Sequence[str]) -> bool:
        """Return whether a name of several words may begin in a line."""
        return any(
            self._stretches[stretch].looks & _PAIR and self._names.may(stretches, at)
            for at, stretch in enumerate(stretches)
        )


class _Names:
    """Tells the beginnings of names that words in lower case may be set aside with."""

    def __init__(self, judge: TokenJudge, phrases: PhraseTable, lexicon: Lexicon) -> None:
        self._judge = judge
        self._phrases = phrases
        self._lexicon = lexicon

    def opens(self, word: str) -> bool:
        """Return whether a word may begin such a name."""
        return word[0].isupper() or any(
            each.marks & OPENS_KEPT for each in self._judge.judgements(word)
        )

    def is_one(self, folded: str) -> bool:
        """Return whether a folded word is such a name by itself."""
        return self._phrases.is_kept(folded) or self._phrases.is_kept(folded.removesuffix("'s"))

    def may_begin(self, first: str, second: str) -> bool:
        """Return whether one of several words may begin with two; the second may be ""."""
        if not second or not self.opens(first):
            return False
        one, other = fold(first), fold(second)
        return (
            self._lexicon.begins_place_phrase(f"{one} {other}")
            or self._phrases.may_be_kept(one, other)
            # "Le Monde's": what belongs to a name is none of it.
            or self._phrases.may_be_kept(one.removesuffix("'s"), other.removesuffix("'s"))
        )


class _Stretches(dict[str, _Stretch]):
    """The stretches met so far."""

    def __init__(self, judge: TokenJudge, names: _Names) -> None:
        super().__init__()
        self._judge = judge
        self._names = names

    def __missing__(self, stretch: str) -> _Stretch:
        weighed = self._weighed(stretch)
        if len(stretch) <= _LONGEST:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[stretch] = weighed
        return weighed

    def _weighed(self, stretch: str) -> _Stretch:
        words = words_of(stretch)
        looks = _EDGE if _SETS_OFF.search(stretch) else 0
        if may_mark_credit(stretch, words):
            looks |= _CREDIT
        if any(self._is_to_be_read(word) for word in words) or any(
            self._names.may_begin(*pair) for pair in pairwise(words)
        ):
            looks |= _READ
        if words and self._names.opens(words[-1]):
            looks |= _PAIR
        # An address is set aside, and between signs there are breaks.
        if len(words) != 1 or stretch.rstrip(_PUNCTUATION) != words[0]:
            most = sum(max(0.0, self._most(word)) for word in words)
            return _Stretch(most, Gap.END, Gap.END, looks)
        (word,) = words
        most = self._most(word)
        if self._may_be_set_aside(word):
            most = max(0.0, most)
        signs = stretch[len(word) :]
        after = Gap.END if signs.strip(",") else Gap.COMMA if signs else Gap.NONE
        return _Stretch(most, Gap.NONE, after, looks)

    def _most(self, word: str) -> float:
        """Return the most that a word says for any language."""
        judged = self._judge.judgements(word)
        most = max(max(each.best, each.absent) for each in judged)
        if any(each.kind == UNLISTED for each in judged):
            # It may be a slip in another word.
            return max(most, MOST_OF_GUESSED)
        return most

    def _may_be_set_aside(self, word: str) -> bool:
        """Return whether a word may be set aside where no name of several words begins."""
        folded = fold(word)
        return (
            not word.islower()
            or folded in _AMID_NAMES
            or self._names.is_one(folded)
            or any(each.marks & ENDONYM for each in self._judge.judgements(word))
        )

    def _is_to_be_read(self, word: str) -> bool:
        """Return whether a word may be a fragment by itself, or set aside what is beside it."""
        judged = self._judge.judgements(word)
        if any(each.kind == "exonym" or each.marks & AGENCY for each in judged):
            return True
        return word[0].isupper() and any(each.marks & (INSTITUTION | STREET) for each in judged)
