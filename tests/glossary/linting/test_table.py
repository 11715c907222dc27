from __future__ import annotations

from pathlib import Path

import pytest

from capqa.errors import ConfigurationError
from capqa.glossary.linting.table import read_table, table_of

PATH = Path("a.de-en.csv")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "a.de-en.csv:1: empty"),
        (b"source,goal\n", "a.de-en.csv:1: unknown column 'goal'"),
        (b"source,source,target\n", "a.de-en.csv:1: column 'source' stands twice"),
        (b"source,target\na,b\n\xff,c\n", "a.de-en.csv:3: not UTF-8"),
        (b"source,target\na,b\n\0,c\n", "a.de-en.csv:3: a NUL character"),
        (b'source,target\na,b\nc,"d\ne,f\n', "a.de-en.csv:3: not CSV"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(data: bytes, told: str) -> None:
    with pytest.raises(ConfigurationError) as error:
        table_of(PATH, data)
    assert str(error.value).startswith(told)


def test_a_name_without_languages_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="states no languages"):
        table_of(Path("terms.csv"), b"source,target\n")


def test_a_missing_file_is_told() -> None:
    with pytest.raises(ConfigurationError, match="cannot be read"):
        read_table(Path("missing.de-en.csv"))


def test_rows_are_kept_as_written_with_the_lines_they_start_at() -> None:
    data = b'\xef\xbb\xbfsource,target\r\n"a\nb",c\r\n\r\nbroken\r\nd , e'
    rows = table_of(PATH, data).rows
    assert [(row.line, row.text) for row in rows] == [
        (2, '"a\nb",c\r\n'),
        (4, "\r\n"),
        (5, "broken\r\n"),
        (6, "d , e"),
    ]
    assert (rows[3].source, rows[3].target) == ("d", "e")
    assert [row.line for row in table_of(PATH, data).entries] == [2, 6]
