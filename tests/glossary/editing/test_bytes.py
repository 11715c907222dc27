"""Only the row that is touched changes."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from capqa.errors import ConfigurationError
from capqa.glossary.editing.adding import OnConflict, add
from capqa.glossary.editing.amending import amend
from capqa.glossary.editing.choosing import only
from capqa.glossary.editing.removing import remove
from tests.glossary.editing.samples import ALL, MIXED, PLAIN, SPREADSHEET, UNENDED, table

each_file = pytest.mark.parametrize("data", ALL.values(), ids=ALL)

NEW = {"source": "Kabul", "target": "Kabul"}


def test_a_row_is_added_where_it_belongs() -> None:
    done = add(table(), {**NEW, "domain": "place", "note": "a, b"})
    row = b'Kabul,Kabul,,,keep-as-is,place,,"a, b",,\n'
    assert done.data == PLAIN.replace(b"Mossul,Mosul,", row + b"Mossul,Mosul,")
    assert (done.entry.row, done.entry.source) == (5, "Kabul")


def test_a_row_is_added_in_the_manner_of_its_neighbours() -> None:
    row = b'"Kabul","","Kabul","keep-as-is"\r\n'
    assert add(table(SPREADSHEET), NEW).data == SPREADSHEET.replace(b'"Zaun"', row + b'"Zaun"')


def test_a_last_line_without_an_end_stays_without() -> None:
    done = add(table(UNENDED), {"source": "Zelt", "target": "tent"})
    assert done.data == UNENDED + b"\ntent,Zelt"


def test_line_ends_and_blank_lines_of_others_stay() -> None:
    done = add(table(MIXED), NEW)
    assert done.data == MIXED.replace(b"agreement\n", b"agreement\nKabul,Kabul\r\n")


@each_file
def test_what_is_added_and_removed_leaves_no_trace(data: bytes) -> None:
    added = add(table(data), NEW)
    after = table(added.data)
    assert len(after.entries) == len(table(data).entries) + 1
    assert remove(after, only(after.entries, "Kabul")).data == data


@each_file
def test_what_is_changed_and_changed_back_leaves_no_trace(data: bytes) -> None:
    before = table(data)
    there = amend(before, only(before.entries, "Abkommen"), {"target": "accord"})
    after = table(there.data)
    assert only(after.entries, "Abkommen").target == "accord"
    old = only(before.entries, "Abkommen").target
    assert amend(after, only(after.entries, "Abkommen"), {"target": old}).data == data


def test_a_row_moves_only_where_the_order_demands_it() -> None:
    before = table()
    noted = amend(before, only(before.entries, "Mossul"), {"note": "in Iraq"})
    assert noted.data == PLAIN.replace(b"place,Mosul,,,", b"place,Mosul,in Iraq,,")
    renamed = amend(before, only(before.entries, "Mossul"), {"source": "Aleppo", "variants": ""})
    lines = PLAIN.splitlines(keepends=True)
    moved = lines[4].replace(b"Mossul", b"Aleppo").replace(b"place,Mosul", b"place,")
    assert renamed.data == b"".join([*lines[:2], moved, *lines[2:4], lines[5]])


def test_own_columns_can_be_changed_and_others_are_refused() -> None:
    before = table(SPREADSHEET)
    done = amend(before, only(before.entries, "Zaun"), {"x": "3"})
    assert done.data == SPREADSHEET.replace(b"two\nlines", b"3")
    with pytest.raises(ConfigurationError, match="has no column 'gender'"):
        amend(before, only(before.entries, "Zaun"), {"gender": "m"})


def test_an_edit_that_changes_nothing_writes_nothing() -> None:
    before = table()
    done = amend(before, only(before.entries, "Zaun"), {"gender": "m", "note": ""})
    assert done.data == PLAIN
    assert done.before == done.after


def test_a_file_in_no_order_is_added_to_at_its_end() -> None:
    data = b"source,target\nz,z\nb,b\nx,x\na,a\nm,m\nc,c\n"
    assert add(table(data), {"source": "d", "target": "e"}).data == data + b"d,e\n"
    with_status = b"source,target,status\n" + data.partition(b"\n")[2].replace(b"\n", b",\n")
    done = add(table(with_status), {"source": "x", "target": "y"}, OnConflict.ADMIT)
    assert done.data == with_status.replace(b"x,x,\n", b"x,x,\nx,y,admitted\n")


WORDS = st.text(st.characters(categories=("Lu", "Ll", "Lo")), min_size=1, max_size=8)
CELLS = st.text(st.sampled_from('ab ",;\n\r'), max_size=6)


@given(
    rows=st.lists(st.tuples(WORDS, CELLS), max_size=8),
    word=WORDS,
    end=st.sampled_from(["\n", "\r\n"]),
    ended=st.booleans(),
)
def test_every_other_row_keeps_its_bytes(
    rows: list[tuple[str, str]], word: str, end: str, ended: bool
) -> None:
    quoted = ['"{}",x,"{}"'.format(source, cell.replace('"', '""')) for source, cell in rows]
    text = end.join(["source,target,mine", *quoted]) + end * ended
    before = table(text.encode())
    assume(all(source != word for source, _ in rows))
    done = add(before, {"source": word, "target": "new target"})
    raws = [row.raw.rstrip("\r\n") for row in table(done.data).rows]
    added = raws.index(f"{word},new target,")
    assert raws[:added] + raws[added + 1 :] == [row.raw.rstrip("\r\n") for row in before.rows]
    assert done.data.decode().endswith(end) == ended
    after = table(done.data)
    assert remove(after, only(after.entries, word, target="new target")).data == before.data
