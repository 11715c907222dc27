"""Tables: what holds for any, with Python's `csv` as the judge of what the cells are."""

from __future__ import annotations

import csv as standard
import io
import re
import string
import sys
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from capqa.errors import ConflictError, UnreadableError
from capqa.formats import csv
from capqa.formats._csv.cells import value
from capqa.formats._csv.rows import Dialect, UnclosedQuoteError, rows
from tests.formats.markup_properties import (
    check_any_bytes,
    check_one_edit,
    check_places,
    drawn_edit,
    files,
)

_PIECES = st.sampled_from(
    [
        *("Die Stadt", "Irak", " ", ",", ";", "\t", "|", '"', '""', '","', '"\n"', "\n", "\n\n"),
        *("caption", "id", "2024-05-01", "=1+1", "-", "@x", "é", "😀", "\u202e", "\u2028", "\x0c"),
        *("https://x.y", "[MUSIC]", "sep=;\n", "\0", "\x1b[31m", "'", "source,target\n"),
    ]
)
_TABLES = st.lists(_PIECES, max_size=25).map("".join)
_LAST = '\nZerstörte Häuser für größere Städte,"Noch ""eine"" Zeile"'
_FILES = files(_TABLES.map(lambda table: table.replace("\0", "")), _LAST)
_REST_OF_LINE = re.compile(r"\A[^\r\n]*")
_START_OF_LINE = re.compile(r"[^\r\n]*\Z")
_DIALECTS = st.builds(Dialect, st.sampled_from(",;\t|"), st.booleans())


@pytest.fixture(autouse=True)
def _long_fields() -> None:
    standard.field_size_limit(sys.maxsize)


@given(_TABLES, st.sampled_from(["\n", "\r\n", "\r"]), _DIALECTS)
def test_the_cells_are_those_of_the_standard_reader(
    table: str, line_break: str, dialect: Dialect
) -> None:
    table = table.replace("\n", line_break)
    reader = standard.reader(
        io.StringIO(table, newline=""),
        delimiter=dialect.delimiter,
        quoting=standard.QUOTE_MINIMAL if dialect.quotes else standard.QUOTE_NONE,
    )
    unclosed = 0
    try:
        found = list(rows(table, dialect))
    except UnclosedQuoteError as error:
        found, unclosed = [], error.line
    if unclosed:
        # The standard reader takes the rest of the file for the cell.
        assert '"' in table.split(line_break)[unclosed - 1]
        return
    assert [[value(table, cell) for cell in row.cells] for row in found] == list(reader)
    for row, following in pairwise(found):
        before = table[: row.end].replace("\r\n", "\n").replace("\r", "\n")
        assert following.line == before.count("\n") + 1


@given(_TABLES, _DIALECTS, st.data())
def test_rows_are_read_alike_from_any_row_on(
    table: str, dialect: Dialect, draw: st.DataObject
) -> None:
    try:
        found = list(rows(table, dialect))
    except UnclosedQuoteError:
        return
    assume(found)
    index = draw.draw(st.integers(0, len(found) - 1))
    row = found[index]
    following = found[index + 1 :]
    line = following[0].line if following else 1
    assert list(rows(table, dialect, row.end, line)) == following


@given(st.one_of(st.binary(max_size=60), _TABLES.map(str.encode), _FILES))
def test_any_bytes_are_read_exactly_or_refused(data: bytes) -> None:
    check_any_bytes(csv, data, "page.csv")


@given(_FILES, st.sampled_from(["page.csv", "page.tsv"]), st.data())
def test_one_edit_changes_its_cell_alone_or_is_refused(
    data: bytes, name: str, draw: st.DataObject
) -> None:
    try:
        document = csv.read(data, name)
    except UnreadableError:
        return
    check_places(document)
    if document.segments:
        made_of = drawn_edit(draw, document, string.ascii_letters + ' ,;"\n\t|é')
        if not any(each in made_of.new for each in ',;"\n\t|'):
            check_one_edit(csv, document, made_of)
            return
        try:
            made = csv.apply(document, [made_of])
        except ConflictError:
            return
        # Without "Zerstörte", the encoding of a short file may be told no more.
        text = made[len(document.byte_order_mark) :].decode(document.encoding)
        edited = csv.read(text.encode(), name)
        check_places(edited)
        segment, span = made_of.segment, made_of.span
        # Quotation marks may be set around the cell, and those in it doubled.
        assert text.startswith(_START_OF_LINE.sub("", document.text[: segment.start]))
        last = segment.runs[-1]
        behind = _REST_OF_LINE.sub("", document.text[last.source + last.source_length :])
        assert text.endswith(behind)
        words = segment.text[: span.start] + made_of.new + segment.text[span.end :]
        expected = [words if each == segment else each.text for each in document.segments]
        assert [each.text.split() for each in edited.segments] == [
            each.split() for each in expected if each.strip()
        ]
