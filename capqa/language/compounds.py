"""Recognises compounds nobody has listed by the known words they are made of."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from capqa.language.languages import INDEX
from capqa.language.lexicon_layout import EXONYM, FREQUENCIES

if TYPE_CHECKING:
    from capqa.language.lexicon import Lexicon

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
    for index, links in _LINKS.items():
        if index == target:
            continue
        quality = _split_quality(word, index, links, lexicon, target)
        if quality:
            found[index] = 0.4 if doubtful else quality
    if found and target in (*_LINKS, 0) and _is_compound_of_target(word, lexicon, target):
        return {}
    return found


def is_compound(word: str, index: int, lexicon: Lexicon) -> bool:
    """Return whether a folded word is made of known words as the language joins them."""
    if len(word) < _SHORTEST_WORD or index not in _LINKS:
        return False
    return _split_quality(word, index, _LINKS[index], lexicon, -1) >= _FULL


def _split_quality(
    word: str, index: int, links: tuple[str, ...], lexicon: Lexicon, target: int
) -> float:
    """Return 3.4 for two known parts, 2.0 when only the longer first part is known (a typo)."""
    best = 0.0
    for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        front = word[:cut]
        if not _is_part(front, index, lexicon, target):
            continue
        for link in links:
            rest = word[cut + len(link) :]
            if len(rest) < _SHORTEST_PART or not word.startswith(link, cut):
                continue
            if _is_part(rest, index, lexicon, target):
                return _FULL
            if len(front) >= 6 and cut + len(link) >= 0.5 * len(word):
                best = 2.0
            if (
                len(rest) >= 8
                and best < 3.0
                and _is_part_of_two(rest, index, links, lexicon, target)
            ):
                return _FULL
    if not best and len(word) >= 12:
        for cut in range(_SHORTEST_PART, len(word) - 6):
            if len(word) - cut >= 7 and _is_part(word[cut:], index, lexicon, target):
                return 1.6
    return best


def _is_part_of_two(
    word: str, index: int, links: tuple[str, ...], lexicon: Lexicon, target: int
) -> bool:
    return any(
        _is_part(word[:cut], index, lexicon, target)
        and any(
            word.startswith(link, cut)
            and len(word) - cut - len(link) >= _SHORTEST_PART
            and _is_part(word[cut + len(link) :], index, lexicon, target)
            for link in links
        )
        for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    )


def _everyday(length: int) -> float:
    """Return how frequent a part must be: long ones are hardly found by chance."""
    return 1.5e-7 if length >= 8 else 8e-7 if length >= 6 else 2.5e-6


@lru_cache(maxsize=1 << 14)
def _is_part(part: str, index: int, lexicon: Lexicon, target: int) -> bool:
    """Return whether a part is an everyday word of the language, less so of the target."""
    here = there = 0.0
    profile = lexicon.profile(part)
    for code, value in zip(profile[::2], profile[1::2], strict=True):
        if code == index:
            here = FREQUENCIES[value]
        elif code == target:
            there = FREQUENCIES[value]
        elif code >= EXONYM:
            break
    return here >= _everyday(len(part)) and here > there / 4


def _is_compound_of_target(word: str, lexicon: Lexicon, target: int) -> bool:
    links = _LINKS.get(target, ("",))
    for cut in range(3, len(word) - 2):
        if _is_word(word[:cut], target, lexicon):
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
