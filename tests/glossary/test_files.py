"""A glossary file is read whole, or refused in one line that names file and row."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from capqa.errors import ConfigurationError
from capqa.glossary.entry import Entry, Status
from capqa.glossary.files import COLUMNS, read_glossary

HEADER = b"source,target,status,variants\n"


def read(folder: Path, data: bytes) -> tuple[Entry, ...]:
    path = folder / "x.de-en.csv"
    path.write_bytes(data)
    return read_glossary(path)


def test_reads_all_columns(tmp_path: Path) -> None:
    values = "Kiew,Kyiv,proper noun,n,preferred,place,Kyjiw; Kijew ,a note,AP,2024-05-01"
    (entry,) = read(tmp_path, f"{','.join(COLUMNS)}\n{values}\n".encode())
    assert entry == Entry(
        "Kiew",
        "Kyiv",
        "proper noun",
        "n",
        Status.PREFERRED,
        "place",
        ("Kyjiw", "Kijew"),
        "a note",
        "AP",
        "2024-05-01",
        str(tmp_path / "x.de-en.csv"),
        2,
    )


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    (entry,) = read(tmp_path, b"status,target,source\nadmitted,war,Krieg\n")
    assert (entry.source, entry.target, entry.status) == ("Krieg", "war", Status.ADMITTED)


def test_an_empty_status_is_preferred(tmp_path: Path) -> None:
    (entry,) = read(tmp_path, HEADER + b"Krieg,war,,\n")
    assert entry.status is Status.PREFERRED
    assert entry.variants == ()


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbfsource,target\nKrieg,war\n",
        b"source,target\r\nKrieg,war\r\n",
        b"source,target\nKrieg,war",
        b"source,target\n\n\nKrieg,war\n,\n",
        b" source , target \n  Krieg ,\twar \n",
        b'source,target\n"Krieg","war"\n',
    ],
)
def test_tolerates_what_editors_write(tmp_path: Path, data: bytes) -> None:
    assert [(e.source, e.target) for e in read(tmp_path, data)] == [("Krieg", "war")]


def test_rows_are_lines_also_after_a_line_break_in_quotes(tmp_path: Path) -> None:
    first, second = read(tmp_path, b'source,target,note\nA,a,"two\nlines"\nB,b,\n')
    assert (first.row, second.row) == (2, 4)


@pytest.mark.parametrize(
    ("data", "row", "says"),
    [
        (b"", 1, "empty"),
        (b"\n", 1, "no column 'source'"),
        (b"source\nKrieg\n", 1, "no column 'target'"),
        (b"source,target,colour\n", 1, "unknown column 'colour'"),
        (b"source,target,source\n", 1, "column 'source' stands twice"),
        (HEADER + b"Krieg,war,,\nFrieden,peace\n", 3, "the header has 4 fields, this row 2"),
        (HEADER + b"Krieg,war,,,\n", 2, "the header has 4 fields, this row 5"),
        (HEADER + b"Krieg,,,\n", 2, "target says nothing"),
        (HEADER + b"|,war,,\n", 2, "source says nothing"),
        (HEADER + b"Krieg,war,best,\n", 2, "unknown status 'best'"),
        (HEADER + b"A,b,,\nKrieg,w\xe4r,,\n", 3, "not UTF-8"),
        (HEADER + b"A,b,,\nKrieg,w\0r,,\n", 3, "a NUL character"),
        (HEADER + b'A,b,,\n"Krieg,war,,\nB,c,,\n', 3, "not CSV"),
        (HEADER + b"Krieg," + b"w" * 2_001 + b",,\n", 2, "target has 2001 characters"),
    ],
)
def test_says_what_is_wrong_in_which_row(tmp_path: Path, data: bytes, row: int, says: str) -> None:
    with pytest.raises(ConfigurationError) as raised:
        read(tmp_path, data)
    message = str(raised.value)
    assert message.startswith(f"{tmp_path / 'x.de-en.csv'}:{row}: ")
    assert says in message
    assert "; " in message
    assert "\n" not in message


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="cannot be read"):
        read_glossary(tmp_path)


hostile = st.one_of(
    st.binary(max_size=300),
    st.binary(max_size=120).map(lambda tail: HEADER + tail),
    st.text(alphabet='",;\n\rab\t \x00\x1bß', max_size=120).map(
        lambda tail: HEADER + tail.encode()
    ),
)


@given(hostile)
@settings(max_examples=300, deadline=None)
def test_random_bytes_are_read_or_refused(data: bytes) -> None:
    entries: tuple[Entry, ...] = ()
    refusal = ""
    with TemporaryDirectory() as folder:
        try:
            entries = read(Path(folder), data)
        except ConfigurationError as error:
            refusal = str(error)
    assert all(entry.source and entry.target for entry in entries)
    assert len(refusal.splitlines()) <= 1
