"""What goes out comes back equal, in every format that can hold everything."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from capqa.glossary import exchange
from capqa.glossary.entry import Entry
from tests.glossary.exchange.samples import ENTRIES, any_entries, bare, read, write

LOSSLESS = [("csv", ""), ("tbx", "dca"), ("tbx", "dct"), ("tmx", ""), ("xlsx", "")]
ALL = [
    (name, dialect)
    for name in exchange.names()
    for dialect in exchange.load(name).DIALECTS or ("",)
]


@pytest.mark.parametrize(("name", "dialect"), LOSSLESS)
def test_every_field_comes_back(name: str, dialect: str) -> None:
    data, left_out = write(name, ENTRIES, dialect)
    reading = read(name, data)
    assert reading.refusals == []
    assert bare(reading.entries) == list(ENTRIES)
    assert left_out == []


@pytest.mark.parametrize(("name", "dialect"), LOSSLESS[:-1])
@given(entries=any_entries)
@settings(max_examples=60, deadline=None)
def test_any_entries_come_back(name: str, dialect: str, entries: list[Entry]) -> None:
    reading = read(name, write(name, entries, dialect)[0])
    assert reading.refusals == []
    assert bare(reading.entries) == entries


@given(entries=any_entries)
@settings(max_examples=25, deadline=None)
def test_any_entries_come_back_from_a_spreadsheet(entries: list[Entry]) -> None:
    reading = read("xlsx", write("xlsx", entries)[0])
    assert reading.refusals == []
    assert bare(reading.entries) == entries


@pytest.mark.parametrize(("name", "dialect"), ALL)
def test_what_we_write_is_recognised_and_written_the_same_again(name: str, dialect: str) -> None:
    data, _ = write(name, ENTRIES, dialect)
    form = exchange.load(name)
    title = exchange.recognised(data, f"x{form.SUFFIXES[0]}").TITLE
    expected = "DeepL" if name == "google" and dialect != "term-set" else form.TITLE
    assert title == expected
    again, left_out = write(name, read(name, data).entries, dialect)
    # A workbook holds the time it was made, the first line of UTX the day.
    if name != "xlsx":
        assert again.split(b"\n")[name == "utx" :] == data.split(b"\n")[name == "utx" :]
    assert not [line for line in left_out if "entries" in line and "left out" in line]


@pytest.mark.parametrize(("name", "dialect"), ALL)
def test_control_characters_spoil_no_file(name: str, dialect: str) -> None:
    data, _ = write(name, [Entry("a\x01b", "c", note="d\x1be\ufffe")], dialect)
    reading = read(name, data)
    if name in ("tbx", "tmx", "xlsx", "utx"):
        assert [(each.source, each.target) for each in reading.entries] == [("ab", "c")]
    else:
        assert [refusal.what for refusal in reading.refusals] == ["a control character in source"]
