"""WARC archives: each page read by its format, each broken record an error in its place."""

from __future__ import annotations

import gzip
import zlib
from io import BytesIO
from types import SimpleNamespace

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from capqa.errors import CapqaError, UnreadableError
from capqa.formats import _choosing, text, warc
from capqa.formats._warc import contents
from capqa.formats._warc.records import BrokenRecord, records
from capqa.model import Edit, Span
from tests.formats.warc_files import PAGE, chunked, http, members, page, record

GERMAN = "Die Stadt ist zerstört"


def read(data: bytes) -> list[tuple[str, list[str]]]:
    """Return the name and the texts of each document, the error and [] where one cannot be read."""
    return [
        (str(each), [])
        if isinstance(each, UnreadableError)
        else (each.name, [segment.text for segment in each.segments])
        for each in warc.documents(BytesIO(data), "a.warc")
    ]


def texts(data: bytes) -> list[list[str]]:
    return [found for _, found in read(data)]


FIRST = page(address="https://example.org/1")
SECOND = page(PAGE.replace("Stadt", "Brücke"), "https://example.org/2")
THIRD = page(PAGE.replace("Stadt", "Schule"), "https://example.org/3")
NAMES = [f"a.warc#https://example.org/{number}" for number in (1, 2, 3)]


_ARCHIVES = {
    "plain": FIRST + SECOND + THIRD,
    "more line ends": FIRST + b"\n" * 70_000 + SECOND + THIRD,
    "members": members(FIRST, SECOND, THIRD),
    "one member": gzip.compress(FIRST + SECOND + THIRD, mtime=0),
    # Members that have nothing to do with records.
    "blocks": members(FIRST[:60], FIRST[60:] + SECOND[:7], SECOND[7:], b"", THIRD) + b"\0" * 70_000,
}


@pytest.mark.parametrize("data", _ARCHIVES.values(), ids=_ARCHIVES)
def test_each_page_is_a_document(data: bytes) -> None:
    found = list(warc.documents(BytesIO(data), "a.warc"))
    assert not [each for each in found if isinstance(each, UnreadableError)]
    documents = [each for each in found if not isinstance(each, UnreadableError)]
    assert [each.name for each in documents] == NAMES
    assert [each.segments[1].text.split()[1] for each in documents] == ["Stadt", "Brücke", "Schule"]
    for each in documents:
        assert each.byte_order_mark + each.text.encode(each.encoding) == each.data
        assert (each.language, each.segments[1].line, each.segments[1].column) == ("en", 1, 39)


_SUBTITLES = f"1\n00:00:01,0 --> 00:00:02,0\n{GERMAN}\n"


@pytest.mark.parametrize(
    ("content_type", "address", "content", "expected"),
    [
        ("text/html; charset=utf-8", "/", PAGE, ["News", GERMAN]),
        ("TEXT/HTML", "/a.txt", PAGE, ["News", GERMAN]),
        ("application/xhtml+xml", "/", f"<?xml version='1.0'?>{PAGE}", ["News", GERMAN]),
        ("text/plain", "/a", GERMAN, [GERMAN]),
        ("text/plain", "/a.vtt?x=1", f"WEBVTT\n\n00:01.000 --> 00:02.000\n{GERMAN}\n", [GERMAN]),
        ("text/vtt", "/a", f"WEBVTT\n\n00:01.000 --> 00:02.000\n{GERMAN}\n", [GERMAN]),
        ("application/octet-stream", "/a.srt", _SUBTITLES, [GERMAN]),
        ("", "/", PAGE.replace("<html", " <HTML"), ["News", GERMAN]),
        ("", "/a", GERMAN, None),
        ("text/plain", "/a.js", GERMAN, None),
        ("text/plain", "/robots.txt", GERMAN, None),
        ("text/css", "/a.css", GERMAN, None),
        ("image/svg+xml", "/a.svg", "<svg><text>Die Stadt ist leer</text></svg>", None),
        ("application/rss+xml", "/a", "<unknown/>", None),
        ("text/html", "/", " \n", None),
    ],
)  # fmt: skip
def test_the_content_type_and_the_address_tell_the_format(
    content_type: str, address: str, content: str, expected: list[str] | None
) -> None:
    whole = f"https://example.org{address}"
    found = texts(record(http(content.encode(), content_type), address=whole))
    assert found == ([] if expected is None else [expected])
    as_resource = record(content.encode(), "resource", whole, content_type)
    if content_type:
        assert texts(as_resource) == found


