"""Which gloss first? A dictionary lists all senses; a caption most likely means an everyday one."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from capqa.translation.dictionary.ding import Sense

_NEWS: Final = frozenset(
    {"pol.", "mil.", "hist.", "adm.", "jur.", "soc.", "econ.", "geogr.", "sport", "school", "stud."}
    | {"envir.", "meteo.", "relig.", "art", "constr.", "transp.", "aviat.", "naut.", "med."}
    | {"Br.", "Am.", "eAm.", "eBr.", "Dt.", "geh.", "formal"}
)
_OFF_COLOUR: Final = frozenset(
    {"ugs.", "coll.", "slang", "vulg.", "pej.", "humor.", "iron.", "poet.", "rare", "selten"}
    | {
        "obs.",
        "veraltet",
        "archaic",
        "dated",
        "veraltend",
        "alt",
        "Sprw.",
        "prov.",
        "Jugendsprache",
    }
    | {"altertümlich", "Kindersprache", "children’s speech", "Schw.", "Ös.", "Bayr.", "Süddt."}
)
_RAREST: Final = 1e-8


def ranked(senses: Iterable[Sense], frequency: Callable[[str], float]) -> list[tuple[str, Sense]]:
    """Return each gloss once with the sense it is from, likeliest first.

    ``frequency`` is how often an English word stands in running text, from 0 to 1.
    """
    costs: dict[str, float] = {}
    best: dict[str, Sense] = {}
    support: dict[str, int] = {}
    for line, sense in enumerate(senses):
        for place, gloss in enumerate(sense.glosses):
            cost = _cost(sense, place, frequency) + 0.1 * min(line, 10)
            support[gloss] = support.get(gloss, 0) + 1
            if gloss not in costs or cost < costs[gloss]:
                costs[gloss], best[gloss] = cost, sense
    order = sorted(costs, key=lambda gloss: costs[gloss] - 0.5 * min(support[gloss] - 1, 3))
    return [(gloss, best[gloss]) for gloss in order]


def _cost(sense: Sense, place: int, frequency: Callable[[str], float]) -> float:
    labels = {*sense.labels, *sense.gloss_labels[place]}
    words = sense.glosses[place].split()
    rarity = sum(-math.log10(max(frequency(word), _RAREST)) for word in words) / len(words)
    return (
        3.0 * len(labels & _OFF_COLOUR)
        + 1.0 * len(labels - _OFF_COLOUR - _NEWS)
        + 0.5 * min(sense.wording, 4)
        + 0.5 * min(place, 4)
        + 0.5 * (sense.entry > 0)
        + 0.5 * sense.explained
        + 1.0 * (sense.part_of_speech == "form")
        + 0.7 * (len(words) - 1)
        + 0.5 * rarity
    )
