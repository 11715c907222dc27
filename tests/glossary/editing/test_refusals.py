"""What may not be written, and what stands there already."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capqa.errors import ConfigurationError
from capqa.glossary.editing.adding import OnConflict, add
from capqa.glossary.editing.amending import amend
from capqa.glossary.editing.cells import clean, clean_part_of_speech
from capqa.glossary.editing.choosing import NotFoundError, only
from capqa.glossary.editing.table import Table
from tests.glossary.editing.samples import PATH, UNENDED, table


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("a\nb", "line break"),
        ("a\rb", "line break"),
        ("a\u2028b", "line break"),
        ("a\0b", "NUL"),
        ("\tcmd", "tab"),
        ("a\x1b[2Jb", "control character"),
        ("a\u202eb", "control character"),
        ("a\udc80b", "not valid text"),
        ("=1+1", "formula"),
        ("  =1+1", "formula"),
        ("+49", "formula"),
        ("@SUM(A1)", "formula"),
        ("＝1", "formula"),
        ("-1", "formula"),
        ("-politik|'/c calc'!A0", "formula"),
        ("-", "formula"),
        ("x" * 2001, "2001 characters"),
        ("...", "says nothing"),
        ("", "says nothing"),
    ],
)
def test_what_must_not_stand_in_a_field(value: str, reason: str) -> None:
    with pytest.raises(ConfigurationError, match=reason) as refused:
        clean("source", value)
    assert str(refused.value).startswith("source: ")
    assert len(str(refused.value)) < 300


@pytest.mark.parametrize(
    "value", ["-beauftragte", "-politik", "-Präsident", "-rechtlich", "Bundes-", "1. Mai", "S-Bahn"]
)
def test_combining_forms_and_plain_terms_pass(value: str) -> None:
    assert clean("source", value) == value


def test_variants_are_judged_one_by_one() -> None:
    assert clean("variants", " Mosul ;Mossoul; Mosul;") == "Mosul;Mossoul"
    with pytest.raises(ConfigurationError, match="formula"):
        clean("variants", "Mosul;=1")


def test_white_space_and_composition_are_put_right() -> None:
    assert clean("note", "  Mu\u0308nchen\u00a0  Ost ") == "München Ost"


@pytest.mark.parametrize(
    ("name", "value", "offer"),
    [
        ("status", "good", "preferred, keep-as-is, admitted, deprecated, forbidden"),
        ("gender", "masculine", "m, f, n, p"),
        ("reviewed", "yesterday", "2024-05-31"),
    ],
)
def test_a_choice_is_offered(name: str, value: str, offer: str) -> None:
    with pytest.raises(ConfigurationError, match=offer):
        clean(name, value)


def test_a_part_of_speech_is_known_or_used_already() -> None:
    assert clean_part_of_speech("proper noun") == "proper noun"
    assert clean_part_of_speech("interjection", {"", "interjection"}) == "interjection"
    with pytest.raises(ConfigurationError, match="did you mean 'noun'"):
        clean_part_of_speech("nuon")


@given(st.text(max_size=30))
def test_what_passes_can_be_written_and_read(text: str) -> None:
    try:
        note = clean("note", text)
    except ConfigurationError:
        return
    done = add(table(), {"source": "Kabul", "target": "Kabul", "note": note})
    assert only(Table(PATH, done.data).entries, "Kabul").note == note


def test_the_same_entry_is_refused_with_its_place() -> None:
    with pytest.raises(ConfigurationError, match=r"^house.de-en.csv:3: 'Angriff' -> 'attack' is"):
        add(table(), {"source": "Angriff", "target": "attack"})
    with pytest.raises(ConfigurationError, match="is there already"):
        add(table(), {"source": "Angriff", "target": "attack", "status": "forbidden"})
    other_class = {"source": "Angriff", "target": "attack", "part_of_speech": "verb"}
    assert add(table(), {**other_class, "status": "admitted"}).entry.part_of_speech == "verb"


def test_a_second_preferred_target_needs_a_word() -> None:
    new = {"source": "Mossul", "target": "Moslawi", "note": "old"}
    with pytest.raises(ConfigurationError, match=r":5: .*preferred.*--admit.*--replace"):
        add(table(), new)
    admitted = add(table(), new, OnConflict.ADMIT)
    assert (admitted.entry.status, admitted.entry.row) == ("admitted", 6)
    replaced = add(table(), new, OnConflict.REPLACE, guessed={"part_of_speech": "noun"})
    entry = only(table(replaced.data).entries, "Mossul")
    assert (entry.target, entry.note, entry.gender) == ("Moslawi", "old", "n")
    assert entry.part_of_speech == "proper noun"
    assert replaced.before["target"] == "Mosul"


def test_an_admitted_target_conflicts_with_nothing() -> None:
    new = {"source": "Mossul", "target": "Moslawi", "status": "admitted"}
    assert add(table(), new).action == "add"


def test_an_edit_makes_no_second_preferred_target() -> None:
    before = table()
    strike = only(before.entries, "Angriff", target="strike")
    with pytest.raises(ConfigurationError, match="make that one admitted"):
        amend(before, strike, {"status": "preferred"})
    with pytest.raises(ConfigurationError, match="is there already"):
        amend(before, strike, {"target": "attack"})


def test_keep_as_is_keeps() -> None:
    with pytest.raises(ConfigurationError, match="is not kept as it is"):
        add(table(), {"source": "Kabul", "target": "Cabul", "status": "keep-as-is"})


def test_a_column_the_file_lacks_is_named() -> None:
    with pytest.raises(ConfigurationError, match="has no column 'gender'"):
        add(table(UNENDED), {"source": "Zelt", "target": "tent", "gender": "n"})
    with pytest.raises(ConfigurationError, match="has no column 'status'"):
        add(table(UNENDED), {"source": "Zaun", "target": "wall"}, OnConflict.ADMIT)
    guessed = {"part_of_speech": "noun"}
    assert add(table(UNENDED), {"source": "Zelt", "target": "tent"}, guessed=guessed).entry.row == 4


def test_several_entries_are_told_apart_by_line_or_target() -> None:
    entries = table().entries
    with pytest.raises(ConfigurationError, match=r"csv:3 \(attack, preferred\).*csv:4 \(strike"):
        only(entries, "Angriff")
    assert only(entries, "Angriff", line=4).target == "strike"
    assert only(entries, "Angriff", target="strike").row == 4
    for missing in ({"line": 2}, {"target": "raid"}):
        with pytest.raises(NotFoundError):
            only(entries, "Angriff", **missing)
    with pytest.raises(NotFoundError):
        only(entries, "angriff")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", ":1: empty"),
        (b"source,target\na\n", ":2: the header has 2 fields, this row 1"),
        (b"source,target,own\na,b,c\nd,e\n", ":3: the header has 3 fields, this row 2"),
        (b'source,target,own\na,b,"c\nd"\n=,e,f\n', ":4: source says nothing"),
        (b"source,target,own,own\na,b,c,d\n", ":1: not one column 'own'"),
        (b"source,target,\na,b,c\n", ":1: a column without a name"),
        (b"source,target,own\na,b\0,c\n", ":1: unknown column 'own'|:2: a NUL"),
        (b'source,target\na,"b\n', ":2: not CSV"),
        (b"source,target\na,\xff\n", ":2: not UTF-8"),
    ],
)
def test_a_broken_file_is_never_touched(data: bytes, problem: str) -> None:
    with pytest.raises(ConfigurationError, match=problem):
        table(data)
