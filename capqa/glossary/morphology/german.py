"""German inflection: endings, umlaut plurals, weak nouns, feminines, adjectives, verb forms.

Words are taken apart rather than forms listed, so that an index holds each term once however many
forms it has; `admits` then refuses what the term's gender and word class rule out.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from capqa.glossary.morphology import Reduction
from capqa.glossary.word_class import WordClass, word_class

if TYPE_CHECKING:
    from capqa.glossary.entry import Entry

linking_elements = ("", "s", "es", "n", "en", "er", "e", "nen")

_SHORTEST_LEMMA = 3
_LONGEST_WORD = 64
_BEGINNING = 2 * _SHORTEST_LEMMA

_ENDINGS = (
    "",
    *[
        "e",
        "n",
        "en",
        "s",
        "es",
        "er",
        "ern",
        "em",
        "nen",
        "ens",
        "in",
        "innen",
        "se",
        "sen",
        "ses",
        "r",
        "m",
    ],
)
_ENDINGS_BY_LETTER = {
    letter: tuple(ending for ending in _ENDINGS if ending[-1:] in ("", letter))
    for letter in "enrsm"
}
_LAST_LETTERS_REPLACED = frozenset("enrsmt")
_UMLAUT = re.compile(r"(?<![aeq])([aou])e(?!.*(?<![aeq])[aou]e)")

# Foreign nouns drop their own ending in the plural: Museum/Museen, Virus/Viren, Firma/Firmen.
_FOREIGN_SINGULARS = ("um", "us", "a", "o", "on", "is")
# Participles and adjectives used as nouns are declined like adjectives: Verletzter/Verletzte.
_ADJECTIVAL_STEMS = ("t", "nd", "en", "ig", "lich", "isch")
_VERB_ENDINGS = ("t", "et", "te", "ten", "e", "ete", "eten")
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


@lru_cache(maxsize=8192)
def reductions(word: str) -> tuple[Reduction, ...]:
    """Return the dictionary forms a folded word may belong to, likeliest first."""
    if len(word) > _LONGEST_WORD:
        return ()
    found: list[Reduction] = []
    may_have_umlaut = "ae" in word or "oe" in word or "ue" in word
    for ending in _ENDINGS_BY_LETTER.get(word[-1:], ("",)):
        stem = word[: len(word) - len(ending)]
        if len(stem) < _SHORTEST_LEMMA or not word.endswith(ending):
            continue
        if ending:
            found.append(Reduction(stem, ending))
        if may_have_umlaut and (plain := _without_umlaut(stem)) != stem:
            found.append(Reduction(plain, ending, umlaut=True))
    if word[-1:] in _LAST_LETTERS_REPLACED:
        found += _replaced_endings(word)
    return tuple(found)


def modifier_reductions(word: str) -> list[Reduction]:
    """Return the plurals a folded word may be that stand at the front of compounds."""
    if not (word.endswith("en") or "ae" in word or "oe" in word or "ue" in word):
        return []
    return [
        each
        for each in reductions(word)
        if (each.umlaut and each.ending in ("", "e", "er")) or each.ending == "+plural"
    ]


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
    plain = re.sub("([aou])e", r"\1", word[:_BEGINNING])
    return plain[:_SHORTEST_LEMMA]


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


def _without_umlaut(stem: str) -> str:
    return re.sub(_UMLAUT, r"\1", stem, count=1)


def _noun_admits(gender: str, lemma: str, reduction: Reduction) -> bool:
    ending = reduction.ending
    if ending in ("er", "ern"):
        return gender != "f" and lemma.endswith(_PLURAL_IN_ER)
    if ending in ("se", "sen", "ses"):
        return lemma.endswith(("nis", "us", "as"))
    if ending in ("r", "m"):
        return lemma.endswith("e") and lemma[:-1].endswith(_ADJECTIVAL_STEMS)
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


def _replaced_endings(word: str) -> list[Reduction]:
    found = []
    if word.endswith("en") and len(word) > 4:
        found += [Reduction(word[:-2] + ending, "+plural") for ending in _FOREIGN_SINGULARS]
    for ending in ("e", "en", "er", "es", "em"):
        stem = word.removesuffix(ending)
        if len(stem) < len(word) and stem.endswith(_ADJECTIVAL_STEMS) and len(stem) > 4:
            found += [Reduction(stem + other, "+adjectival") for other in ("er", "e")]
    for ending in ("in", "innen"):
        stem = word.removesuffix(ending)
        if len(stem) < len(word) and len(stem) > 3:
            found.append(Reduction(stem + "e", "+" + ending))
            found.append(Reduction(_without_umlaut(stem) + "e", "+" + ending))
    for ending in _VERB_ENDINGS:
        stem = word.removesuffix(ending)
        if len(stem) < len(word) and len(stem) >= _SHORTEST_LEMMA:
            found.append(Reduction(stem + "en", f"+{ending}verb"))
            if stem.endswith(("el", "er")):
                found.append(Reduction(stem + "n", f"+{ending}verb"))
    if word.endswith("t") and "ge" in word:
        found += _participle(word)
    return found


def _participle(word: str) -> list[Reduction]:
    end = word.removesuffix("t").removesuffix("e")
    for prefix in (*_PREFIXES, ""):
        opening = prefix + "ge"
        # At least a letter of the stem must stand between, be it the e.
        stem = end[len(opening) :] or word[len(opening) : -1]
        if word.startswith(opening) and stem:
            return [Reduction(f"{prefix}{stem}en", "+participleverb")]
    return []
