"""Recognises compounds nobody has listed by the known words they are made of."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from capqa.language.languages import INDEX
from capqa.language.lexicon_layout import EXONYM, FREQUENCIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from capqa.language.lexicon import Lexicon

_NOWHERE: Final[frozenset[int]] = frozenset()

# Languages that write compounds as one word, with what may stand between the parts.
_LINKS: Final = {
    INDEX["de"]: ("", "s", "es", "n", "en", "er", "e"),
    INDEX["nl"]: ("", "s", "en", "e"),
    INDEX["sv"]: ("", "s"),
    INDEX["da"]: ("", "s", "e"),
    INDEX["nb"]: ("", "s", "e"),
    INDEX["fi"]: ("", "n"),
    INDEX["hu"]: ("",),
}
_SHORTEST_PART: Final = 4
_SHORTEST_WORD: Final = 9
_FULL: Final = 3.4
# What surnames and towns end in; such a word is a name sooner than a compound.
_NAME_ENDINGS: Final = (
    "bach", "beck", "berg", "berger", "born", "brück", "brücken", "brunn", "burg", "burger",
    "dorf", "dorfer", "dorff", "eck", "egger", "feld", "felder", "feldt", "fels", "furt", "gau",
    "haus", "hausen", "hauser", "haven", "heim", "heimer", "hof", "hofen", "hofer", "hoff", "horst",
    "huber", "ingen", "ingham", "ington", "kamp", "kirch", "kirchen", "kirchner", "knecht", "land",
    "leben", "macher", "mann", "mayer", "meier", "meister", "meyer", "mond", "mueller", "müller",
    "mund", "ow", "rath", "reich", "reuth", "roth", "see", "son", "stadt", "städt", "stedt",
    "stein", "steiner", "strand", "strøm", "ström", "tal", "thal", "thaler", "vik", "wald",
    "walder", "wang", "weil", "weiler", "werth", "wirth", "witz", "wick", "zeller",
)  # fmt: skip


def compound_weight(
    word: str, lexicon: Lexicon, target: int, capitalised: bool
) -> dict[int, float]:
    """Return the weight of an unlisted folded word for each language it is a compound of."""
    if len(word) < _SHORTEST_WORD:
        return {}
    found: dict[int, float] = {}
    doubtful = capitalised and word.endswith(_NAME_ENDINGS)
    fronts = _fronts(word, lexicon, target)
    for index in _LINKS:
        if index == target:
            continue
        quality = _split_quality(word, index, fronts, lexicon, target)
        if quality:
            found[index] = 0.4 if doubtful else quality
    if found and target in (*_LINKS, 0) and _is_compound_of_target(word, lexicon, target):
        return {}
    return found


def is_compound(word: str, index: int, lexicon: Lexicon) -> bool:
    """Return whether a folded word is made of known words as the language joins them."""
    if len(word) < _SHORTEST_WORD or index not in _LINKS:
        return False
    return _split_quality(word, index, _fronts(word, lexicon, -1), lexicon, -1) >= _FULL


def _fronts(word: str, lexicon: Lexicon, target: int) -> list[tuple[int, frozenset[int]]]:
    """Return where a first part may end, and the languages it is a part in."""
    fronts = (
        (cut, _part_languages(word[:cut], lexicon, target))
        for cut in _cuts(word, lexicon)
        if _SHORTEST_PART <= cut <= len(word) - _SHORTEST_PART
    )
    return [(cut, languages) for cut, languages in fronts if languages]


def _cuts(word: str, lexicon: Lexicon) -> Iterable[int]:
    """Return the lengths of the listed words a word begins with."""
    if "ß" in word:
        # Such words are listed with ss.
        return range(1, len(word))
    return sorted(len(front) for front in lexicon.listed_prefixes(word))


def _split_quality(
    word: str,
    index: int,
    fronts: Sequence[tuple[int, frozenset[int]]],
    lexicon: Lexicon,
    target: int,
) -> float:
    """Return 3.4 for two known parts, 2.0 when only the longer first part is known (a typo)."""
    best = 0.0
    for cut, languages in fronts:
        if index not in languages:
            continue
        for link in _LINKS[index]:
            rest = word[cut + len(link) :]
            if len(rest) < _SHORTEST_PART or not word.startswith(link, cut):
                continue
            if index in _part_languages(rest, lexicon, target):
                return _FULL
            if cut >= 6 and cut + len(link) >= 0.5 * len(word):
                best = 2.0
            if len(rest) >= 8 and best < 3.0 and _is_part_of_two(rest, index, lexicon, target):
                return _FULL
    if not best and len(word) >= 12:
        for cut in range(_SHORTEST_PART, len(word) - 6):
            if index in _part_languages(word[cut:], lexicon, target):
                return 1.6
    return best


def _is_part_of_two(word: str, index: int, lexicon: Lexicon, target: int) -> bool:
    return any(
        index in languages
        and any(
            word.startswith(link, cut)
            and len(word) - cut - len(link) >= _SHORTEST_PART
            and index in _part_languages(word[cut + len(link) :], lexicon, target)
            for link in _LINKS[index]
        )
        for cut, languages in _fronts(word, lexicon, target)
    )


def _everyday(length: int) -> float:
    """Return how frequent a part must be: long ones are hardly found by chance."""
    return 1.5e-7 if length >= 8 else 8e-7 if length >= 6 else 2.5e-6


@lru_cache(maxsize=1 << 14)
def _part_languages(part: str, lexicon: Lexicon, target: int) -> frozenset[int]:
    """Return the languages in which a part is an everyday word, more so than in the target."""
    profile = lexicon.profile(part)
    if not profile or profile[0] >= EXONYM:
        return _NOWHERE
    here: dict[int, float] = {}
    there = 0.0
    for code, value in zip(profile[::2], profile[1::2], strict=True):
        if code in _LINKS:
            here[code] = FREQUENCIES[value]
        if code == target:
            there = FREQUENCIES[value]
        elif code >= EXONYM:
            break
    least = max(_everyday(len(part)), there / 4)
    # Equal to a fourth of the target's is not more.
    return frozenset(
        index for index, frequency in here.items() if frequency >= least and frequency > there / 4
    )


def _is_compound_of_target(word: str, lexicon: Lexicon, target: int) -> bool:
    links = _LINKS.get(target, ("",))
    for cut in _cuts(word, lexicon):
        if 3 <= cut < len(word) - 2 and _is_word(word[:cut], target, lexicon):
            for link in links:
                rest = word[cut + len(link) :]
                if (
                    len(rest) >= 3
                    and word.startswith(link, cut)
                    and _is_word(rest, target, lexicon)
                ):
                    return True
    return False


@lru_cache(maxsize=1 << 14)
def _is_word(part: str, target: int, lexicon: Lexicon) -> bool:
    profile = lexicon.profile(part)
    for code, value in zip(profile[::2], profile[1::2], strict=True):
        if code == target:
            return FREQUENCIES[value] >= 3e-6
        if code > target:
            break
    return False
