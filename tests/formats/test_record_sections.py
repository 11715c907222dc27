"""Large tables and record files in sections: what is found there is what is found in the file."""

from __future__ import annotations

import csv as standard
import io
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capqa.errors import UnreadableError
from capqa.files import streams
from capqa.formats import csv, jsonl
from capqa.formats._occurrences import Occurrences
from capqa.model import Finding, Segment, Span

if TYPE_CHECKING:
    from types import ModuleType

    from capqa.model import Document

_TEXTS = st.sampled_from(
    [
        "Irak | Befreiungsaktion Mossul",
        "Über die Stadt",
        "a\nb",
        'He said "no"',
        "",
        "x,y;z",
        "😀 ü",
    ]
)


@st.composite
def tables(draw: st.DrawFn) -> str:
    rows = draw(st.lists(st.tuples(_TEXTS, _TEXTS), min_size=1, max_size=6))
    repeated = draw(st.integers(1, 40))
    file = io.StringIO()
    writer = standard.writer(file, lineterminator=draw(st.sampled_from(["\n", "\r\n"])))
    writer.writerow(("caption", "alt"))
    writer.writerows(rows * repeated)
    return file.getvalue()


@st.composite
def records(draw: st.DrawFn) -> str:
    captions = draw(st.lists(_TEXTS, min_size=1, max_size=20))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    ascii_only = draw(st.booleans())
    lines = [json.dumps({"caption": each}, ensure_ascii=ascii_only) for each in captions]
    return end.join(lines) + draw(st.sampled_from(["", end, end + end]))


def sections_of(format_: ModuleType, data: bytes, least: int) -> list[Document]:
    """Return the sections of a file, numbered as the pipeline numbers them."""
    occurrences = Occurrences(len(data))
    for section in format_.sections(io.BytesIO(data), "a", least=least):
        occurrences.note(section)
    again = format_.sections(io.BytesIO(data), "a", least=least)
    return [occurrences.numbered(section) for section in again]


def told(segment: Segment, offset: int) -> tuple[object, ...]:
    """Return all that a report tells about a finding in a segment."""
    finding = Finding("rule", "a", segment, Span(0, len(segment.text)), "", "de", 1)
    return (
        *(segment.text, segment.role, segment.language, segment.locator, segment.start + offset),
        *(finding.line, finding.column, segment.previous, segment.following, finding.fingerprint),
    )


def check(format_: ModuleType, page: str, least: int, chunk: int) -> None:
    data = page.encode()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(streams, "CHUNK", chunk)
        sections = sections_of(format_, data, least)
    whole: Document = format_.read(data, "a")
    assert [told(each, section.offset) for section in sections for each in section.segments] == [
        told(each, 0) for each in whole.segments
    ]


@given(tables(), st.integers(1, 80), st.sampled_from([4, 7, 1000]))
def test_a_table(page: str, least: int, chunk: int) -> None:
    check(csv, page, least, chunk)


@given(records(), st.integers(1, 80), st.sampled_from([4, 7, 1000]))
def test_records(page: str, least: int, chunk: int) -> None:
    check(jsonl, page, least, chunk)


def test_a_file_without_texts_is_one_section_without_segments() -> None:
    glossary = "source,target\n" + "Haus,house\n" * 100
    (section,) = sections_of(csv, glossary.encode(), 50)
    assert section.segments == ()
    (section,) = sections_of(jsonl, b'{"id": 1}\n' * 100, 50)
    assert section.segments == ()


@pytest.mark.parametrize(
    ("format_", "page", "said"),
    [
        (csv, 'caption\n"a"\n' + "b\n" * 50 + '"never closed\n' + "c\n" * 50, "never closed"),
        (jsonl, '{"caption": "a"}\n' * 50 + "{broken\n", "line 51"),
        (csv, " \n \n", "white space"),
    ],
)
def test_what_is_broken_midway_is_told_with_its_line(
    format_: ModuleType, page: str, said: str
) -> None:
    with pytest.raises(UnreadableError, match=said):
        sections_of(format_, page.encode(), 40)
