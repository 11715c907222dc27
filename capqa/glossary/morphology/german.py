"""German inflection: endings, umlaut plurals, weak nouns, feminines, adjectives, verb forms.

Words are taken apart rather than forms listed, so that an index holds each term once however many
forms it has; `admits` then refuses what the term's gender and word class rule out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from capqa.glossary.morphology import Reduction
from capqa.glossary.morphology.german_endings import ADJECTIVAL_STEMS, SHORTEST_LEMMA, rules
from capqa.glossary.word_class import WordClass, word_class

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable

    from capqa.glossary.entry import Entry
    from capqa.glossary.morphology.german_endings import Rule

linking_elements = ("", "s", "es", "n", "en", "er", "e", "nen")

_LONGEST_WORD = 64
_BEGINNING = 2 * SHORTEST_LEMMA

_EN = re.compile("en")
_UMLAUT = re.compile("(?<![aeq])[aou]e")
_PREFIXES = ("an", "auf", "aus", "ab", "ein", "fest", "vor", "zu", "zurueck", "nieder", "weg")

# The plural in -er is a closed class; any other noun and "-er" is another word (Krieg, Krieger).
_PLURAL_IN_ER = (
    "land", "mann", "haus", "wald", "rad", "bild", "kind", "feld", "lied", "kleid", "bad",
    "band", "blatt", "buch", "dach", "dorf", "ei", "fach", "glas", "glied", "grab", "gut",
    "haupt", "horn", "huhn", "kalb", "kraut", "licht", "loch", "nest", "rind", "schild",
    "schloss", "schwert", "tal", "tuch", "volk", "weib", "wort", "amt", "denkmal", "gesicht",
    "gespenst", "gewand", "geist", "gott", "leib", "rand", "strauch", "tum", "wurm",
    "regiment", "spital", "geld", "brett",
)  # fmt: skip

_END_OR_PARTICIPLE = frozenset({"ende", "enden", "haft"})
_DERIVED = frozenset(
    {"tisch", "tische", "tischen", "tischer", "tisches", "tischem",
     "tieren", "rate", "raten", "wiesen"}
)  # fmt: skip

# After these endings a compound has an s: Präsidentschaftswahl.
_TAKES_S = ("ung", "heit", "keit", "schaft", "ion", "taet", "ling")

_ADJECTIVE_ENDINGS = frozenset({"e", "en", "er", "es", "em"})
_PLURAL_IN_S = (
    "a", "i", "o", "u", "y", "camp", "team", "park", "club", "boss", "blog", "check", "point",
    "scan", "tunnel", "ing",
)  # fmt: skip
_NO_ENDINGS: frozenset[str] = frozenset()
_MASCULINE = frozenset({"", "e", "en", "n", "s", "es", "ens", "se", "sen", "ses", "in", "innen"})
_NEUTER = _MASCULINE - {"in", "innen"}
_FEMININE = frozenset({"n", "en", "nen", "se", "sen"})
_PLURAL = frozenset({"n", "en"})


def reductions(word: str) -> list[Reduction]:
    """Return the dictionary forms a folded word may belong to, likeliest first."""
    if len(word) > _LONGEST_WORD:
        return []
    return [*_applied(word, rules(word).every), *_participles(word)]


def plain_reductions(word: str) -> list[Reduction]:
    """Return those of the reductions that only take an ending off or an umlaut."""
    if len(word) > _LONGEST_WORD:
        return []
    fitting = rules(word).plain
    if _may_have_umlaut(word):
        return _applied(word, fitting)
    length = len(word)
    return [
        Reduction(word[: length - cut], ending)
        for suffix, cut, _, ending, shortest, umlaut in fitting
        if not umlaut and length >= shortest and word.endswith(suffix)
    ]


def known_reductions(word: str, known: Container[str]) -> list[Reduction]:
    """Return those of the reductions that are known dictionary forms."""
    length = len(word)
    if length > _LONGEST_WORD:
        return []
    # The forms of most words are unknown: that comes first.
    if _may_have_umlaut(word):
        found = _applied(word, rules(word).every, known)
    else:
        found = [
            Reduction(lemma, ending)
            for suffix, cut, added, ending, shortest in rules(word).without_umlaut
            if (lemma := word[: length - cut] + added) in known
            and length >= shortest
            and word.endswith(suffix)
        ]
    if word[-1:] == "t":
        found += [each for each in _participles(word) if each.lemma in known]
    return found


def modifier_reductions(word: str) -> list[Reduction]:
    """Return the plurals a folded word may be that stand at the front of compounds."""
    if not (word.endswith("en") or _may_have_umlaut(word)):
        return []
    return [
        each
        for each in reductions(word)
        if (each.umlaut and each.ending in ("", "e", "er")) or each.ending == "+plural"
    ]


def plural_ends(word: str) -> Collection[int]:
    """Return where in a folded word parts may end that have modifier reductions."""
    ends = {found.end() for found in _EN.finditer(word)} if "en" in word else set()
    if _may_have_umlaut(word):
        first = min(at for at in map(word.find, ("ae", "oe", "ue")) if at >= 0)
        ends.update(range(first + 2, len(word)))
    return ends


def admits(entry: Entry, lemma: str, reduction: Reduction) -> bool:
    """Return whether a noun, adjective or verb of this gender and spelling has such a form."""
    kind = word_class(entry)
    ending = reduction.ending
    if ending.startswith("+"):
        return ending.endswith("verb") == (kind is WordClass.VERB) and kind is not WordClass.OTHER
    if kind in (WordClass.ADJECTIVE, WordClass.PARTICIPLE):
        return ending in _ADJECTIVE_ENDINGS and not reduction.umlaut
    if kind is WordClass.PROPER:
        return ending == "s" and not reduction.umlaut and lemma[-1] not in "sxz"
    return kind is WordClass.NOUN and _noun_admits(entry.gender[:1], lemma, reduction)


def bucket(word: str) -> str:
    """Return what all forms of a folded word begin with, umlauts undone.

    A dictionary form may have three letters only, which all that an ending leaves have as well.
    """
    beginning = word[:_BEGINNING]
    if _may_have_umlaut(beginning):
        beginning = re.sub("([aou])e", r"\1", beginning)
    return beginning[:SHORTEST_LEMMA]


def may_link(stem: str, linking: str) -> bool:
    """Return whether a noun is joined to the next part of a compound by this linking element."""
    return linking == "s" or not stem.endswith(_TAKES_S) or not stem[2:].endswith(_TAKES_S)


def may_lack_link(word: str) -> bool:
    """Return whether a part that should have a linking s may stand in a word without it."""
    return any(ending in word for ending in _TAKES_S)


def may_end(beginning: str, end: str) -> bool:
    """Return whether these parts make a compound rather than a derived word.

    "Folgende" ends in no Ende, "Beispielhaft" in no Haft, "Romantisch" in no Tisch.
    """
    if end in _END_OR_PARTICIPLE:
        return beginning.endswith("n") or (
            beginning.endswith("s") and beginning[-2:-1] not in ("", "h", "s")
        )
    return end not in _DERIVED


def _is_in_er(lemma: str) -> bool:
    """Return whether a noun is like Kanzler and Lager, which take n and s only, not like Heer."""
    return lemma.endswith("er") and lemma[-3:-2] not in ("", *"aeiou")


def _may_have_umlaut(word: str) -> bool:
    return "ae" in word or "oe" in word or "ue" in word


def _applied(
    word: str, fitting: Iterable[Rule], known: Container[str] | None = None
) -> list[Reduction]:
    length = len(word)
    umlauts = [found.start() for found in _UMLAUT.finditer(word)] if _may_have_umlaut(word) else []
    last = umlauts[-1] if umlauts else length
    plain = word[: last + 1] + word[last + 2 :]
    found = []
    for suffix, cut, added, ending, shortest, umlaut in fitting:
        end = length - cut
        if not umlaut:
            lemma = word[:end] + added
        elif last + 2 <= end:
            lemma = plain[: end - 1] + added
        elif (earlier := [at for at in umlauts if at + 2 <= end]) or added:
            lemma = _without_umlaut(word[:end], earlier) + added
        else:
            continue
        if (known is None or lemma in known) and length >= shortest and word.endswith(suffix):
            found.append(Reduction(lemma, ending, umlaut and not added))
    return found


def _without_umlaut(stem: str, umlauts: list[int]) -> str:
    return stem[: umlauts[-1] + 1] + stem[umlauts[-1] + 2 :] if umlauts else stem


def _noun_admits(gender: str, lemma: str, reduction: Reduction) -> bool:
    ending = reduction.ending
    if ending in ("er", "ern"):
        return gender != "f" and lemma.endswith(_PLURAL_IN_ER)
    if ending in ("se", "sen", "ses"):
        return lemma.endswith(("nis", "us", "as"))
    if ending in ("r", "m"):
        return lemma.endswith("e") and lemma[:-1].endswith(ADJECTIVAL_STEMS)
    if ending == "s" and (reduction.umlaut or lemma[-1] in "sxz"):
        return False
    if ending in ("e", "en", "es", "ens") and (_is_in_er(lemma) or lemma.endswith("e")):
        return False
    if ending in ("es", "ens", "in", "innen") and reduction.umlaut:
        return ending in ("in", "innen")
    if gender == "p":
        return ending in _PLURAL and not reduction.umlaut
    if gender == "f":
        if ending in ("", "e"):
            return reduction.umlaut
        return ending in _FEMININE or (ending == "s" and lemma.endswith(_PLURAL_IN_S))
    if ending == "":
        return reduction.umlaut and lemma.endswith(("er", "el", "en"))
    return ending in (_NEUTER if gender == "n" else _MASCULINE | {"nen"})


def _participles(word: str) -> list[Reduction]:
    if not word.endswith("t") or "ge" not in word:
        return []
    end = word.removesuffix("t").removesuffix("e")
    for prefix in (*_PREFIXES, ""):
        opening = prefix + "ge"
        # At least a letter of the stem must stand between, be it the e.
        stem = end[len(opening) :] or word[len(opening) : -1]
        if word.startswith(opening) and stem:
            return [Reduction(f"{prefix}{stem}en", "+participleverb")]
    return []
