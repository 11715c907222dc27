"""Tells the lines in which nothing can be found without reading them: most lines of most pages.

What the stretches between white space may do to a line is remembered: texts repeat them, and a
stretch is looked up in a fraction of the time that its words take to be found and judged.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from capqa.language.folding import fold
from capqa.language.line_bound import LineBound
from capqa.language.marks import OPENS_TELLING
from capqa.language.stretch_pairs import StretchPairs
from capqa.language.target_words import WORTH_READING, is_target_word
from capqa.language.token_evidence import Loudness
from capqa.language.tokens import words_of
from capqa.language.word_evidence import UNLISTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.language.lexicon import Lexicon
    from capqa.language.phrases import PhraseTable
    from capqa.language.token_evidence import TokenJudge

_REMEMBERED: Final = 1 << 16
_LONGEST: Final = 64

# What a stretch may do to a line, as bits; 0 is nothing.
_OPENS: Final = 1
_UNLISTED: Final = 1 << 1
_LOUD: Final = 1 << 2
_TELLS: Final = 1 << 3


class Skimmer:
    """Tells lines in which nothing can be found, against one target language."""

    def __init__(
        self,
        judge: TokenJudge,
        target: int,
        phrases: PhraseTable,
        lexicon: Lexicon,
        *,
        only_ours: bool,
    ) -> None:
        """Judge words as the reader of lines does.

        ``only_ours`` tells that no names are set aside but those that our own lists have.
        """
        self._judge = judge
        self._only_ours = only_ours
        self._does = _Stretches(judge, phrases, target)
        self._openings = StretchPairs(partial(_may_tell, phrases, target))
        self._meaningless: set[str] = set()
        self._bound = LineBound(judge, phrases, lexicon)

    def holds_nothing(self, text: str) -> bool:
        """Return whether no foreign words can be found in a line; True is certain."""
        stretches = text.split()
        does = list(map(self._does.__getitem__, stretches))
        if not any(does):
            return True
        if self._may_hold_telling(stretches, does):
            return False
        every = 0
        for done in does:
            every |= done
        if every & _LOUD:
            return self._only_ours and self._bound.excludes(text, stretches)
        if not every & _UNLISTED or all(
            stretch in self._meaningless or self._is_meaningless(stretch)
            for stretch, done in zip(stretches, does, strict=True)
            if done & _UNLISTED
        ):
            return True
        return self._has_names_for_unlisted(words_of(text))

    def may_hold_telling(self, stretches: Sequence[str]) -> bool:
        """Return whether a line may hold a telling phrase, given what stands between its spaces."""
        return self._may_hold_telling(stretches, [self._does[stretch] for stretch in stretches])

    def _may_hold_telling(self, stretches: Sequence[str], does: Sequence[int]) -> bool:
        for at, done in enumerate(does):
            if done & _TELLS or (done & _OPENS and self._openings.may(stretches, at)):
                return True
        return False

    def _has_names_for_unlisted(self, words: Sequence[str]) -> bool:
        """Return whether the words around those that nobody lists let them be names."""
        judged = [self._judge.judgements(word) for word in words]
        if any(each.best >= WORTH_READING for both in judged for each in both):
            return False
        unlisted = sum(any(each.kind == UNLISTED for each in both) for both in judged)
        return unlisted <= 1 or any(all(map(is_target_word, both)) for both in judged)

    def _is_meaningless(self, stretch: str) -> bool:
        """Return whether the words of a stretch that nobody lists are known to mean nothing."""
        if not all(
            self._judge.surely_means_nothing(word)
            for word in words_of(stretch)
            if self._judge.loudness(word) is Loudness.UNLISTED
        ):
            return False
        if len(stretch) <= _LONGEST:
            if len(self._meaningless) >= _REMEMBERED:
                self._meaningless.clear()
            self._meaningless.add(stretch)
        return True


class _Stretches(dict[str, int]):
    """What the stretches met so far may do to a line."""

    def __init__(self, judge: TokenJudge, phrases: PhraseTable, target: int) -> None:
        super().__init__()
        self._judge = judge
        self._target = target
        self._phrases = phrases

    def __missing__(self, stretch: str) -> int:
        done = self._done_by(words_of(stretch))
        if len(stretch) <= _LONGEST:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[stretch] = done
        return done

    def _done_by(self, words: Sequence[str]) -> int:
        done = 0
        for at, word in enumerate(words, start=1):
            loudness = self._judge.loudness(word)
            if loudness is Loudness.QUIET:
                continue
            if loudness is Loudness.LOUD:
                done |= _LOUD
            elif loudness is Loudness.UNLISTED:
                done |= _UNLISTED
            if any(each.marks & OPENS_TELLING for each in self._judge.judgements(word)):
                if at == len(words):
                    done |= _OPENS
                elif _may_tell(self._phrases, self._target, word, words[at]):
                    done |= _TELLS
        return done


def _may_tell(phrases: PhraseTable, target: int, first: str, second: str) -> bool:
    return phrases.may_tell(fold(first), fold(second), target)
