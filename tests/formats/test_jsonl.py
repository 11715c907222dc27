"""JSON lines: one record a line, each with its number."""

from __future__ import annotations

import pytest

from capqa.errors import UnreadableError
from capqa.formats import jsonl
from capqa.model import Role
from tests.formats.markup_properties import check_places, edit_of

LINES = (
    '{"lang": "en", "title": "Battle", "caption": "Irak | Befreiungsaktion"}\r\n'
    "\r\n"
    '  {"body": "Eins\\nZwei"}  \r\n'
    '{"lang": "en", "title": "Battle", "caption": "Irak | Befreiungsaktion"}'
)


def test_records_are_read_with_their_lines() -> None:
    document = jsonl.read(LINES.encode(), "page.jsonl")
    check_places(document)
    assert [
        (each.text, each.role, each.locator, each.language, each.line, each.column)
        for each in document.segments
    ] == [
        ("Battle", Role.HEADLINE, "line 1 /title", "en", 1, 26),
        ("Irak | Befreiungsaktion", Role.CAPTION, "line 1 /caption", "en", 1, 47),
        ("Eins", Role.BODY, "line 3 /body", None, 3, 13),
        ("Zwei", Role.BODY, "line 3 /body", None, 3, 19),
        ("Battle", Role.HEADLINE, "line 4 /title", "en", 4, 26),
        ("Irak | Befreiungsaktion", Role.CAPTION, "line 4 /caption", "en", 4, 47),
    ]


def test_an_edit_changes_one_line() -> None:
    document = jsonl.read(LINES.encode(), "page.jsonl")
    data = jsonl.apply(document, [edit_of(document, "Zwei", "Two")])
    assert data.decode() == LINES.replace("Zwei", "Two")


def test_a_record_is_read_alone() -> None:
    record = '{"caption": "Die Stadt"}'
    (string,) = jsonl.record_strings(record, 1000, 17, "page.jsonl")
    (segment,) = string.segments
    assert (segment.start, segment.line, segment.column) == (1013, 17, 14)
    assert (string.start, string.end, segment.locator) == (1013, 1022, "line 17 /caption")


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (
            '{"a": 1}\n\n{"a" 2}\n',
            "is broken JSON (line 3, column 6: expecting ':' delimiter); restore it there",
        ),
        ('{"a": 1}\r{"a": "', "is broken JSON (line 2, column 7: unterminated string)"),
        ('{\n"a": 1}', "is broken JSON (line 1, column 2: expecting property name"),
        (" \n\t\n", "holds nothing but white space; remove it or restore its records"),
        ("[" * 2000, "has more than 500 objects and arrays in one another"),
    ],
)
def test_a_broken_line_is_named(text: str, error: str) -> None:
    with pytest.raises(UnreadableError) as raised:
        jsonl.read(text.encode(), "page.jsonl")
    assert str(raised.value).startswith(f"page.jsonl: {error}")
