"""Finds names of institutions by their shape: "Université de Paris", "Teatro Real"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.language.tokens import Gap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from capqa.language.tokens import Token

_HEADS: Final = frozenset(
    [
        "université",
        "universidad",
        "universidade",
        "università",
        "universitat",
        "universität",
        "universiteit",
        "universitetet",
        "uniwersytet",
        "univerzita",
        "universitatea",
        "üniversitesi",
        "école",
        "ecole",
        "escuela",
        "escola",
        "scuola",
        "instituto",
        "institut",
        "istituto",
        "instytut",
        "institutul",
        "museo",
        "musée",
        "musee",
        "museu",
        "museum",
        "teatro",
        "théâtre",
        "theatre",
        "teatre",
        "teatr",
        "theater",
        "opéra",
        "opera",
        "fundación",
        "fundação",
        "fondation",
        "fondazione",
        "stiftung",
        "fundacja",
        "academia",
        "académie",
        "accademia",
        "akademie",
        "conservatoire",
        "conservatorio",
        "konservatorium",
        "hochschule",
        "fachhochschule",
        "klinikum",
        "universitätsklinikum",
        "hospital",
        "hôpital",
        "ospedale",
        "clínica",
        "stadion",
        "stade",
        "estadio",
        "estádio",
        "stadio",
        "aeropuerto",
        "aéroport",
        "palazzo",
        "palais",
        "palacio",
        "palácio",
        "plaza",
        "piazza",
        "place",
        "praça",
        "castello",
        "château",
        "chateau",
        "villa",
        "avenida",
        "rua",
        "calle",
        "via",
        "rue",
        "boulevard",
        "église",
        "basilica",
        "basilique",
        "catedral",
        "cathédrale",
        "duomo",
        "san",
        "santa",
        "santo",
        "saint",
        "sainte",
        "são",
        "rio",
        "río",
        "puerto",
        "porto",
        "monte",
        "mont",
        "isla",
        "île",
        "costa",
        "sierra",
        "serra",
        "lago",
        "lac",
        "club",
        "clube",
        "cercle",
        "real",
        "racing",
        "sporting",
        "deportivo",
        "atlético",
        "atletico",
        "associação",
        "asociación",
        "association",
        "associazione",
        "colegio",
        "collège",
        "lycée",
        "liceo",
    ]
)
_LINKS: Final = frozenset(
    [
        "de",
        "du",
        "des",
        "del",
        "della",
        "dello",
        "degli",
        "dei",
        "delle",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "la",
        "le",
        "les",
        "el",
        "los",
        "las",
        "l",
        "d",
        "et",
        "y",
        "e",
        "der",
        "die",
        "für",
        "fur",
        "zu",
        "van",
        "voor",
    ]
)
_LONGEST: Final = 9
# What tells German towns of one name apart: "Frankfurt an der Oder", "Weil am Rhein".
_BY: Final = frozenset(
    {"an der", "am", "im", "in der", "ob der", "auf der", "vor der", "bei", "unter"}
)
_RIVERS: Final = frozenset(
    [
        "aller",
        "bodensee",
        "donau",
        "elbe",
        "ems",
        "fulda",
        "havel",
        "höhe",
        "ilm",
        "inn",
        "isar",
        "lahn",
        "lech",
        "leine",
        "main",
        "mosel",
        "mur",
        "naab",
        "nahe",
        "neckar",
        "neiße",
        "oder",
        "odenwald",
        "peene",
        "rhein",
        "rhön",
        "ruhr",
        "saale",
        "saar",
        "sand",
        "schwarzwald",
        "see",
        "sieg",
        "spree",
        "steigerwald",
        "tauber",
        "taunus",
        "unstrut",
        "warthe",
        "werra",
        "weser",
        "wörthersee",
        "wupper",
        "ziller",
        "breisgau",
    ]
)


def institutions(words: Sequence[Token], folded: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield (first, last exclusive) of runs that open with an institution's word.

    All other words are capitalised, but for the linking ones; the last one is capitalised.
    """
    for index in range(1, len(words) - 1):
        for length in (2, 1):
            last = index + length
            if (
                last < len(words)
                and folded[last] in _RIVERS
                and words[index - 1].text[0].isupper()
                and " ".join(folded[index:last]) in _BY
            ):
                yield index - 1, last + 1
    index = 0
    while index < len(words):
        if folded[index] not in _HEADS or not words[index].text[0].isupper():
            index += 1
            continue
        last = index + 1
        end = last
        while last < len(words) and last - index < _LONGEST and words[last].gap is Gap.NONE:
            if words[last].text[0].isupper():
                end = last + 1
            elif folded[last] not in _LINKS:
                break
            last += 1
        if end - index >= 2:
            yield index, end
        index = end