def test_a_format_that_is_asked_last_reads_what_it_wants(monkeypatch: pytest.MonkeyPatch) -> None:
    """As JSON is read: not every file of its ending is for people, unless settings say where."""
    data = record(http(f'{{"text": "{GERMAN}"}}'.encode(), "application/json"))
    module = SimpleNamespace(
        SUFFIXES=(".json",), ASKED_LAST=True, read=lambda data, name, *given: text.read(data, name)
    )
    monkeypatch.setattr(contents, "_known_endings", lambda: {".json"})
    monkeypatch.setattr(_choosing, "chosen", lambda name, head: "json")
    monkeypatch.setattr(_choosing, "named", lambda name: module)
    assert read(data) == []
    (document,) = warc.documents(BytesIO(data), "a.warc", {"json": "pointers"})
    assert not isinstance(document, UnreadableError)
    for wanted in (True, False):
        module.is_content = lambda head, configuration, wanted=wanted: wanted
        assert bool(read(data)) is wanted


def test_what_no_reader_saw_is_left_out() -> None:
    html = http(PAGE.encode())
    assert read(
        record(b"software: test\r\n", "warcinfo", content_type="application/warc-fields")
        + record(b"GET / HTTP/1.1\r\n\r\n", "request", content_type="application/http")
        + record(html, "revisit")
        + record(PAGE.encode(), "metadata", content_type="text/html")
        + record(http(PAGE.encode(), "text/html", "Location: /", status=301))
        + record(b"example.org. 60 IN A 192.0.2.1", content_type="text/dns", address="dns:x")
        + record(PAGE.encode(), "conversion", "urn:x", "text/html")
        + record(http(PAGE.encode(), status=404), address="<https://example.org/missing page>")
    ) == [
        ("a.warc#urn:x", ["News", GERMAN]),
        ("a.warc#https://example.org/missing page", ["News", GERMAN]),
    ]


@pytest.mark.parametrize(
    ("content", "headers"),
    [
        (chunked(PAGE.encode(), 7), ["Transfer-Encoding: chunked"]),
        (chunked(PAGE.encode(), 9)[:-2] + b"Trailer: x\r\n\r\n", ["transfer-encoding: Chunked"]),
        (PAGE.encode(), ["Transfer-Encoding: chunked", "Content-Encoding: br"]),
        (gzip.compress(PAGE.encode(), mtime=0), ["Content-Encoding: gzip"]),
        (gzip.compress(PAGE[:9].encode(), mtime=0) + gzip.compress(PAGE[9:].encode(), mtime=0) + b"\0",
         ["Content-Encoding: x-gzip"]),
        (chunked(gzip.compress(PAGE.encode(), mtime=0), 11),
         ["Transfer-Encoding: chunked", "Content-Encoding: GZIP"]),
        (gzip.compress(zlib.compress(PAGE.encode()), mtime=0), ["Content-Encoding: deflate, gzip"]),
        (zlib.compress(PAGE.encode())[2:-4], ["Content-Encoding: deflate"]),
        (brotli.compress(PAGE.encode()), ["Content-Encoding: br"]),
        (PAGE.encode(), ["Content-Encoding: gzip"]),
        (PAGE.encode(), ["Content-Encoding: identity"]),
    ],
)  # fmt: skip
def test_what_http_wraps_around_a_page_is_undone(content: bytes, headers: list[str]) -> None:
    assert texts(record(http(content, "text/html", *headers))) == [["News", GERMAN]]


