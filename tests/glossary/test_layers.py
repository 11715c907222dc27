"""Several files make one termbase: later ones replace what earlier ones say of a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from capqa.errors import ConfigurationError
from capqa.glossary.entry import Entry, Status
from capqa.glossary.files import glossary_files, language_pair
from capqa.glossary.termbase import Termbase

if TYPE_CHECKING:
    from pathlib import Path


def write(folder: Path, name: str, *rows: str) -> Path:
    path = folder / name
    path.write_text("source,target\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_a_project_file_overrides_the_shipped_one(tmp_path: Path) -> None:
    house = write(tmp_path, "house.de-en.csv", "Kiew,Kiev", "Hintertupfing,Hicksville")
    termbase = Termbase.load("de", "en", [house])
    assert [entry.target for entry in termbase.lookup("Kiew")] == ["Kiev"]
    assert [entry.file for entry in termbase.lookup("Kiew")] == [str(house)]
    assert [match.target for match in termbase.find("Hintertupfing in Mossul")] == [
        "Hicksville",
        "Mosul",
    ]


def test_later_files_win(tmp_path: Path) -> None:
    first = write(tmp_path, "a.de-en.csv", "Kiew,First", "Lwiw,Lviv")
    second = write(tmp_path, "b.de-en.csv", "Kiew,Second")
    assert Termbase.load("de", "en", [first, second]).lookup("Kiew")[0].target == "Second"
    assert Termbase.load("de", "en", [second, first]).lookup("Kiew")[0].target == "First"


def test_an_own_source_wins_over_a_shipped_variant() -> None:
    shipped = [Entry("Belarus", "Belarus", variants=("Weißrussland",))]
    house = [Entry("Weißrussland", "White Russia")]
    (match,) = Termbase([shipped, house]).find("Weißrussland")
    assert match.target == "White Russia"
    (match,) = Termbase([shipped, house]).find("Belarus")
    assert match.target == "Belarus"


def test_a_later_variant_wins_over_an_earlier_source() -> None:
    shipped = [Entry("Lemberg", "Lemberg")]
    house = [Entry("Lwiw", "Lviv", variants=("Lemberg",))]
    (match,) = Termbase([shipped, house]).find("Lemberg")
    assert match.target == "Lviv"


def test_in_one_file_a_source_wins_over_a_variant() -> None:
    entries = [Entry("Altes", "x", variants=("Neues",)), Entry("Neues", "y")]
    (match,) = Termbase([entries]).find("Neues")
    assert match.target == "y"


def test_a_folder_gives_its_files_of_the_pair(tmp_path: Path) -> None:
    write(tmp_path, "b.de-en.csv", "Dings,B")
    write(tmp_path, "a.de-en.csv", "Dings,A")
    write(tmp_path, "a.fr-en.csv", "Dings,C")
    write(tmp_path, "notes.csv", "Dings,D")
    found = [path.name for path in glossary_files("de", "en", [tmp_path])]
    assert found[-2:] == ["a.de-en.csv", "b.de-en.csv"]
    assert Termbase.load("de", "en", [tmp_path]).lookup("Dings")[0].target == "B"


def test_files_of_other_pairs_are_left_out(tmp_path: Path) -> None:
    french = write(tmp_path, "x.fr-en.csv", "guerre,war")
    assert french not in glossary_files("de", "en", [french])
    assert french in glossary_files("fr", "en", [french])


def test_for_pair_reads_the_same_places(tmp_path: Path) -> None:
    write(tmp_path, "x.eo-en.csv", "milito,war")
    termbase = Termbase.load("de", "en", [tmp_path])
    assert termbase.for_pair("de", "en") is termbase
    assert [entry.target for entry in termbase.for_pair("eo", "en").entries] == ["war"]


@pytest.mark.parametrize("name", ["nowhere.de-en.csv", "nowhere"])
def test_a_missing_path_is_an_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(ConfigurationError, match="no such glossary"):
        Termbase.load("de", "en", [tmp_path / name])


def test_a_name_without_languages_is_an_error(tmp_path: Path) -> None:
    path = write(tmp_path, "terms.csv", "a,b")
    with pytest.raises(ConfigurationError, match=r"rename it to terms\.de-en\.csv"):
        Termbase.load("de", "en", [path])


def test_language_pair(tmp_path: Path) -> None:
    assert language_pair(tmp_path / "conflict.de-en.csv") == ("de", "en")
    assert language_pair(tmp_path / "a.b.ckb-en.csv") == ("ckb", "en")
    assert language_pair(tmp_path / "conflict.csv") is None


def test_length_and_entries_count_what_is_in_force() -> None:
    shipped = [Entry("a", "1"), Entry("a", "2", status=Status.ADMITTED), Entry("b", "3")]
    termbase = Termbase([shipped, [Entry("a", "4")]])
    assert len(termbase) == 2
    assert sorted(entry.target for entry in termbase.entries) == ["3", "4"]


def test_entries_bring_their_layers_along() -> None:
    shipped = [Entry("Flüchtling", "refugee", "noun", "m"), Entry("Krieg", "war", "noun", "m")]
    house = [Entry("Fluechtling", "fugitive", "noun", "m")]
    entries = Termbase([shipped, house]).entries
    assert [entry.target for entry in entries] == ["refugee", "war", "fugitive"]
    assert (entries[0], entries[-1]) == (shipped[0], house[0])
    assert entries[1:] == (shipped[1], house[0])
    common = [Entry("Krieg", "fight", "noun", "m"), Entry("Haus", "house", "noun", "n")]
    above = Termbase([common, entries])
    assert [match.target for match in above.find("Haus, Kriege, FLÜCHTLINGE")] == [
        "house",
        "war",
        "fugitive",
    ]
    assert [match.target for match in Termbase([entries, common]).find("Kriege")] == ["fight"]
    assert len(above) == len(above.entries) == 4


def test_entries_of_another_language_are_indexed_anew() -> None:
    german = Termbase([[Entry("Krieg", "war", "noun", "m")]])
    dutch = Termbase([german.entries], source_language="nl")
    assert [match.target for match in german.find("Kriege")] == ["war"]
    assert dutch.find("Kriege") == []
    assert [match.target for match in dutch.find("Krieg")] == ["war"]


def test_lookup_forgives_case_and_umlauts_but_not_inflection() -> None:
    termbase = Termbase([[Entry("Flüchtling", "refugee", "noun", "m", variants=("Refugee",))]])
    for spelling in ("Flüchtling", "Fluechtling", "FLÜCHTLING", "Refugee"):
        assert [entry.target for entry in termbase.lookup(spelling)] == ["refugee"]
    assert termbase.lookup("Flüchtlinge") == ()
    assert termbase.lookup("") == ()


def test_an_empty_termbase_finds_nothing() -> None:
    assert Termbase().find("Irak | Befreiungsaktion Mossul") == []
    assert len(Termbase()) == 0
