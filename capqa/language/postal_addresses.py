"""Recognises lines that are a postal address: "ul. Woronicza 17, 00-999 Warszawa"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

# What stands in the name of a street, as a word or at a word's end.
_STREETS: Final = frozenset((
    "postbus", "postfach", "apartado", "casilla", "skrytka",
    "rue", "avenue", "av", "ave", "boulevard", "bd", "blvd", "place", "quai", "chemin",
    "impasse", "calle", "c", "avenida", "avda", "plaza", "paseo", "carrera", "rambla", "via",
    "viale", "corso", "piazza", "largo", "rua", "praça", "travessa", "ul", "ulica", "al",
    "aleja", "aleje", "plac", "pl", "rynek", "os", "utca", "u", "út", "tér", "körút", "ulice",
    "třída", "náměstí", "nám", "strada", "str", "bulevardul", "calea", "caddesi", "cad",
    "sokak", "sok", "sk", "mah", "bulvarı", "ulitsa", "prospekt", "naberezhnaya", "trg",
    "cesta", "ulita", "iela", "gatve", "jalan", "jl", "улица", "ул", "проспект", "пр", "вул",
    "вулиця", "бул", "площадь", "οδός", "λεωφόρος", "straße", "strasse", "platz", "allee",
    "gasse", "weg", "ring", "ufer", "damm", "markt",
))  # fmt: skip
_DIGIT: Final = re.compile(r"[0-9]")
_ENDINGS: Final = (
    "straße", "strasse", "str", "platz", "allee", "gasse", "weg", "ufer", "damm", "markt",
    "straat", "laan", "plein", "gracht", "kade", "gatan", "vägen", "torget", "gata", "veien", "vej",
    "gade", "katu", "tie", "utca",
)  # fmt: skip


def is_postal_address(text: str) -> bool:
    """Return whether a short line is a street with a number, or one with a postal code and town."""
    if _DIGIT.search(text) is None:
        return False
    words = _words().findall(text)
    if not 1 < len(words) <= 12:
        return False
    streets = [index for index, word in enumerate(words) if _names_street(word)]
    numbers = [
        index for index, word in enumerate(words) if word[0].isdigit() and not _is_year(word)
    ]
    lower = sum(word[0].islower() and word.lower().rstrip(".") not in _STREETS for word in words)
    # "Via Roma 12", "tér 1-3", but before the street only right before it: "12 rue de Rivoli".
    beside = any(number - street in (-1, 1, 2, 3) for street in streets for number in numbers)
    return beside and lower <= 2 and _number().search(text) is not None


def _is_year(word: str) -> bool:
    return len(word) == 4 and word[:2] in ("18", "19", "20")


def _names_street(word: str) -> bool:
    bare = word.lower().rstrip(".")
    return bare in _STREETS or (len(bare) > 5 and bare.endswith(_ENDINGS))


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"\d[\w/-]*|[^\W\d_][\w'’-]*\.?")


@cache
def _number() -> re.Pattern[str]:
    """A house number: up to four digits, a letter or a second number after them, no unit."""
    return re.compile(
        r"(?<![\d.])\d{1,4}\s?[a-d]?(?:[-/–]\d{1,4})?(?=\s*(?:[,;|·]|$|\d{4,6}\b|[A-Z]))"
    )
