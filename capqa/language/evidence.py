"""How strongly one word speaks for each language against the target language.

A capitalised word may be a name, and names occur in any language. So both hypotheses get the same
extra probability ``name``: log((p_language + name) / (p_target + name)) nears 0 for a word that is
mostly seen as a name, and keeps its size for a plain word. See docs/detection.md.
"""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING, Final

from capqa.language.compounds import compound_weight
from capqa.language.folding import fold, german_digraphs
from capqa.language.languages import FAMILIES, INDEX, LANGUAGES, SCRIPTS, Script
from capqa.language.letters import LATIN, surprise
from capqa.language.lexicon import merged
from capqa.language.lexicon_layout import (
    EXONYM,
    FAMILY_NAME,
    FREQUENCIES,
    GIVEN_NAME,
    PLACE,
    TERM,
)
from capqa.language.misspellings import meant
from capqa.language.scripts import DEFAULTS, UNSPACED, script_of, telling_languages
from capqa.language.word_evidence import STRONGEST, Shape, WordEvidence, shape_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from capqa.language.lexicon import Lexicon

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
_SHARE_OF_LONG: Final = tuple(0.72 ** max(0, length - 7) for length in range(256))
_EXONYM_WEIGHT: Final = 4.2
_LIKELY_EXONYM_WEIGHT: Final = 2.6
_TERM_WEIGHT: Final = 3.6
_PLACE_LIMIT: Final = 4.3
_EVERYDAY: Final = 1e-4
_FUNCTION_WORD: Final = 2e-3
_MOST_OF_EVERYDAY: Final = 2.3
_USUAL: Final = 1.5e-5
# Other languages than German give capitals to names only.
_CAPITAL_ABROAD: Final = 20
_FAR_MORE: Final = 30
# What a misspelt word says is a guess: less than the word meant says, but enough beside others.
_KNOWN_TO_TARGET: Final = 1e-6
_WORTH_A_GUESS: Final = 3.5
_SHARE_OF_GUESSED: Final = 0.6
MOST_OF_GUESSED: Final = 2.6
_ENGLISH: Final = INDEX["en"]
_GERMAN: Final = INDEX["de"]
_MOST_SIGNS: Final = 3
_KNOWN_IN_SCRIPT: Final = 1.5
_VIETNAMESE: Final = INDEX["vi"]
_MOST_WITHOUT_MARKS: Final = 1.2
# Languages with a large word list, by the frequency we give a word that it lacks.
_LARGE: Final = tuple(
    (
        unseen,
        tuple(
            index
            for index, language in enumerate(LANGUAGES)
            if language.script is Script.LATIN
            and language.least_frequency > 0
            and _UNSEEN[index] == unseen
        ),
    )
    for unseen in sorted(set(_UNSEEN))
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


def _limit_place_name(weights: dict[int, float], frequencies: Mapping[int, int]) -> None:
    # A town spelt as in English is neutral, unless its name is an everyday word ("Halle", "Un").
    for index, weight in weights.items():
        frequency = FREQUENCIES[frequencies.get(index, 0)]
        # Only German gives capitals to what is no name.
        usual = _USUAL if index == _GERMAN else _FUNCTION_WORD
        if weight > 0.6 and (
            frequency < usual or (weight < _PLACE_LIMIT and frequency < _FUNCTION_WORD)
        ):
            weights[index] = 0.6


def _value(codes: bytes, values: bytes, index: int) -> int:
    """Return the frequency byte of a language in a profile, 0 where it lacks the word."""
    at = codes.find(index)
    return values[at] if at >= 0 else 0


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
                    profile = merged(profile, unfolded)
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
        target = self._target
        codes, values = profile[::2], profile[1::2]
        marks: dict[int, int] = {}
        frequencies = len(codes)
        if codes and codes[-1] >= EXONYM:
            frequencies = next(at for at, code in enumerate(codes) if code >= EXONYM)
            marks = dict(zip(codes[frequencies:], values[frequencies:], strict=True))
            codes, values = codes[:frequencies], values[:frequencies]
        is_name = GIVEN_NAME in marks or FAMILY_NAME in marks or PLACE in marks
        place = PLACE in marks
        most = FREQUENCIES[max(values)] if values else 0.0
        at = codes.find(target)
        own = FREQUENCIES[values[at]] if at >= 0 else 0.0
        chance = self._name_chance(codes, values, is_name, shape, len(folded))
        floor = max(own, _UNSEEN[target])
        # "die" and "man" are German, but where English stands they are English.
        limit = _MOST_OF_EVERYDAY if own >= _EVERYDAY else STRONGEST
        # The hottest loop there is: two dozen languages for each word not seen before.
        abroad = _CAPITAL_ABROAD * chance if shape is Shape.CAPITAL else chance
        own_at_home, own_abroad = floor + chance, floor + abroad
        weights: dict[int, float] = {}
        for index, value in zip(codes, values, strict=True):
            if index == _GERMAN:
                weight = log((FREQUENCIES[value] + chance) / own_at_home)
            else:
                weight = log((FREQUENCIES[value] + abroad) / own_abroad)
            if weight > limit:
                weight = limit
            elif weight < -STRONGEST:
                weight = -STRONGEST
            weights[index] = weight
        if weights.get(_VIETNAMESE, 0.0) > _MOST_WITHOUT_MARKS and folded.isascii():
            # Syllables without tone marks are found in every language.
            weights[_VIETNAMESE] = _MOST_WITHOUT_MARKS
        if own:
            del weights[target]
            self._weigh_absence(weights, floor, chance)
        kind = "name" if is_name else "word"
        if place and shape is not Shape.LOWER:
            _limit_place_name(weights, dict(zip(codes, values, strict=True)))
        if len(folded) >= 9 and most < 6e-7 and own < 5e-8:
            for index, weight in self._compound(folded, shape).items():
                if weight > weights.get(index, 0.0):
                    weights[index], kind = weight, "compound"
        elsewhere = place and target != _ENGLISH and shape is not Shape.LOWER
        if elsewhere and FREQUENCIES[_value(codes, values, _ENGLISH)] > _FAR_MORE * floor:
            # Elsewhere than on English pages it is the English spelling that stands out.
            kind = _raise(weights, [_ENGLISH], _LIKELY_EXONYM_WEIGHT, "exonym", kind)
        if (marks and min(marks) < GIVEN_NAME) or folded in self._vocabulary:
            kind = self._raise_marked(weights, marks, folded, own, is_name, kind)
        # A small word list says little about a word it lacks; a frequent target word says much.
        absent = -min(STRONGEST, max(0.0, log((floor + chance) / (3e-7 + chance))))
        best = max(weights.values(), default=absent)
        if is_name and shape is not Shape.LOWER and best < 2.0:
            absent = max(absent, -2.0 if own >= _USUAL else -1.0)
        given = GIVEN_NAME in marks and marks.get(PLACE, 0) < 2
        return WordEvidence(weights, absent, best, kind, is_name, shape, given, own=own)

    def _raise_marked(
        self,
        weights: dict[int, float],
        marks: Mapping[int, int],
        folded: str,
        own: float,
        is_name: bool,
        kind: str,
    ) -> str:
        """Lift the weights of languages that have the word as exonym or glossary term."""
        target = self._target
        exonyms = {code - EXONYM: trust for code, trust in marks.items() if code < TERM}
        if own < 4e-6 and target not in exonyms:
            sure = [index for index, trust in exonyms.items() if trust > 1]
            kind = _raise(weights, sure, _EXONYM_WEIGHT, "exonym", kind)
            if sure:
                kind = "exonym"
            # GeoNames' spellings are only believed where the word list agrees.
            likely = [index for index in exonyms if weights.get(index, 0.0) > 1.2]
            kind = _raise(weights, likely, _LIKELY_EXONYM_WEIGHT, "word", kind)
        terms = [code - TERM for code in marks if TERM <= code < GIVEN_NAME]
        terms += (INDEX[code] for code in self._vocabulary.get(folded, ()))
        if own < 3e-6 and not (is_name and own > 1e-7):
            terms = [index for index in terms if index != target]
            raised = _raise(weights, terms, _TERM_WEIGHT, "term", kind)
            kind = kind if kind == "exonym" else raised
        return kind

    def _weigh_absence(self, weights: dict[int, float], own: float, chance: float) -> None:
        """Count it against a language with a large word list when it lacks a target word."""
        for unseen, languages in _LARGE:
            weight = log((unseen + chance) / (own + chance))
            if weight < -0.3:
                weight = max(-STRONGEST, weight)
                for index in languages:
                    if index not in weights and index != self._target:
                        weights[index] = weight

    def _name_chance(
        self, codes: bytes, values: bytes, is_name: bool, shape: Shape, length: int
    ) -> float:
        """Return how probable the word is as a name, in any language."""
        chance = _NAME_CHANCE[shape] * _SHARE_OF_LONG[length]
        if shape is Shape.LOWER or not values:
            return chance
        families: dict[str, int] = {}
        for index, value in zip(codes, values, strict=True):
            name = FAMILIES[index]
            if value > families.get(name, -1):
                families[name] = value
        most = max(families.values())
        # The second of the families that are neither the target's nor the word's own.
        rank = 2 if families.pop(FAMILIES[self._target], -1) == most else 3
        elsewhere = sorted(families.values())
        abroad = FREQUENCIES[elsewhere[-rank]] if len(elsewhere) >= rank else 0.0
        chance += 6 * abroad
        if is_name:
            # "Krieg" is a surname too, but hardly anyone abroad writes about a Mr Krieg.
            frequency = FREQUENCIES[most]
            international = abroad * 60 > frequency or frequency < 4e-6
            chance += frequency * (0.5 if international else 0.004)
        return chance

    def _compound(self, folded: str, shape: Shape) -> dict[int, float]:
        return compound_weight(folded, self._lexicon, self._target, shape is not Shape.LOWER)

    def _foreign_script(self, folded: str, script: Script, shape: Shape) -> WordEvidence:
        weights: dict[int, float] = {}
        if script in DEFAULTS:
            weights[DEFAULTS[script]] = 5.0 if script in (Script.HAN, Script.KANA) else 4.0
        profile = self._lexicon.profile(folded)
        listed = {
            code: FREQUENCIES[value]
            for code, value in zip(profile[::2], profile[1::2], strict=True)
            if code < EXONYM and SCRIPTS[code] is script
        }
        most = max(listed.values(), default=0.0)
        for code, frequency in listed.items():
            weights[code] = max(2.5, STRONGEST + log(frequency / most))
        for rank, code in enumerate(telling_languages(folded)):
            if SCRIPTS[code] is script:
                weights[code] = max(weights.get(code, 0.0), STRONGEST - rank)
        if script is Script.HAN and any("\u3040" <= letter <= "\u30ff" for letter in folded):
            weights = {INDEX["ja"]: STRONGEST}
        if not weights:
            return WordEvidence({}, 0.0, 0.0, "script", False, shape)
        if script in UNSPACED:
            signs = min(_MOST_SIGNS, (len(folded) + 1) // 2)
            weights = {index: weight * signs for index, weight in weights.items()}
        elif listed:
            weights = {index: weight + _KNOWN_IN_SCRIPT for index, weight in weights.items()}
        return WordEvidence(weights, -2.0, max(weights.values()), "script", False, shape)

    def _unlisted(self, folded: str, shape: Shape) -> WordEvidence:
        if len(folded) < 3 or script_of(folded) is not Script.LATIN:
            return WordEvidence({}, 0.0, 0.0, "neutral", False, shape)
        compound = self._compound(folded, shape)
        if compound and max(compound.values()) > 2.5:
            return WordEvidence(compound, -1.0, max(compound.values()), "compound", False, shape)
        weights = self._looks(folded, shape)
        for index, weight in compound.items():
            weights[index] = max(weight, weights.get(index, 0.0))
        return WordEvidence(
            weights, 0.0, max(weights.values(), default=0.0), "letters", False, shape
        )

    def misspelt(self, word: str, shape: Shape) -> WordEvidence | None:
        """Return part of the evidence of the likeliest word meant, None where there is none.

        For a word that nobody lists; trying all slips of the hand takes as long as ten words.
        """
        folded = fold(word)
        best: WordEvidence | None = None
        for word in meant(folded, self._lexicon.is_stored, self._lexicon.begins_any):
            judged = self._listed(word, self._lexicon.profile(word), shape)
            if judged.own >= _KNOWN_TO_TARGET or judged.name:
                # As likely a slip in a word of the target's, or a name spelt another way.
                return None
            if best is None or judged.best > best.best:
                best = judged
        if best is None or best.best < _WORTH_A_GUESS:
            return None
        weights = {
            index: min(MOST_OF_GUESSED, _SHARE_OF_GUESSED * weight)
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
