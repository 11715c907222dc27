"""What a format cannot hold is said, with counts and lines, and nothing is lost in silence."""

from __future__ import annotations

import dataclasses

from capqa.glossary.entry import Entry, Status
from tests.glossary.exchange.samples import ENTRIES, FULL, read, terms_of, write


def placed(entries: tuple[Entry, ...]) -> list[Entry]:
    return [dataclasses.replace(entry, row=row) for row, entry in enumerate(entries, 2)]


def test_deepl_takes_one_target_a_source_and_nothing_forbidden() -> None:
    data, left_out = write("deepl", placed(ENTRIES))
    assert data.decode().splitlines() == [
        "Mossul,Mosul,DE,EN",
        "Mosul,Mosul,DE,EN",
        "Mosoul,Mosul,DE,EN",
        "Kiew,Kyiv,DE,EN",
        "Ferien,vacation,DE,EN",
        "dpa,dpa,DE,EN",
        "kurdisch,Kurdish,DE,EN",
    ]
    assert left_out == [
        "DeepL cannot forbid a target: 2 entries left out (lines 3, 5)",
        "DeepL has no parts of compounds: 1 entry left out (line 8)",
        "DeepL has no variants: written as rows of their own for 1 entry (line 2)",
        "DeepL has no part of speech: left out for 4 entries",
        "DeepL has no gender: left out for 3 entries",
        "DeepL has no domain: left out for 2 entries",
        "DeepL has no note: left out for 2 entries",
        "DeepL has no reference: left out for 1 entry",
        "DeepL has no date of review: left out for 1 entry",
        "DeepL has no status: left out for 2 entries",
    ]


def test_the_best_target_is_the_one_that_is_kept() -> None:
    rivals = (
        Entry("Krieg", "warfare", status=Status.ADMITTED),
        Entry("Krieg", "war"),
        Entry("Fehde", "feud", variants=("Krieg",)),
    )
    data, left_out = write("deepl", placed(rivals), "tsv")
    assert data == b"Krieg\twar\nFehde\tfeud\n"
    assert left_out == [
        "DeepL has one target for a source: 1 entry left out (line 2)",
        "DeepL has no variants: left out for 1 entry (line 4)",
    ]


def test_formulas_and_overlong_terms_reach_no_csv_of_pairs() -> None:
    hostile = (
        Entry("=cmd|' /C calc'!A0", "x"),
        Entry("x", "@SUM(1)"),
        Entry("ü" * 513, "y"),
        Entry("a", "b", variants=("+1",)),
    )
    for name, dialect in (("deepl", "csv"), ("google", "csv"), ("google", "term-set")):
        data, left_out = write(name, placed(hostile), dialect)
        assert terms_of(read(name, data)) == [("a", "b")]
        assert "3 entries left out (lines 2, 3, 4)" in left_out[0]


def test_google_keeps_part_of_speech_and_note_in_a_term_set() -> None:
    data, left_out = write("google", [FULL], "term-set")
    entries = read("google", data).entries
    assert [(each.part_of_speech, each.note) for each in entries] == [
        ("proper noun", FULL.note)
    ] * 3
    assert not [line for line in left_out if "speech" in line or "note" in line]
    assert write("google", [FULL])[0] == b"Mossul,Mosul\nMosul,Mosul\nMosoul,Mosul\n"


def test_utx_keeps_status_and_says_what_it_lacks() -> None:
    data, left_out = write("utx", placed(ENTRIES))
    entries = read("utx", data).entries
    assert [each.status for each in entries] == [
        Status.PREFERRED if each.status is Status.KEEP_AS_IS else each.status for each in ENTRIES
    ]
    assert entries[-1].note == "=not + a formula second line"
    assert b"\t'=not" in data
    assert data.startswith(b"#UTX 1.20; de/en; ")
    assert data.count(b"\r\n") == data.count(b"\n") == 2 + len(ENTRIES)
    assert 'UTX has no status "keep-as-is": written as approved for 1 entry (line 7)' in left_out
    assert "UTX has no line breaks: made spaces for 1 entry (line 9)" in left_out
    assert "UTX has no variants: left out for 2 entries" in left_out


def test_a_comment_is_no_term_of_utx() -> None:
    data, left_out = write("utx", [Entry("#1", "first"), Entry("a", "b")])
    assert terms_of(read("utx", data)) == [("a", "b")]
    assert "1 entry left out" in left_out[0]
