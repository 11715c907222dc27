"""How strongly one word speaks for each language against the target language.

A capitalised word may be a name, and names occur in any language. So both hypotheses get the same
extra probability ``name``: log((p_language + name) / (p_target + name)) nears 0 for a word that is
mostly seen as a name, and keeps its size for a plain word. See docs/detection.md.
"""

from __future__ import annotations

import math
from enum import IntEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.language.compounds import compound_weight
from capqa.language.folding import fold, german_digraphs
from capqa.language.languages import FAMILIES, INDEX, LANGUAGES, SCRIPTS, Script
from capqa.language.letters import LATIN, surprise
from capqa.language.lexicon_layout import (
    EXONYM,
    FREQUENCIES,
    GIVEN_NAME,
    PLACE,
    TERM,
)
from capqa.language.misspellings import meant
from capqa.language.scripts import DEFAULTS, script_of, telling_languages

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from capqa.language.lexicon import Lexicon

STRONGEST: Final = 6.0


class Shape(IntEnum):
    """The case of a word; INITIAL is a capital where any word would have one."""

    LOWER = 0
    CAPITAL = 1
    UPPER = 2
    INITIAL = 3


class WordEvidence(NamedTuple):
    """What a word says: nats for each language listed, ``absent`` for every other one.

    ``name`` tells that the word is known as a person's or place's name, ``own`` is its frequency
    in the target language; ``kind`` names the strongest source: "word", "exonym", "term",
    "compound", "letters", "script", "name", "furniture" or "neutral".
    """

    weights: Mapping[int, float]
    absent: float
    best: float
    kind: str
    name: bool
    shape: Shape
    given_name: bool = False
    opens_phrase: bool = False
    own: float = 0.0


NEUTRAL: Final = WordEvidence({}, 0.0, 0.0, "neutral", False, Shape.LOWER)

_UNSEEN: Final = tuple(
    2e-7
    if language.word_list is None or language.least_frequency == 0
    else max(4e-9, language.least_frequency / 3)
    for language in LANGUAGES
)
_NAME_CHANCE: Final = {
    Shape.LOWER: 2e-9,
    Shape.CAPITAL: 8e-8,
    Shape.INITIAL: 8e-8,
    Shape.UPPER: 3e-7,
}
_EXONYM_WEIGHT: Final = 4.2
_LIKELY_EXONYM_WEIGHT: Final = 2.6
_TERM_WEIGHT: Final = 3.6
_PLACE_LIMIT: Final = 4.3
_EVERYDAY: Final = 1e-4
_MOST_OF_EVERYDAY: Final = 2.3
_USUAL: Final = 1.5e-5
# Other languages than German give capitals to names only.
_CAPITAL_ABROAD: Final = 20
_FAR_MORE: Final = 30
# What a misspelt word says is a guess: less than the word meant says, but enough beside others.
_KNOWN_TO_TARGET: Final = 1e-6
_WORTH_A_GUESS: Final = 3.5
_SHARE_OF_GUESSED: Final = 0.6
_MOST_OF_GUESSED: Final = 2.6
_ENGLISH: Final = INDEX["en"]
_GERMAN: Final = INDEX["de"]
_LARGE: Final = tuple(
    index
    for index, language in enumerate(LANGUAGES)
    if language.script is Script.LATIN and language.least_frequency > 0
)


def shape_of(word: str) -> Shape:
    """Return the case of a word; one capital alone is CAPITAL."""
    if word[0].islower():
        return Shape.LOWER
    if len(word) > 1 and word.isupper():
        return Shape.UPPER
    return Shape.CAPITAL if word[0].isupper() else Shape.LOWER


class Profile(NamedTuple):
    """A word's profile, taken apart: frequencies and marks by language index."""

    frequencies: Mapping[int, float]
    exonyms: Mapping[int, int]
    terms: Sequence[int]
    given: bool
    is_name: bool
    place: bool
    most: float

    @classmethod
    def of(cls, pairs: bytes) -> Profile:
        """Take apart the byte pairs of the compiled tables."""
        frequencies: dict[int, float] = {}
        exonyms: dict[int, int] = {}
        terms: list[int] = []
        marks: dict[int, int] = {}
        for code, value in zip(pairs[::2], pairs[1::2], strict=True):
            if code < EXONYM:
                frequencies[code] = FREQUENCIES[value]
            elif code < TERM:
                exonyms[code - EXONYM] = value
            elif code < GIVEN_NAME:
                terms.append(code - TERM)
            else:
                marks[code] = value
        return cls(
            frequencies,
            exonyms,
            terms,
            GIVEN_NAME in marks and marks.get(PLACE, 0) < 2,
            bool(marks),
            PLACE in marks,
            max(frequencies.values(), default=0.0),
        )


def _raise(
    weights: dict[int, float], languages: Sequence[int], least: float, name: str, kind: str
) -> str:
    """Lift the weights of some languages to a least value; return the kind of evidence then."""
    for index in languages:
        if weights.get(index, 0.0) < least:
            weights[index] = least
            kind = name
    return kind


