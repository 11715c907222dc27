"""Small worlds for tests: a termbase of a few entries, a few places, a few words."""

from __future__ import annotations

from capqa.glossary.entry import Entry, Status
from capqa.glossary.termbase import Termbase
from capqa.model import Finding, Role, Segment, Span
from capqa.translation.engines.glossary import GlossaryEngine
from capqa.translation.lexicon.knowledge import Knowledge
from capqa.translation.lexicon.lexicon import Lexicons

PLACES = {
    "Irak": "Iraq",
    "Mossul": "Mosul",
    "Syrien": "Syria",
    "Aleppo": "Aleppo",
    "Köln": "Cologne",
    "Moskau": "Moscow",
    "Neu Delhi": "New Delhi",
    "Türkei": "Turkey",
    "Ukraine": "Ukraine",
    "Niederlande": "Netherlands",
    "Сирия": "Syria",
    "Syrie": "Syria",
    "Alep": "Aleppo",
}
GERMAN_WORDS = frozenset({"minarett", "irak", "krieg", "der", "und", "baum"})
ENGLISH_WORDS = frozenset({"iraq", "war", "putin", "merkel", "the", "and", "releases"})
WORDS = {"de": GERMAN_WORDS, "en": ENGLISH_WORDS}

KNOWLEDGE = Knowledge(
    lambda name, _source, _target: PLACES.get(name),
    lambda word, language: 1e-5 * (word.lower() in WORDS.get(language, ())),
    lambda word: word in {"Merkel", "Putin"},
)


def noun(source: str, target: str, gender: str, status: Status = Status.PREFERRED) -> Entry:
    return Entry(source, target, "noun", gender, status)


ENTRIES = (
    noun("Befreiung", "liberation", "f"),
    noun("Aktion", "operation", "f"),
    noun("Offensive", "offensive", "f"),
    noun("Regierung", "government", "f"),
    noun("Regierungstruppen", "government troops", "p"),
    noun("Truppen", "troops", "p"),
    noun("Soldat", "soldier", "m"),
    noun("Anschlag", "attack", "m"),
    noun("Anschlag", "bombing", "m", Status.ADMITTED),
    noun("Krieg", "war", "m"),
    noun("Moschee", "mosque", "f"),
    noun("Weg", "way", "m"),
    Entry("IS", "IS", "proper noun", status=Status.KEEP_AS_IS),
    Entry("Hisbollah", "Hezbollah", "proper noun", "f"),
    Entry("Hisbollah", "Hisbollah", "proper noun", "f", Status.FORBIDDEN),
    Entry("zerstört", "destroyed", "participle"),
    Entry("irakisch", "Iraqi", "adjective"),
)


def termbase(*more: Entry) -> Termbase:
    return Termbase(
        [ENTRIES, more],
        place_name=lambda name: PLACES.get(name),
        is_word=lambda word: word.lower() in GERMAN_WORDS,
    )


def lexicons(*more: Entry) -> Lexicons:
    return Lexicons(termbase(*more), KNOWLEDGE)


def engine(*more: Entry) -> GlossaryEngine:
    return GlossaryEngine(lexicons(*more))


def finding(text: str, language: str = "de", *, before: str = "", after: str = "") -> Finding:
    segment = Segment(before + text + after, Role.CAPTION, 0, 1)
    span = Span(len(before), len(before) + len(text))
    return Finding("untranslated", "page.txt", segment, span, "left in German", language, 0.9)