@pytest.mark.parametrize(
    ("content", "headers", "what"),
    [
        (chunked(PAGE.encode(), 7)[:40], ["Transfer-Encoding: chunked"], "is cut off"),
        (chunked(PAGE.encode(), 9)[:-5], ["Transfer-Encoding: chunked"], "is cut off"),
        (gzip.compress(PAGE.encode(), mtime=0)[:-4], ["Content-Encoding: gzip"], "is cut off"),
        (gzip.compress(PAGE.encode(), mtime=0)[:-8] + b"x" * 8, ["Content-Encoding: gzip"], "has broken"),
        (brotli.compress(PAGE.encode())[:-4], ["Content-Encoding: br"], "is cut off"),
        (b"\xff" * 9, ["Content-Encoding: br"], "has broken br data"),
        (b"\xff" * 9, ["Content-Encoding: zstd"], "is encoded as 'zstd', which is not undone"),
        (b"\xff\xff\xff\xff", ["Content-Encoding: deflate"], "is encoded as 'deflate'"),
    ],
)  # fmt: skip
def test_what_cannot_be_undone_is_an_error_in_its_place(
    content: bytes, headers: list[str], what: str
) -> None:
    found = read(record(http(content, "text/html", *headers)) + SECOND)
    assert found[0][0].startswith("a.warc#https://example.org/page: the record at byte 0 " + what)
    assert found[0][0].endswith("; archive the page anew")
    assert found[1][0] == NAMES[1]


@pytest.mark.parametrize(
    ("content", "charset", "expected"),
    [
        (GERMAN.encode("cp1252"), "ISO-8859-1", GERMAN),
        ("Город Мосул, война".encode("koi8-r"), "koi8-r", "Город Мосул, война"),
        (GERMAN.encode(), "windows-1251", GERMAN),
        (GERMAN.encode("utf-16"), "utf-16", GERMAN),
        (GERMAN.encode("cp1252"), "nonsense", GERMAN),
        (GERMAN.encode("cp1252"), "utf-8", GERMAN),
    ],
)
def test_the_encoding_the_server_names_counts(content: bytes, charset: str, expected: str) -> None:
    data = record(http(content, f'text/plain; charset="{charset}"'))
    assert texts(data) == [[expected]]


def test_the_encoding_a_page_names_itself_comes_first() -> None:
    named = "<meta charset='windows-1251'><p>Город Мосул</p>".encode("windows-1251")
    assert texts(record(http(named, "text/html; charset=koi8-r"))) == [["Город Мосул"]]
    unnamed = named.replace(b"charset", b"name")
    assert texts(record(http(unnamed, "text/html; charset=windows-1251"))) == [["Город Мосул"]]


_NO_LENGTH = SECOND.replace(b"Content-Length", b"Content-Width")
_BROKEN = {
    "does not say its length": _NO_LENGTH,
    "is of an unknown version": SECOND.replace(b"WARC/1.1", b"WARC/2.0", 1),
    "does not have the length it says": record(
        http(PAGE.encode()), address="https://example.org/2", length=40
    ),
    "holds no HTTP response": record(PAGE.encode(), address="https://example.org/2"),
    "is split over several": SECOND.replace(b"WARC-T", b"WARC-Segment-Number: 1\r\nWARC-T", 1),
}


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("what", _BROKEN)
def test_a_broken_record_keeps_no_other_from_being_read(what: str, packed: bool) -> None:
    parts = [FIRST, _BROKEN[what], THIRD]
    found = read(members(*parts) if packed else b"".join(parts))
    place = len(members(FIRST) if packed else FIRST)
    assert [name for name, _ in found] == [NAMES[0], found[1][0], NAMES[2]]
    where = "a.warc" if "version" in what else NAMES[1]
    assert found[1][0].startswith(f"{where}: the record at byte {place} {what}")


def test_a_record_that_is_too_long_does_not_swallow_the_next_one() -> None:
    broken = record(http(PAGE.encode()), address="https://example.org/2", length=99_999)
    found = read(members(FIRST, broken, THIRD))
    assert "is cut off" in found[1][0]
    assert [name for name, _ in found if ": " not in name] == [NAMES[0], NAMES[2]]


@pytest.mark.parametrize("at", [0.0, 0.3, 0.7, 0.99])
def test_a_broken_gzip_member_keeps_no_other_from_being_read(at: float) -> None:
    first, broken, third = (members(each) for each in (FIRST, SECOND, THIRD))
    place = min(int(at * len(broken)), len(broken) - 3)
    broken = broken[:place] + b"\xff\xfe\xfd" + broken[place + 3 :]
    found = read(first + broken + third)
    assert [name for name, _ in found if ": " not in name] == [NAMES[0], NAMES[2]]
    assert len(found) == 3
    assert f": the record at byte {len(first)} " in found[1][0]


