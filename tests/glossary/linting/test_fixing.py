from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from capqa.glossary.linting.fixing import mended
from capqa.glossary.linting.running import lint
from capqa.glossary.linting.table import Table, table_of


def table(data: str) -> Table:
    return table_of(Path("a.de-en.csv"), data.encode())


def test_only_rows_with_a_fault_change_their_bytes() -> None:
    before = 'source,target\r\n"a",b\r\n b,"c  d"\n"c","d"'
    done = mended(table(before))
    assert done.data.decode() == 'source,target\r\n"a",b\r\nb,c d\n"c","d"'
    assert (done.respaced, done.sorted_in, done.removed) == (1, 0, 0)


def test_rows_are_sorted_and_the_last_one_gets_a_line_end() -> None:
    done = mended(table("source,target\nZaun,fence\n\nAbend,evening"))
    assert done.data.decode() == "source,target\nAbend,evening\nZaun,fence\n"
    assert (done.sorted_in, done.removed) == (1, 1)


def test_a_clean_file_is_its_own_bytes() -> None:
    data = "\ufeffsource,target\n\"Abend\",evening\nZaun,'fence'"
    done = mended(table(data))
    assert not done.changed
    assert done.data == data.encode()


def test_the_byte_order_mark_stays() -> None:
    done = mended(table("\ufeffsource,target\nZaun , fence\n"))
    assert done.data == "\ufeffsource,target\nZaun,fence\n".encode()


def test_the_order_stays_where_a_row_is_broken() -> None:
    data = "source,target\nZaun,fence\nbroken\nAbend , evening\n"
    assert mended(table(data)).data.decode() == data.replace("Abend , e", "Abend,e")


def test_checks_not_named_mend_nothing() -> None:
    assert not mended(table("source,target\nb,x\na , y\n"), ["duplicates"]).changed
    assert mended(table("source,target\nb,x\na , y\n"), ["sorting"]).data == (
        b"source,target\na , y\nb,x\n"
    )


fields = st.text(st.sampled_from('aZä ,;\t"\n\u00a0\u2028'), max_size=6)


@given(st.lists(st.tuples(fields, fields), max_size=8), st.booleans())
def test_nothing_is_left_to_mend_and_no_word_is_lost(
    rows: list[tuple[str, str]], ends: bool
) -> None:
    lines = [",".join('"' + each.replace('"', '""') + '"' for each in row) for row in rows]
    before = table("\n".join(["source,target", *lines]) + "\n" * ends)
    done = mended(before)
    after = table_of(before.path, done.data)
    assert not mended(after).changed
    assert lint([after], ["whitespace"]) == []
    assert sorted(row.fields for row in after.rows) == sorted(
        tuple(" ".join(field.split()) for field in row) for row in rows if any(map(str.strip, row))
    )
