"""Generated captions of an archive: mostly clean English, some left in another language.

The English ones are the templates of clean English filled with names; a third stands in the archive
again and again, as pictures of agencies do. What is in another language are the captions of the
detection sets, a few of them on most pages. The same number and seed give the same archive.
"""

from __future__ import annotations

import json
import random
import re
from typing import TYPE_CHECKING, Final

from benchmarks.detection.sets import DATA

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOREIGN: Final = 0.04
"""The share of captions in another language at first; it grows by half over the years."""

_REPEATED: Final = 0.33
_POOL: Final = 3_000
_YEARS: Final = range(2010, 2025)
_SECTIONS: Final = ("world", "europe", "business", "culture", "sport", "science", "africa", "asia")
_FIELD: Final = re.compile(r"\{(\w+)\}")
_FIRST: Final = (
    "Anna", "Omar", "Li", "Maria", "John", "Fatima", "Ivan", "Chloé", "Kofi", "Sven", "Aiko",
    "Pedro", "Leyla", "Tom", "Ngozi",
)  # fmt: skip
_LAST: Final = (
    "Meyer", "Haddad", "Wei", "Rossi", "Smith", "Diallo", "Petrov", "Dubois", "Mensah",
    "Lindqvist", "Tanaka", "Silva", "Demir", "Brown", "Okafor", "Novak", "Kowalska", "Horvat",
    "Jansen", "Papadopoulos",
)  # fmt: skip
_PLACES: Final = (
    "Berlin", "Baghdad", "Kyiv", "Paris", "Lagos", "Nairobi", "Tokyo", "Warsaw", "Madrid",
    "Ankara", "Beirut", "Lima", "Oslo", "Dhaka", "Hamburg", "Mosul", "Kharkiv", "Marseille",
    "Bogota", "Jakarta",
)  # fmt: skip
_COUNTRIES: Final = (
    "Germany", "Iraq", "Ukraine", "France", "Nigeria", "Kenya", "Japan", "Poland", "Spain",
    "Turkey", "Lebanon", "Peru", "Norway", "Bangladesh", "Colombia", "Indonesia",
)  # fmt: skip


def write_captions(path: Path, count: int, seed: int = 1) -> int:
    """Write so many captions as JSON lines, and return the file's size in bytes."""
    with path.open("w", encoding="utf-8") as file:
        for record in captions(count, seed):
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path.stat().st_size


def captions(count: int, seed: int = 1) -> Iterator[dict[str, str | int]]:
    """Yield so many records."""
    chosen = random.Random(seed)
    templates = (DATA / "clean_english_templates.txt").read_text("utf-8").splitlines()
    foreign = _foreign()
    pool = [_filled(chosen, templates) for _ in range(_POOL)]
    for number in range(count):
        year = _YEARS[number * len(_YEARS) // count]
        share = FOREIGN * (1 + 0.5 * (year - _YEARS[0]) / len(_YEARS))
        if chosen.random() < share:
            text = foreign[int(len(foreign) * chosen.random() ** 3)]
        elif chosen.random() < _REPEATED:
            text = pool[int(_POOL * chosen.random() ** 3)]
        else:
            text = _filled(chosen, templates)
        yield {
            "id": number,
            "caption": text,
            "section": chosen.choice(_SECTIONS),
            "published": f"{year}-{chosen.randint(1, 12):02}-{chosen.randint(1, 28):02}T08:00:00Z",
        }


def _foreign() -> list[str]:
    texts = []
    for path in sorted(DATA.glob("*captions.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            record = json.loads(line)
            if record["flag"]:
                texts.append(record["text"])
    return texts


def _filled(chosen: random.Random, templates: list[str]) -> str:
    return _FIELD.sub(lambda found: _named(chosen, found[1]), chosen.choice(templates))


def _named(chosen: random.Random, field: str) -> str:
    if field == "city":
        return chosen.choice(_PLACES)
    if field == "country":
        return chosen.choice(_COUNTRIES)
    return f"{chosen.choice(_FIRST)} {chosen.choice(_LAST)}"
