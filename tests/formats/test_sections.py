"""Large files in sections: what is found there is what is found in the file."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capqa.errors import UnreadableError
from capqa.files import streams
from capqa.formats import text
from capqa.formats._occurrences import Occurrences
from capqa.formats._sections import after_last_line, in_sections
from capqa.model import Document, Finding, Segment, Span

_LINES = st.sampled_from(
    [
        *("", "", " ", "\t\u00a0", "Irak | Befreiungsaktion", "Image: dpa", "Foto: Anna", "Über"),
        *("By Anna Müller", "12 May 2016", "A headline", "The troops advanced on the city.", "😀"),
        *("a\u2028b", "x" * 30),
    ]
)
_ENDS = st.sampled_from(["\n", "\r\n", "\r"])
_PAGES = st.lists(st.tuples(_LINES, _ENDS).map("".join), max_size=40).flatmap(
    lambda lines: _LINES.map(lambda last: "".join(lines) + last)
)
_ENCODINGS = st.sampled_from(
    [("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe")]
)


def sections_of(data: bytes, least: int) -> list[Document]:
    """Return the sections of a text file, numbered as the pipeline numbers them."""
    stream = io.BytesIO(data)
    occurrences = Occurrences(len(data))
    for section in text.sections(stream, "page.txt", least=least):
        occurrences.note(section)
    return [
        occurrences.numbered(section) for section in text.sections(stream, "page.txt", least=least)
    ]


def told(segment: Segment, offset: int) -> tuple[object, ...]:
    """Return all that a report tells about a finding in a segment."""
    finding = Finding("rule", "page.txt", segment, Span(0, len(segment.text)), "", "de", 1)
    return (
        *(segment.text, segment.role, segment.line, segment.column, segment.start + offset),
        *(segment.previous, segment.following, segment.occurrence, finding.fingerprint),
    )


@given(_PAGES, _ENCODINGS, st.integers(1, 60), st.sampled_from([1, 2, 3, 7, 1000]))
def test_sections_tell_what_the_whole_file_tells(
    page: str, encoding: tuple[str, bytes], least: int, chunk: int
) -> None:
    data = encoding[1] + page.encode(encoding[0])
    error = None
    try:
        whole = text.read(data, "page.txt")
    except UnreadableError as raised:
        error = raised
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(streams, "CHUNK", max(chunk, 4))
        if error is not None:
            with pytest.raises(UnreadableError):
                sections_of(data, least)
            return
        sections = sections_of(data, least)
    assert [told(each, section.offset) for section in sections for each in section.segments] == [
        told(each, 0) for each in whole.segments
    ]
    for section in sections:
        assert section.encoding == whole.encoding
        assert section.byte_order_mark + section.text.encode(encoding[0]) == section.data
        assert page.startswith(section.text, section.offset)
        before = page[: section.offset].replace("\r\n", "\n").replace("\r", "\n")
        assert section.first_line == before.count("\n") + 1
        for segment in section.segments:
            assert section.text.startswith(segment.text, segment.start)


def test_sections_are_as_long_as_they_must_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "CHUNK", 100)
    page = "The troops advanced.\n" * 1000
    lengths = [len(each.text) for each in sections_of(page.encode(), least=500)]
    assert len(lengths) > 10
    assert min(lengths[:-1]) >= 480


def test_a_line_longer_than_a_section_stays_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "CHUNK", 1000)
    long = "Irak | Befreiungsaktion Mossul " * 10_000
    sections = sections_of(f"a\n{long}\nb\n".encode(), least=100)
    assert [each.text for section in sections for each in section.segments] == [
        "a",
        long.strip(),
        "b",
    ]


@pytest.mark.parametrize("encoding", ["windows-1252", "iso-8859-2", "koi8-r"])
def test_the_encoding_is_told_from_the_first_lines_that_tell_it(encoding: str) -> None:
    words = {"windows-1252": "zerstörte Häuser in Köln", "iso-8859-2": "żołnierze są w mieście"}
    line = words.get(encoding, "президент России")
    # Beyond the first chunk; few lines, for each is a segment.
    plain = "plain " * 100 + "\n"
    data = (plain * 3_000).encode() + f"{line}\n".encode(encoding) * 100
    sections = sections_of(data, least=400_000)
    assert sections[-1].segments[-1].text == line
    assert {each.encoding for each in sections} == {text.read(data, "page.txt").encoding}


def test_what_breaks_midway_is_told_with_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    good = "größere Häuser\n" * 20_000
    with pytest.raises(
        UnreadableError, match=r"page\.txt: is broken UTF-8 \(line 20001\); restore"
    ):
        sections_of(good.encode() + b"K\xf6ln\n", least=1000)
    monkeypatch.setattr("capqa.files.legacy.SAMPLE_BYTES", 1000)
    monkeypatch.setattr(streams, "SAMPLE_BYTES", 1000)
    monkeypatch.setattr(streams, "CHUNK", 10_000)
    broken = good.encode("windows-1252") + b"a\n\x81\n"
    found = text.sections(io.BytesIO(broken), "page.txt", least=1000)
    assert next(found).encoding == "windows-1252"
    with pytest.raises(
        UnreadableError, match=r"page\.txt: is WINDOWS-1252 but for a byte in line 20002; save it"
    ):
        list(found)
    with pytest.raises(UnreadableError, match="but for a byte in line 20001"):
        sections_of(b"\xff\xfe" + good.encode("utf-16-le") + b"\x00\xdc\n\0", least=1000)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "is empty"),
        (b"\xff\xfe", "nothing but white space"),
        (b" \n" * 1000, "nothing but white space"),
        (b"\x89PNG\r\n\x1a\n\0", "is a binary file"),
        (b"text\n" * 300_000 + b"\0", "is a binary file"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, what: str) -> None:
    with pytest.raises(UnreadableError, match=f"^page.txt: .*{what}"):
        sections_of(data, least=100)


def test_records_are_cut_where_the_format_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "CHUNK", 10)

    def cut(page: str) -> int:
        return page.rfind("--\n") + 3 if "--\n" in page else 0

    data = "".join(f"a{number}\nb\n--\n" for number in range(50)).encode()
    sections = list(
        in_sections(
            io.BytesIO(data),
            "page.records",
            format_name="text",
            segments_of=lambda piece: text.read(piece.text.encode(), "piece").segments,
            cut=cut,
            least=40,
            configuration=("x",),
        )
    )
    assert len(sections) > 5
    assert all(each.text.endswith("--\n") for each in sections)
    assert all(each.configuration == ("x",) for each in sections)
    assert "".join(each.text for each in sections).encode() == data


@pytest.mark.parametrize(
    ("page", "end"), [("a\nb", 2), ("a\r\nb", 3), ("a\rb", 2), ("a\r", 0), ("a", 0), ("", 0)]
)
def test_lines_end_where_editors_end_them(page: str, end: int) -> None:
    assert after_last_line(page) == end


def test_counting_stays_small() -> None:
    occurrences = Occurrences(10**12)
    assert len(occurrences._seen) <= 1 << 26