def test_other_files_are_refused() -> None:
    for data in (b"Irak", gzip.compress(b"Irak" * 99, mtime=0), b"\x1f\x8bIrak", b"\n\n<html>"):
        assert read(data) == [("a.warc: is no WARC archive; restore the archive", [])]
    for data in (b"", gzip.compress(b"", mtime=0), b"\r\n"):
        assert read(data) == [("a.warc: is empty; restore the archive", [])]


def test_records_and_contents_over_the_limit_are_errors_alone() -> None:
    bomb = record(
        http(gzip.compress(b"x" * 5_000_000, mtime=0), "text/html", "Content-Encoding: gzip")
    )
    packed = record(http(brotli.compress(b"x" * 5_000_000), "text/html", "Content-Encoding: br"))
    large = record(http(b"y" * 20_000))
    small = page()
    found = list(records(BytesIO(members(bomb, packed, large, small)), limit=10_000))
    assert [each.what for each in found if isinstance(each, BrokenRecord)] == [
        "is too large (more than 0 MB)",
        "is too large (more than 0 MB)",
        "is too large (0 MB; at most 0 MB)",
    ]
    assert found[3].address == "https://example.org/page"


def test_a_head_without_end_is_not_read_to_its_end() -> None:
    endless = b"WARC/1.1\r\nX: " + b"x" * 3_000_000
    found = read(FIRST + endless + SECOND)
    assert found[0][0] == NAMES[0]
    assert "has a head without end" in found[1][0]
    assert len(found) == 2


def test_names_are_safe_to_print() -> None:
    found = read(page(address="https://example.org/\x1b[31m\u202e" + "x" * 5000))
    assert found[0][0].startswith("a.warc#https://example.org/␛[31m<U+202E>xxx")
    assert len(found[0][0]) == len("a.warc#") + 2000


def test_an_archive_is_neither_written_nor_reviewed() -> None:
    with pytest.raises(UnreadableError, match=r"^a\.warc: is an archive of many pages.*; run cap"):
        warc.read(FIRST, "a.warc")
    (document,) = warc.documents(BytesIO(FIRST), "a.warc")
    assert not isinstance(document, UnreadableError)
    assert (document.format, warc.apply(document, [])) == ("warc", document.data)
    edit = Edit(document.segments[0], Span(0, 1), "N", "M")
    with pytest.raises(CapqaError, match="is in an archive, which is never written; mend the"):
        warc.apply(document, [edit])


def check_any_bytes(data: bytes) -> None:
    for each in warc.documents(BytesIO(data), "a.warc"):
        if isinstance(each, UnreadableError):
            assert str(each).startswith("a.warc")
            assert "\n" not in str(each)
        else:
            assert each.byte_order_mark + each.text.encode(each.encoding) == each.data
            assert each.format == "warc"


_SAMPLES = [FIRST + SECOND, members(FIRST, SECOND), gzip.compress(FIRST + SECOND, mtime=0)]


@pytest.mark.parametrize("sample", _SAMPLES, ids=["plain", "members", "one member"])
def test_an_archive_cut_anywhere_is_an_error_or_ends_between_records(sample: bytes) -> None:
    whole = read(sample)
    ends = {len(FIRST), len(SECOND + FIRST)} if sample[:1] == b"W" else {len(members(FIRST))}
    for size in range(1, len(sample)):
        found = read(sample[:size])
        good = [each for each in found if ": " not in each[0]]
        assert good == whole[: len(good)]
        # The line ends after a record may be missing.
        if not any(end - 4 <= size <= end for end in ends):
            assert len(good) < len(found)


@given(
    st.sampled_from(_SAMPLES),
    st.lists(st.tuples(st.integers(0, 300), st.integers(0, 255)), max_size=5),
    st.binary(max_size=20),
)
def test_flipped_bytes_are_read_or_refused(
    sample: bytes, changes: list[tuple[int, int]], more: bytes
) -> None:
    data = bytearray(sample)
    for at, byte in changes:
        data[at % len(data)] = byte
    check_any_bytes(bytes(data) + more)


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for head in (b"", b"\x1f\x8b\x08\0\0\0\0\0\0\0", b"WARC/1.0\r\nContent-Length: 9\r\n\r\n"):
        check_any_bytes(head + data)
    check_any_bytes(record(b"HTTP/1.1 " + data) + record(http(data)) + members(data))
