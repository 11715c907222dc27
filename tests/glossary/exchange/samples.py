"""Entries that use every field, any entries at all, and ways to write and read them."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from capqa.glossary import exchange
from capqa.glossary.entry import Entry, Status
from capqa.glossary.exchange._languages import LanguagePair
from capqa.glossary.exchange._left_out import LeftOut

if TYPE_CHECKING:
    from collections.abc import Iterable

    from capqa.glossary.exchange._reading import Reading

DATA = Path(__file__).parent / "data"
PAIR = LanguagePair("de", "en")

FULL = Entry(
    "Mossul",
    "Mosul",
    "proper noun",
    "n",
    Status.PREFERRED,
    "place",
    ("Mosul", "Mosoul"),
    'the city, not the "province"',
    "AP <2024> & later",
    "2024-05-01",
)
RIVALS = (
    dataclasses.replace(FULL, target="Mossul", status=Status.FORBIDDEN, note="", reviewed=""),
    Entry("Kiew", "Kyiv", "proper noun", "n"),
    Entry("Kiew", "Kiev", "proper noun", "n", Status.DEPRECATED),
    Entry("Ferien", "vacation", "noun", "p", Status.ADMITTED),
    Entry("dpa", "dpa", "", "", Status.KEEP_AS_IS, "media"),
    Entry("-politik", "policy", "noun", "f", Status.PREFERRED, "compounds"),
    Entry("kurdisch", "Kurdish", "adjective", note="=not + a formula\nsecond line"),
)
ENTRIES = (FULL, *RIVALS)

# Formulas, quotes, markup, separators, other scripts, bidirectional marks and emoji.
_ALPHABET = "=+-@'\"<>&;,|#äßЖ本א\u202e😀 aB1_]"
_words = st.text(st.sampled_from(_ALPHABET.replace(";", "")), max_size=8)
terms = st.builds("{}x{}".format, _words, _words).map(lambda text: " ".join(text.split()))
_fields = st.text(st.sampled_from(_ALPHABET + "\n"), max_size=12).map(
    lambda text: "\n".join(line.strip() for line in text.strip().split("\n")).strip()
)
_entries = st.builds(
    Entry,
    source=terms,
    target=terms,
    part_of_speech=st.sampled_from(["", "noun", "proper noun", "participle", "other"]) | _fields,
    gender=st.sampled_from(["", "m", "f", "n", "p"]) | _fields,
    status=st.sampled_from(Status),
    domain=_fields,
    variants=st.lists(terms, max_size=3, unique=True).map(tuple),
    note=_fields,
    reference=_fields,
    reviewed=st.sampled_from(["", "2024-05-01"]) | _fields,
)
any_entries = st.lists(
    _entries,
    max_size=6,
    unique_by=lambda entry: (entry.source, entry.target, entry.part_of_speech),
)


def bare(entries: Iterable[Entry]) -> list[Entry]:
    """Return entries without the place they stand in."""
    return [dataclasses.replace(entry, file="", row=0) for entry in entries]


def write(name: str, entries: Iterable[Entry], dialect: str = "") -> tuple[bytes, list[str]]:
    """Return a file of a format, and the lines about what was left out."""
    form = exchange.load(name)
    left_out = LeftOut(form.TITLE)
    return form.write(list(entries), PAIR, left_out, dialect), left_out.lines()


def read(name: str, data: bytes, pair: LanguagePair = PAIR) -> Reading:
    """Return what is in the bytes of a file."""
    return exchange.read(data, f"x{exchange.load(name).SUFFIXES[0]}", pair, exchange.load(name))


def sample(name: str, pair: LanguagePair = PAIR) -> Reading:
    """Return what is in a file of the folder ``data``, its format recognised."""
    return exchange.read((DATA / name).read_bytes(), name, pair)


def terms_of(reading: Reading) -> list[tuple[str, str]]:
    """Return source and target of what was read, after checking that nothing was refused."""
    assert reading.refusals == []
    return [(entry.source, entry.target) for entry in reading.entries]