def _is_acronym(word: str) -> bool:
    return sum(letter.isupper() for letter in word) > 1 and (len(word) <= 4 or not word.isupper())


def _limit_place_name(weights: dict[int, float]) -> None:
    # A town spelt as in English is neutral, unless its name is an everyday word ("Halle", "Wien").
    for index, weight in weights.items():
        if 0.6 < weight < _PLACE_LIMIT:
            weights[index] = 0.6


class WordJudge:
    """Judges words against one target language, from the compiled tables and the user's terms."""

    def __init__(
        self, lexicon: Lexicon, target: int, vocabulary: Mapping[str, frozenset[str]]
    ) -> None:
        """Judge against the language with index ``target``."""
        self._lexicon = lexicon
        self._target = target
        self._target_script = SCRIPTS[target]
        self._vocabulary = vocabulary

    def judge(self, word: str, shape: Shape | None = None) -> WordEvidence:
        """Return the evidence of a word without apostrophes or hyphens to cut it at."""
        folded = fold(word)
        if shape is None:
            shape = shape_of(word)
        script = script_of(folded)
        if script is not Script.LATIN and script is not self._target_script:
            return self._foreign_script(folded, script, shape)
        profile = self._lexicon.profile(folded)
        if not profile or profile[0] >= EXONYM:
            for spelling in german_digraphs(folded) if folded.isascii() else ():
                if unfolded := self._lexicon.profile(spelling):
                    profile = profile + unfolded
                    break
        if len(folded) <= 5 and _is_acronym(word):
            return WordEvidence({}, 0.0, 0.0, "neutral", False, shape)
        if not profile and folded not in self._vocabulary:
            return self._unlisted(folded, shape)
        return self._listed(folded, profile, shape)

    def is_listed(self, folded: str) -> bool:
        """Return whether a folded word is in the tables or the user's terms."""
        return folded in self._vocabulary or bool(self._lexicon.profile(folded))

    def _listed(self, folded: str, profile: bytes, shape: Shape) -> WordEvidence:
        known = Profile.of(profile)
        target = self._target
        own = known.frequencies.get(target, 0.0)
        weights: dict[int, float] = {}
        chance = self._name_chance(known, shape, len(folded))
        floor = max(own, _UNSEEN[target])
        # "die" and "man" are German, but where English stands they are English.
        most = _MOST_OF_EVERYDAY if own >= _EVERYDAY else STRONGEST
        # The hottest loop there is: two dozen languages for each word not seen before.
        abroad = _CAPITAL_ABROAD * chance if shape is Shape.CAPITAL else chance
        own_at_home, own_abroad = floor + chance, floor + abroad
        for index, frequency in known.frequencies.items():
            if index == _GERMAN:
                weight = math.log((frequency + chance) / own_at_home)
            elif index == target:
                continue
            else:
                weight = math.log((frequency + abroad) / own_abroad)
            if weight > most:
                weight = most
            elif weight < -STRONGEST:
                weight = -STRONGEST
            weights[index] = weight
        weights.pop(target, None)
        if own:
            self._weigh_absence(weights, floor, chance)
        kind = "name" if known.is_name else "word"
        if known.place and shape is not Shape.LOWER:
            _limit_place_name(weights)
        if len(folded) >= 9 and known.most < 6e-7 and own < 5e-8:
            for index, weight in self._compound(folded, shape).items():
                if weight > weights.get(index, 0.0):
                    weights[index], kind = weight, "compound"
        if own < 4e-6 and target not in known.exonyms:
            sure = [index for index, trust in known.exonyms.items() if trust > 1]
            kind = _raise(weights, sure, _EXONYM_WEIGHT, "exonym", kind)
            # GeoNames' spellings are only believed where the word list agrees.
            likely = [index for index in known.exonyms if weights.get(index, 0.0) > 1.2]
            kind = _raise(weights, likely, _LIKELY_EXONYM_WEIGHT, "word", kind)
        elsewhere = known.place and target != _ENGLISH and shape is not Shape.LOWER
        if elsewhere and known.frequencies.get(_ENGLISH, 0.0) > _FAR_MORE * floor:
            # Elsewhere than on English pages it is the English spelling that stands out.
            kind = _raise(weights, [_ENGLISH], _LIKELY_EXONYM_WEIGHT, "exonym", kind)
        terms = [*known.terms, *(INDEX[code] for code in self._vocabulary.get(folded, ()))]
        if own < 3e-6 and not (known.is_name and own > 1e-7):
            terms = [index for index in terms if index != target]
            kind = _raise(weights, terms, _TERM_WEIGHT, "term", kind)
        # A small word list says little about a word it lacks; a frequent target word says much.
        absent = -min(STRONGEST, max(0.0, math.log((floor + chance) / (3e-7 + chance))))
        best = max(weights.values(), default=absent)
        if known.is_name and shape is not Shape.LOWER and best < 2.0:
            absent = max(absent, -2.0 if own >= _USUAL else -1.0)
        return WordEvidence(weights, absent, best, kind, known.is_name, shape, known.given, own=own)

    def _weigh_absence(self, weights: dict[int, float], own: float, chance: float) -> None:
        """Count it against a language with a large word list when it lacks a target word."""
        for index in _LARGE:
            if index != self._target and index not in weights:
                weight = math.log((_UNSEEN[index] + chance) / (own + chance))
                if weight < -0.3:
                    weights[index] = max(-STRONGEST, weight)

    def _name_chance(self, known: Profile, shape: Shape, length: int) -> float:
        """Return how probable the word is as a name, in any language."""
        chance = _NAME_CHANCE[shape] * 0.72 ** max(0, length - 7)
        if shape is Shape.LOWER or not known.frequencies:
            return chance
        strongest = max(known.frequencies, key=known.frequencies.__getitem__)
        families: dict[str, float] = {}
        for index, frequency in known.frequencies.items():
            name = FAMILIES[index]
            if name != FAMILIES[strongest] and name != FAMILIES[self._target]:
                families[name] = max(families.get(name, 0.0), frequency)
        elsewhere = sorted(families.values(), reverse=True)
        abroad = elsewhere[1] if len(elsewhere) > 1 else 0.0
        chance += 6 * abroad
        if known.is_name:
            # "Krieg" is a surname too, but hardly anyone abroad writes about a Mr Krieg.
            international = abroad * 60 > known.most or known.most < 4e-6
            chance += known.most * (0.5 if international else 0.004)
        return chance

    def _compound(self, folded: str, shape: Shape) -> dict[int, float]:
        return compound_weight(folded, self._lexicon, self._target, shape is not Shape.LOWER)

    def _foreign_script(self, folded: str, script: Script, shape: Shape) -> WordEvidence:
        weights: dict[int, float] = {}
        if script in DEFAULTS:
            weights[DEFAULTS[script]] = 4.0
        profile = self._lexicon.profile(folded)
        listed = {
            code: FREQUENCIES[value]
            for code, value in zip(profile[::2], profile[1::2], strict=True)
            if code < EXONYM and SCRIPTS[code] is script
        }
        most = max(listed.values(), default=0.0)
        for code, frequency in listed.items():
            weights[code] = max(2.5, STRONGEST + math.log(frequency / most))
        for rank, code in enumerate(telling_languages(folded)):
            if SCRIPTS[code] is script:
                weights[code] = max(weights.get(code, 0.0), STRONGEST - rank)
        if script is Script.HAN and any("\u3040" <= letter <= "\u30ff" for letter in folded):
            weights = {INDEX["ja"]: STRONGEST}
        if not weights:
            return WordEvidence({}, 0.0, 0.0, "script", False, shape)
        return WordEvidence(weights, -2.0, max(weights.values()), "script", False, shape)

    def _unlisted(self, folded: str, shape: Shape) -> WordEvidence:
        if len(folded) < 3 or script_of(folded) is not Script.LATIN:
            return WordEvidence({}, 0.0, 0.0, "neutral", False, shape)
        compound = self._compound(folded, shape)
        if compound and max(compound.values()) > 2.5:
            return WordEvidence(compound, -1.0, max(compound.values()), "compound", False, shape)
        misspelt = self._misspelt(folded, shape)
        if misspelt is not None:
            return misspelt
        weights = self._looks(folded, shape)
        for index, weight in compound.items():
            weights[index] = max(weight, weights.get(index, 0.0))
        return WordEvidence(
            weights, 0.0, max(weights.values(), default=0.0), "letters", False, shape
        )

    def _misspelt(self, folded: str, shape: Shape) -> WordEvidence | None:
        """Return part of the evidence of the likeliest word meant, None where there is none."""
        best: WordEvidence | None = None
        for word in meant(folded, self._lexicon.is_stored):
            judged = self._listed(word, self._lexicon.profile(word), shape)
            if judged.own >= _KNOWN_TO_TARGET or judged.name:
                # As likely a slip in a word of the target's, or a name spelt another way.
                return None
            if best is None or judged.best > best.best:
                best = judged
        if best is None or best.best < _WORTH_A_GUESS:
            return None
        weights = {
            index: min(_MOST_OF_GUESSED, _SHARE_OF_GUESSED * weight)
            for index, weight in best.weights.items()
        }
        return WordEvidence(weights, 0.0, max(weights.values()), "misspelt", False, shape)

    def _looks(self, folded: str, shape: Shape) -> dict[int, float]:
        """Return how much more a word looks like each language than like the target."""
        nats = surprise(folded, self._lexicon.letters)
        column = LATIN.index(self._target) if self._target in LATIN else None
        if column is None:
            return {}
        least = min(nats)
        own = nats[column]
        if shape is Shape.LOWER:
            factor, most = 0.45, 2.2
        else:
            # Few names are this long, many German nouns are.
            factor, most = (0.25, 2.0) if len(folded) >= 11 else (0.12, 0.7)
        return {
            index: max(-most, min(most, factor * (own - value)))
            for index, value in zip(LATIN, nats, strict=True)
            if index != self._target and value < least + 6.0
        }
