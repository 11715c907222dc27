"""Files written the way other tools write them; see data/README.md."""

from __future__ import annotations

import pytest

from capqa.glossary.entry import Status
from tests.glossary.exchange.samples import PAIR, read, sample, terms_of
from tests.glossary.exchange.workbooks import row, workbook

TERMS = {
    "deepl-web.csv": [
        ("Waffenruhe", "ceasefire"),
        ("Haus, das", "house"),
        ('das "Volk"', 'the "people"'),
    ],
    "deepl-generator.csv": [("Waffenruhe", "ceasefire"), ("Grenze", "border")],
    "deepl.tsv": [("Waffenruhe", "ceasefire"), ("Haus, das", "house")],
    "google-pair.csv": [("Waffenruhe", "ceasefire"), ("Grenze", "border")],
    "google-term-set.csv": [("Waffenruhe", "ceasefire"), ("Grenze", "border")],
    "utx-1.20.utx": [("Grenze", "border")],
    "excel-unicode.txt": [("Ärzte", "doctors"), ("Krieg", "war")],
    "excel-german.csv": [("Frühling", "spring"), ("Krieg", "war")],
    "memory.tmx": [("Archivbild", "file photo"), ("Symbolbild", "stock image")],
}


@pytest.mark.parametrize("name", TERMS)
def test_terms_are_read_from_what_other_tools_write(name: str) -> None:
    assert terms_of(sample(name)) == TERMS[name]


def test_multiterm() -> None:
    reading = sample("multiterm.tbx")
    assert terms_of(reading) == [
        ("Waffenruhe", "ceasefire"),
        ("Waffenruhe", "truce"),
        ("Waffenruhe", "armistice"),
        ("Waffenruhe", "cease-fire"),
    ]
    first = reading.entries[0]
    assert [entry.status.value for entry in reading.entries] == [
        "preferred",
        "admitted",
        "deprecated",
        "forbidden",
    ]
    assert (first.part_of_speech, first.gender, first.domain) == ("noun", "f", "conflict")
    assert first.variants == ("Waffen-Ruhe",)
    # The source of the context is not that of the term.
    assert (first.note, first.reference) == ("One word,\nnever two.", "AP")
    assert first.row == 26
    assert reading.notes == [
        "'definition' is passed over",
        "'context' is passed over",
        "1 concept without de-en pair: passed over",
    ]


def test_terms_of_a_concept_are_combined_and_the_first_target_is_preferred() -> None:
    reading = sample("linguist.dct.tbx")
    assert terms_of(reading) == [
        ("Bundestag", "Bundestag"),
        ("Bundestag", "German parliament"),
        ("Deutscher Bundestag", "Bundestag"),
        ("Deutscher Bundestag", "German parliament"),
    ]
    assert [entry.status for entry in reading.entries] == [Status.PREFERRED, Status.ADMITTED] * 2
    first = reading.entries[0]
    assert (first.part_of_speech, first.gender) == ("proper noun", "m")
    assert (first.domain, first.note) == ("politics", "of the federal level")


def test_version_2_of_tbx() -> None:
    reading = sample("version2.tbx")
    assert terms_of(reading) == [
        ("Geflüchtete", "refugees"),
        ("Kiew", "Kyiv"),
        ("Kiew", "Kiev"),
    ]
    refugees, kyiv, kiev = reading.entries
    assert refugees.note == 'not "fugitives"'
    assert (kyiv.status, kiev.status) == (Status.PREFERRED, Status.FORBIDDEN)
    assert (kiev.part_of_speech, kiev.domain) == ("proper noun", "place")


def test_utx() -> None:
    reading = sample("utx-1.11.utx")
    facts = [(each.target, each.status.value, each.note) for each in reading.entries]
    assert facts == [
        ("ceasefire", "preferred", ""),
        ("truce", "admitted", "shorter"),
        ("Kiev", "forbidden", ""),
    ]
    assert reading.entries[2].part_of_speech == "proper noun"


def test_what_excel_makes_of_a_table() -> None:
    entries = sample("excel-german.csv").entries
    assert (entries[0].gender, entries[0].variants, entries[0].row) == ("m", ("Lenz",), 3)
    doctors, war = sample("excel-unicode.txt").entries
    assert (doctors.note, war.row) == ("two\nlines", 4)


def test_a_term_set_that_lacks_a_term_is_passed_over_with_its_line() -> None:
    assert sample("google-term-set.csv").notes == ["line 4 has no de-en pair: passed over"]


def test_a_spreadsheet_of_excel_with_its_dates_and_numbers() -> None:
    strings = ["German", "English", "Reviewed", "Note", "Krieg", "war", "a_x000D_\nb"]
    data = workbook(
        strings,
        row(1, "s0", "s1", "s2", "s3") + row(3, "s4", "s5", "d45413", "s6") + row(4, "n9", "n11"),
    )
    reading = read("xlsx", data)
    assert terms_of(reading) == [("Krieg", "war"), ("9", "11")]
    war = reading.entries[0]
    assert (war.reviewed, war.note, war.row) == ("2024-05-01", "a\nb", 3)


def test_a_pair_can_be_read_in_either_direction() -> None:
    reverse = type(PAIR)("en", "de")
    assert terms_of(sample("google-term-set.csv", reverse))[0] == ("ceasefire", "Waffenruhe")
    assert terms_of(sample("memory.tmx", reverse))[1] == ("stock image", "Symbolbild")
