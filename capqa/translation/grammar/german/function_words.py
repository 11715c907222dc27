"""German words of the closed classes and their plainest English."""

from __future__ import annotations

from typing import Final

from capqa.translation.grammar.german.particles import ADVERBS, PRONOUNS
from capqa.translation.grammar.word import Kind

DEFINITE: Final = frozenset({"der", "die", "das", "des", "dem", "den"})
INDEFINITE: Final = frozenset({"ein", "eine", "einen", "einem", "einer", "eines"})

CONTRACTED: Final = {
    "im": "in",
    "ins": "in",
    "am": "an",
    "ans": "an",
    "vom": "von",
    "zum": "zu",
    "zur": "zu",
    "beim": "bei",
    "aufs": "auf",
    "fürs": "für",
    "ums": "um",
    "durchs": "durch",
    "übers": "über",
    "unterm": "unter",
    "vorm": "vor",
    "hinterm": "hinter",
}
"""Prepositions that have swallowed an article."""

PREPOSITIONS: Final = {
    "in": "in",
    "an": "at",
    "auf": "on",
    "nach": "to",
    "von": "of",
    "vor": "in front of",
    "bei": "near",
    "mit": "with",
    "ohne": "without",
    "für": "for",
    "gegen": "against",
    "aus": "from",
    "über": "over",
    "unter": "under",
    "zwischen": "between",
    "durch": "through",
    "seit": "since",
    "während": "during",
    "wegen": "over",
    "trotz": "despite",
    "um": "around",
    "zu": "to",
    "ab": "from",
    "bis": "until",
    "neben": "next to",
    "hinter": "behind",
    "entlang": "along",
    "nahe": "near",
    "nördlich": "north of",
    "südlich": "south of",
    "östlich": "east of",
    "westlich": "west of",
    "nordöstlich": "northeast of",
    "nordwestlich": "northwest of",
    "südöstlich": "southeast of",
    "südwestlich": "southwest of",
    "innerhalb": "inside",
    "außerhalb": "outside",
    "oberhalb": "above",
    "unterhalb": "below",
    "inmitten": "amid",
    "angesichts": "in view of",
    "anlässlich": "on the occasion of",
    "mithilfe": "with the help of",
    "aufgrund": "because of",
    "statt": "instead of",
    "anstatt": "instead of",
    "laut": "according to",
    "gegenüber": "opposite",
    "samt": "with",
    "infolge": "following",
    "jenseits": "beyond",
    "per": "by",
    "pro": "per",
    "rund": "around",
    "ex": "ex",
}

CONJUNCTIONS: Final = {
    "und": "and",
    "oder": "or",
    "aber": "but",
    "sowie": "and",
    "als": "as",
    "wie": "like",
    "dass": "that",
    "daß": "that",
    "weil": "because",
    "wenn": "when",
    "während": "while",
    "nachdem": "after",
    "bevor": "before",
    "damit": "so that",
    "ob": "whether",
    "denn": "because",
    "sondern": "but",
    "vs": "vs",
    "bis": "to",
}

NUMERALS: Final = {
    "zwei": "two",
    "drei": "three",
    "vier": "four",
    "fünf": "five",
    "sechs": "six",
    "sieben": "seven",
    "acht": "eight",
    "neun": "nine",
    "zehn": "ten",
    "elf": "eleven",
    "zwölf": "twelve",
    "zwanzig": "20",
    "hundert": "hundred",
    "tausend": "thousand",
    "millionen": "million",
    "milliarden": "billion",
}

AUXILIARIES: Final = {
    "ist": "is",
    "sind": "are",
    "war": "was",
    "waren": "were",
    "wird": "is",
    "werden": "are",
    "wurde": "was",
    "wurden": "were",
    "hat": "has",
    "haben": "have",
    "hatte": "had",
    "hatten": "had",
    "bleibt": "remains",
    "bleiben": "remain",
    "kann": "can",
    "können": "can",
    "muss": "must",
    "müssen": "must",
    "will": "wants to",
    "wollen": "want to",
    "soll": "is to",
    "sollen": "are to",
    "darf": "may",
    "dürfen": "may",
}
"""Verbs that open a bracket the end of the clause closes: "wurde in Mossul getötet"."""


def closed_class() -> dict[str, tuple[Kind, str]]:
    """Return every function word in lower case with its class and its English; the first wins."""
    words: dict[str, tuple[Kind, str]] = {}
    for article in DEFINITE:
        words[article] = (Kind.ARTICLE, "the")
    for article in INDEFINITE:
        words[article] = (Kind.ARTICLE, "a")
    tables = (
        (Kind.PREPOSITION, PREPOSITIONS),
        (Kind.CONJUNCTION, CONJUNCTIONS),
        (Kind.AUXILIARY, AUXILIARIES),
        (Kind.PRONOUN, PRONOUNS),
        (Kind.ADVERB, ADVERBS),
        (Kind.NUMBER, NUMERALS),
    )
    for kind, table in tables:
        for word, english in table.items():
            words.setdefault(word, (kind, english))
    for word, preposition in CONTRACTED.items():
        words[word] = (Kind.PREPOSITION, PREPOSITIONS[preposition])
    return words
