"""What was stored says what was compiled; whatever else stands there is refused or harmless."""

from __future__ import annotations

from struct import Struct
from zlib import crc32

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from capqa.glossary.entries import Entries
from capqa.glossary.entry import Entry
from capqa.glossary.layers.layer import Layer
from capqa.glossary.layers.stored import from_bytes
from capqa.glossary.termbase import Termbase
from tests.glossary.layers.samples import WORDS, answers, entries, stack, stored, texts

HEAD = Struct("<15sBII")
ROWS = [Entry(word, f"target {at}", variants=(f"{word}x",)) for at, word in enumerate(WORDS)]
SAMPLE = " ".join(WORDS) + " Abstmmung Regierungskrieg Flüchtlingspolitik"


def read(data: bytes) -> Termbase:
    layer = Layer(from_bytes(data, "x.de-en.csv"))
    return Termbase([Entries(stack(layer), "de")])


@given(entries, texts)
@settings(max_examples=150, deadline=None)
def test_same_answers_as_from_the_entries(some: list[Entry], text: str) -> None:
    built, loaded = Termbase([some]), read(stored(some))
    assert answers(loaded, text) == answers(built, text)
    assert list(loaded.entries) == list(built.entries)
    assert len(loaded) == len(built) == len(built.entries)


@given(entries, entries, texts)
@settings(max_examples=150, deadline=None)
def test_layers_replace_each_other_alike(lower: list[Entry], upper: list[Entry], text: str) -> None:
    built = Termbase([lower, upper])
    stacks = [stack(Layer(from_bytes(stored(some), "x.de-en.csv"))) for some in (lower, upper)]
    loaded = Termbase([Entries(each, "de") for each in stacks])
    assert answers(loaded, text) == answers(built, text)
    assert list(loaded.entries) == list(built.entries)
    assert len(loaded) == len(built) == len(list(built.entries))


def test_every_field_comes_back() -> None:
    full = Entry(
        "Kiew", "Kyiv", "proper noun", "n", variants=("Kyjiw", "Kijew"), note="a\nnote",
        reference="AP", reviewed="2024-05-01", domain="place", file="x.de-en.csv", row=7,
    )  # fmt: skip
    assert read(stored([full])).lookup("Kijew") == (full,)


@given(st.binary(max_size=200))
@example(b"")
@example(stored(ROWS)[:-1])
@example(stored(ROWS) + b"\0")
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"short|damaged"):
        from_bytes(data, "")


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_a_damaged_byte_is_noticed(data: st.DataObject) -> None:
    good = bytearray(stored(ROWS))
    at = data.draw(st.integers(0, len(good) - 1))
    good[at] ^= data.draw(st.integers(1, 255))
    with pytest.raises(ValueError, match="damaged"):
        from_bytes(bytes(good), "")


@given(st.lists(st.tuples(st.integers(0), st.integers(0, 255)), min_size=1, max_size=20), texts)
@settings(max_examples=400, deadline=None)
def test_forged_bytes_do_no_harm(changes: list[tuple[int, int]], text: str) -> None:
    """Whoever forges the checksum too is refused, or makes us say something else: no more."""
    forged = bytearray(stored(ROWS))
    for at, byte in changes:
        forged[HEAD.size + at % (len(forged) - HEAD.size)] = byte
    magic, version, _, sections = HEAD.unpack_from(forged)
    HEAD.pack_into(forged, 0, magic, version, crc32(forged[HEAD.size :]), sections)
    try:
        termbase = read(bytes(forged))
    except ValueError:
        return
    for match in termbase.find(f"{SAMPLE} {text}"):
        assert isinstance(match.target, str)
    assert all(isinstance(entry, Entry) for entry in termbase.entries)
    assert len(termbase) <= len(ROWS)
