"""The plural of English nouns and noun phrases."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from capqa.translation.grammar.word_lists import word_set

_IRREGULAR: Final = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "people",
    "foot": "feet",
    "tooth": "teeth",
    "goose": "geese",
    "mouse": "mice",
    "crisis": "crises",
    "analysis": "analyses",
    "basis": "bases",
    "phenomenon": "phenomena",
    "criterion": "criteria",
    "life": "lives",
    "wife": "wives",
    "knife": "knives",
    "leaf": "leaves",
    "half": "halves",
    "shelf": "shelves",
    "thief": "thieves",
    "wolf": "wolves",
    "hero": "heroes",
    "potato": "potatoes",
    "tomato": "tomatoes",
    "torpedo": "torpedoes",
    "embargo": "embargoes",
    "echo": "echoes",
    "veto": "vetoes",
    "volcano": "volcanoes",
    "passer-by": "passers-by",
    "ox": "oxen",
}

_NO_MEN: Final = frozenset({"german", "roman", "ottoman", "human", "norman", "shaman"})
_UNCHANGED: Final = word_set("""
    aid air ammunition advice aircraft anger arson artillery barracks cattle clothing conscription
    craft corruption damage data deer defense devastation drinking-water equipment evidence
    espionage fighting fire-fighting fish flooding food freedom fuel furniture gas grief help
    headquarters information infantry infrastructure justice knowledge livestock luggage military
    money mourning music news oil ordnance peace people personnel poison police pollution poverty
    propaganda radar rain reconnaissance research resistance retaliation rice riot-police rubble
    rubbish sand sea-rescue series shelling shrapnel smoke smuggling snow software spacecraft
    species steel support surveillance terror terrorism torture traffic training unrest violence
    warfare water weather wheat wildlife wreckage wounded dead injured homeless clergy media
    heavyweight forces hostage-taking wood youth migration humanity
    """)
# "minister of the interior", "end of the war": the plural is made before what follows.
_POSTMODIFIER: Final = re.compile(r"\s(?:of|for|in|on|to|at|from|against|with)\s")
_ALREADY_PLURAL: Final = re.compile(r"(?:[^su]s|people|men|children|feet)$")
_SINGULAR_IN_S: Final = re.compile(r"(?:ss|us|is|[^aeiou]as|gas|lens|bus|virus|campus)$")


@lru_cache(maxsize=4096)
def plural(phrase: str) -> str:
    """Return the plural of a noun phrase in its dictionary form; one in the plural stays."""
    postmodifier = _POSTMODIFIER.search(phrase)
    if postmodifier:
        return plural(phrase[: postmodifier.start()]) + phrase[postmodifier.start() :]
    before, space, noun = phrase.rpartition(" ")
    return before + space + _plural_of_word(noun)


@lru_cache(maxsize=4096)
def singular(phrase: str) -> str:
    """Return the singular of a plural noun phrase; one that is none stays."""
    before, space, noun = phrase.rpartition(" ")
    for one, several in _IRREGULAR.items():
        if noun.lower() == several or (_ends_in(noun.lower(), several)):
            return before + space + noun[: len(noun) - len(several)] + one
    if not is_plural(phrase) or noun.lower() in _UNCHANGED:
        return phrase
    if noun.endswith("ies"):
        return before + space + noun[:-3] + "y"
    if noun.endswith(("sses", "xes", "ches", "shes")):
        return before + space + noun[:-2]
    return before + space + noun[:-1]


def is_plural(phrase: str) -> bool:
    """Return whether a noun phrase looks like a plural ("government troops", "people")."""
    postmodifier = _POSTMODIFIER.search(phrase)
    noun = (phrase[: postmodifier.start()] if postmodifier else phrase).rpartition(" ")[2].lower()
    if noun in _UNCHANGED:
        return noun in {"people", "police", "forces", "media"}
    return bool(_ALREADY_PLURAL.search(noun)) and not _SINGULAR_IN_S.search(noun)


def _plural_of_word(noun: str) -> str:
    lower = noun.lower()
    if lower in _UNCHANGED or is_plural(noun) or not lower[-1:].isalpha():
        return noun
    for singular, irregular in _IRREGULAR.items():
        if lower == singular or _ends_in(lower, singular):
            return noun[: len(noun) - len(singular)] + _cased(irregular, noun[-len(singular)])
    if noun.isupper() and len(noun) > 1:
        return noun + "s"
    if lower.endswith("y") and lower[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if lower.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    return noun + "s"


def _ends_in(noun: str, ending: str) -> bool:
    """Whether a noun is a policewoman or a grandchild; Germans are no men by their name."""
    return (
        ending in ("man", "men", "woman", "women", "child", "children")
        and noun.endswith(ending)
        and noun not in _NO_MEN
    )


def _cased(word: str, first: str) -> str:
    return word.capitalize() if first.isupper() else word
