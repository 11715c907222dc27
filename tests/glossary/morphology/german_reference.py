"""German reductions as plainly as they can be written: every ending is tried on every word."""

from __future__ import annotations

import re

from capqa.glossary.morphology import Reduction

ENDINGS = ("", "e", "n", "en", "s", "es", "er", "ern", "em", "nen", "ens", "in", "innen", "se",
           "sen", "ses", "r", "m")  # fmt: skip
FOREIGN_SINGULARS = ("um", "us", "a", "o", "on", "is")
ADJECTIVAL_STEMS = ("t", "nd", "en", "ig", "lich", "isch")
VERB_ENDINGS = ("t", "et", "te", "ten", "e", "ete", "eten")
PREFIXES = ("an", "auf", "aus", "ab", "ein", "fest", "vor", "zu", "zurueck", "nieder", "weg", "")


def reductions(word: str) -> list[Reduction]:
    """Return what `german.reductions` must return."""
    if len(word) > 64:
        return []
    found = []
    for ending in ENDINGS:
        stem = word[: len(word) - len(ending)]
        if not word.endswith(ending) or len(stem) < 3:
            continue
        if ending:
            found.append(Reduction(stem, ending))
        if _plain(stem) != stem:
            found.append(Reduction(_plain(stem), ending, umlaut=True))
    return [*found, *_foreign(word), *_adjectival(word), *_feminine(word), *_verbs(word)]


def _plain(stem: str) -> str:
    return re.sub(r"(?<![aeq])([aou])e(?!.*(?<![aeq])[aou]e)", r"\1", stem, count=1)


def _foreign(word: str) -> list[Reduction]:
    if not word.endswith("en") or len(word) < 5:
        return []
    return [Reduction(word[:-2] + ending, "+plural") for ending in FOREIGN_SINGULARS]


def _adjectival(word: str) -> list[Reduction]:
    return [
        Reduction(stem + other, "+adjectival")
        for ending in ("e", "en", "er", "es", "em")
        if word.endswith(ending)
        and (stem := word.removesuffix(ending)).endswith(ADJECTIVAL_STEMS)
        and len(stem) > 4
        for other in ("er", "e")
    ]


def _feminine(word: str) -> list[Reduction]:
    return [
        Reduction(stem + "e", f"+{ending}")
        for ending in ("in", "innen")
        if word.endswith(ending) and len(word.removesuffix(ending)) > 3
        for stem in (word.removesuffix(ending), _plain(word.removesuffix(ending)))
    ]


def _verbs(word: str) -> list[Reduction]:
    found = []
    for ending in VERB_ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= 3:
            found.append(Reduction(stem + "en", f"+{ending}verb"))
            if stem.endswith(("el", "er")):
                found.append(Reduction(stem + "n", f"+{ending}verb"))
    if word.endswith("t") and "ge" in word:
        end = word.removesuffix("t").removesuffix("e")
        for prefix in PREFIXES:
            before = len(prefix) + 2
            stem = end[before:] or word[before:-1]
            if word.startswith(prefix + "ge") and stem:
                return [*found, Reduction(f"{prefix}{stem}en", "+participleverb")]
    return found
