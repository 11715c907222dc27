"""Compounds nobody listed are taken apart, and words that only look like compounds are not."""

from __future__ import annotations

import pytest

from capqa.glossary.entry import Entry
from capqa.glossary.matching import How
from capqa.glossary.termbase import Termbase

COMPOUNDS = [
    ("Regierungsoffensive", ["government", "offensive"]),
    ("Regierungsoffensiven", ["government", "offensive"]),
    ("Befreiungsoffensive", ["liberation", "offensive"]),
    ("Grenzposten", ["border", "post"]),
    ("Luftverschmutzung", ["air", "pollution"]),
    ("Anschlagsopfer", ["attack", "victim"]),
    ("Truppenbesuch", ["troop", "visit"]),
    ("Frauenproteste", ["women's", "protest"]),
    ("Irakkrieg", ["Iraq", "war"]),
    ("Syrien-Konflikt", ["Syria", "conflict"]),
    ("IS-Kommandant", ["IS", "commander"]),
    ("US-Drohnenpilot", ["US", "drone", "pilot"]),
    ("Hagel-Politik", ["hail", "policy"]),
    ("Landesverband", ["state", "association"]),
    ("Bundesbehörde", ["federal", "authority"]),
    ("Sozialpolitik", ["social", "policy"]),
    ("Polizeichef", ["police", "chief"]),
    ("Nordostsyrien", ["northeastern", "Syria"]),
    ("Nordlibanon", ["northern", "Lebanon"]),
    ("Ex-Präsident", ["former", "president"]),
    ("Sansibarflüchtling", ["Zanzibar", "refugee"]),
    ("Gambia-Krise", ["Gambia", "crisis"]),
    ("REGIERUNGSOFFENSIVE", ["government", "offensive"]),
    ("Fluechtlingsdemonstration", ["refugee", "demonstration"]),
    ("Städtekonferenz", ["city", "conference"]),
    ("Museumsbesuch", ["museum", "visit"]),
    ("Gasthausbrand", ["guest", "house", "fire"]),
]

NO_COMPOUNDS = [
    "Folgende",
    "Folgenden",
    "Liebende",
    "Beispielhafte",
    "Dramatischer",
    "Romantischen",
    "Profitieren",
    "Moderaten",
    "regierungsoffensive",
    "Osterhase",
    "Veteran",
    "Befreiungs",
    "Regierung-",
    "Regierungsxyz",
    "Xyzregierung",
    "Kriegt",
    "A" * 80,
]


@pytest.mark.parametrize(("word", "parts"), COMPOUNDS)
def test_taken_apart(german: Termbase, word: str, parts: list[str]) -> None:
    (match,) = german.find(word, typos=False)
    assert match.how is How.COMPOUND
    assert [part.target for part in match.parts] == parts
    assert match.target == " ".join(parts)
    assert match.span.of(word) == word


@pytest.mark.parametrize("word", NO_COMPOUNDS)
def test_left_whole(german: Termbase, word: str) -> None:
    assert all(match.how is not How.COMPOUND for match in german.find(word, typos=False))


@pytest.mark.parametrize(("word", "parts"), COMPOUNDS)
def test_parts_cover_the_word_in_order(german: Termbase, word: str, parts: list[str]) -> None:
    text = f"Mit {word}."
    (match,) = (found for found in german.find(text, typos=False) if found.parts)
    assert match.parts[0].span.start == match.span.start
    assert match.parts[-1].span.end == match.span.end
    for before, after in zip(match.parts, match.parts[1:], strict=False):
        assert before.span.end <= after.span.start <= before.span.end + 1


def test_the_last_part_is_the_entry(german: Termbase) -> None:
    (match,) = german.find("Regierungsoffensiven")
    assert match.entry.source == "Offensive"
    assert match.inflection is not None
    assert match.inflection.ending == "n"


def test_a_listed_compound_wins(german: Termbase) -> None:
    (match,) = german.find("Regierungstruppen")
    assert match.how is How.EXACT
    assert match.parts == ()


def test_fewest_parts_win() -> None:
    entries = [
        Entry("Staat", "state", "noun", "m"),
        Entry("Bank", "bank", "noun", "f"),
        Entry("Chef", "chief", "noun", "m"),
        Entry("Bankchef", "bank chief", "noun", "m"),
    ]
    (match,) = Termbase([entries]).find("Staatsbankchef")
    assert [part.target for part in match.parts] == ["state", "bank chief"]


def test_combining_forms_are_no_words(german: Termbase) -> None:
    assert german.lookup("Bundes-") == ()
    assert [match.target for match in german.find("Bundes")] == ["federal government"]
    assert german.find("Zwangs", typos=False) == []


def test_a_language_without_compounds() -> None:
    entries = [Entry("guerre", "war"), Entry("froide", "cold")]
    assert Termbase([entries], source_language="fr").find("Guerrefroide") == []
