from __future__ import annotations

from pathlib import Path

import pytest

from capqa.glossary.browsing.layers import Layer, layers
from capqa.glossary.browsing.pairs import source_languages
from capqa.glossary.browsing.search import search
from capqa.glossary.browsing.standing import standings
from capqa.glossary.browsing.statistics import counts
from capqa.glossary.browsing.surroundings import Surroundings
from capqa.glossary.entry import Entry, Status
from capqa.glossary.termbase import Termbase

HOUSE = (
    Entry("Mossul", "Mosul City", file="house", row=2),
    Entry("Straße", "street", variants=("Strasze",), note="not road", file="house", row=3),
)
SHIPPED = (
    Entry("Mossul", "Mosul", part_of_speech="noun", file="shipped", row=2),
    Entry("Mossul", "Mossul", status=Status.FORBIDDEN, file="shipped", row=3),
    Entry("Müller", "miller", domain="work", file="shipped", row=4),
)
LAYERS = (
    Layer(Path("house"), HOUSE, frozenset()),
    Layer(Path("shipped"), SHIPPED, frozenset({"Mossul", "Straße"})),
)


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("mosul", ["Mossul", "Mossul"]),
        ("ROAD", ["Straße"]),
        ("strasz", ["Straße"]),
        ("strasse", ["Straße"]),
        ("muller", ["Müller"]),
        ("mueller", ["Müller"]),
        ("mu\u0308ller", ["Müller"]),
        ("ill", ["Müller"]),
        ("-", []),
        ("xyz", []),
    ],
)
def test_search_forgives_case_and_accents(text: str, sources: list[str]) -> None:
    assert [entry.source for entry in search(text, HOUSE + SHIPPED)] == sources


def test_the_last_layer_wins_as_when_captions_are_mended() -> None:
    found = standings("mossul", LAYERS, "de")
    marks = [(each.entry.target, each.in_force, each.wins) for each in found]
    assert marks == [("Mosul City", True, True), ("Mosul", False, False), ("Mossul", False, False)]
    assert Termbase([SHIPPED, HOUSE]).lookup("mossul")[0].target == "Mosul City"


def test_a_variant_finds_its_term_and_nothing_finds_nothing() -> None:
    assert [each.wins for each in standings("Strasze", LAYERS, "de")] == [True]
    assert standings("Brücke", LAYERS, "de") == []


def test_counts() -> None:
    found = counts(LAYERS)
    assert (found.entries, found.sources, found.replaced, found.reviewed) == (5, 3, 2, 0)
    assert found.status == {"preferred": 4, "forbidden": 1}
    assert found.domain == {"": 4, "work": 1}
    assert found.part_of_speech == {"": 4, "noun": 1}


def test_layers_and_surroundings_of_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    low, file, high = (tmp_path / f"{name}.sv-en.csv" for name in ("low", "house", "high"))
    low.write_text("source,target,own\nskola,college,x\nhus,house,y\n", encoding="utf-8")
    file.write_text("source,target\nskola,school\nskolan,hus\n", encoding="utf-8")
    high.write_text("source,target\nskola,academy\n", encoding="utf-8")
    configured = (low, file, high)
    assert "sv" in source_languages("en", configured)
    assert [str(each.path) for each in layers("sv", "en", configured)] == [
        "high.sv-en.csv",
        "house.sv-en.csv",
        "low.sv-en.csv",
    ]
    around = Surroundings.of(Path("house.sv-en.csv"), ("sv", "en"), configured)
    entry = Entry("hus", "home", variants=("skolan",))
    notes = list(around.notes(entry))
    assert notes == [
        "it replaces low.sv-en.csv:3: 'house'",
        "'skolan' is also a spelling of 'skolan', house.sv-en.csv:3",
    ]
    assert list(around.notes(Entry("skola", "school"))) == [
        "high.sv-en.csv:2 replaces it: 'academy'"
    ]
    elsewhere = Surroundings.of(Path("house.sv-en.csv"), ("sv", "en"), (low,))
    assert "is not read by capqa check" in next(elsewhere.notes(entry))
