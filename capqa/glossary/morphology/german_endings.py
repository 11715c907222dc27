"""What German inflection puts at the end of a word, as rules by the last letters of the word."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORTEST_LEMMA: Final = 3
"""The shortest dictionary form, in folded letters."""

ADJECTIVAL_STEMS: Final = ("t", "nd", "en", "ig", "lich", "isch")
"""How participles and adjectives end that are used as nouns: Verletzter, Verletzte."""

_ENDINGS = (
    "", "e", "n", "en", "s", "es", "er", "ern", "em", "nen", "ens", "in", "innen", "se", "sen",
    "ses", "r", "m",
)  # fmt: skip

# Foreign nouns drop their own ending in the plural: Museum/Museen, Virus/Viren, Firma/Firmen.
_FOREIGN_SINGULARS = ("um", "us", "a", "o", "on", "is")
_ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")
_FEMININES = ("in", "innen")
_VERB_ENDINGS = ("t", "et", "te", "ten", "e", "ete", "eten")
_TAIL = 3


class Rule(NamedTuple):
    """A word with this suffix may be a form of what it is with ``added`` for its last letters.

    ``cut`` letters are taken off first; where ``umlaut`` is set, the umlaut of what is left is
    undone. ``ending`` names the form, as in Reduction. Shorter words than ``shortest`` are too
    short to be one.
    """

    suffix: str
    cut: int
    added: str
    ending: str
    shortest: int
    umlaut: bool = False


class Rules(NamedTuple):
    """The rules for words with one tail, likeliest first: all, those without umlaut, and the plain.

    The plain ones only take an ending off or an umlaut.
    """

    every: tuple[Rule, ...]
    without_umlaut: tuple[tuple[str, int, str, str, int], ...]
    plain: tuple[Rule, ...]


def rules(word: str) -> Rules:
    """Return the rules that may apply to a folded word; their suffix and length must be checked."""
    return _rules(word[-_TAIL:])


@lru_cache(maxsize=8192)
def _rules(tail: str) -> Rules:
    fitting = [
        rule
        for rule in _BY_LETTER.get(tail[-1:], _BY_LETTER[""])
        if tail.endswith(rule.suffix) or rule.suffix.endswith(tail)
    ]
    return Rules(
        tuple(fitting),
        tuple(rule[:5] for rule in fitting if rule.added or not rule.umlaut),
        tuple(rule for rule in fitting if not rule.added),
    )


def _every() -> Iterator[Rule]:
    for ending in _ENDINGS:
        cut, shortest = len(ending), SHORTEST_LEMMA + len(ending)
        if ending:
            yield Rule(ending, cut, "", ending, shortest)
        yield Rule(ending, cut, "", ending, shortest, umlaut=True)
    for singular in _FOREIGN_SINGULARS:
        yield Rule("en", 2, singular, "+plural", 5)
    for ending in _ADJECTIVE_ENDINGS:
        for stem in ADJECTIVAL_STEMS:
            for other in ("er", "e"):
                cut = len(ending)
                yield Rule(stem + ending, cut, other, "+adjectival", 5 + cut)
    for ending in _FEMININES:
        for umlaut in (False, True):
            yield Rule(ending, len(ending), "e", "+" + ending, 4 + len(ending), umlaut)
    for ending in _VERB_ENDINGS:
        cut, form, shortest = len(ending), f"+{ending}verb", SHORTEST_LEMMA + len(ending)
        yield Rule(ending, cut, "en", form, shortest)
        for stem in ("el", "er"):
            yield Rule(stem + ending, cut, "n", form, shortest)


_EVERY = tuple(_every())
_BY_LETTER: Final = {
    letter: [rule for rule in _EVERY if rule.suffix[-1:] in ("", letter)]
    for letter in {rule.suffix[-1:] for rule in _EVERY}
}
