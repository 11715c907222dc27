"""What holds for every format there is, from a small sample each."""

from __future__ import annotations

import io
import random
from typing import TYPE_CHECKING

import pytest

from capqa import plugins
from capqa.formats import _choosing
from capqa.model import Span
from tests.formats.robustness import check_documents, check_edit, check_reading
from tests.formats.samples import WORDS, declared, path_of, sample_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.model import Document, Segment

FORMATS = plugins.names("capqa.formats")
TEXTS = tuple(name for name in FORMATS if sample_of(name).is_text)
_MARKED = (
    ("utf-8", b""),
    ("utf-8", b"\xef\xbb\xbf"),
    ("utf-16-le", b"\xff\xfe"),
    ("utf-16-be", b"\xfe\xff"),
)
_LEGACY = (
    ("iso-8859-1", WORDS),
    ("windows-1252", WORDS),
    ("koi8-r", "Разрушенные дома"),
)


def read(format_: str, data: bytes) -> Document | None:
    return check_reading(_choosing.named(format_), data, path_of(format_).name)


def with_words(document: Document, words: str) -> tuple[Segment, int]:
    segment = next(each for each in document.segments if words in each.text)
    return segment, segment.text.index(words)


def check_words_are_replaced(format_: str, text: str, encoding: str, mark: bytes, old: str) -> None:
    data = mark + text.encode(encoding)
    document = read(format_, data)
    assert document is not None
    segment, start = with_words(document, old)
    edited = check_edit(
        _choosing.named(format_), document, segment, Span(start, start + len(old)), "Ruined houses"
    )
    assert edited == data.replace(old.encode(encoding), "Ruined houses".encode(encoding))
    again = read(format_, edited)
    assert again is not None
    assert with_words(again, "Ruined houses")[0].line == segment.line


@pytest.mark.parametrize("format_", FORMATS)
def test_the_sample_is_one_and_chosen_for_its_format(format_: str) -> None:
    path = path_of(format_)
    data = path.read_bytes()
    assert _choosing.chosen(path.name, data[: _choosing.HEAD]) == format_
    if hasattr(_choosing.named(format_), "documents"):
        assert check_documents(_choosing.named(format_), io.BytesIO(data), path.name)
        return
    document = read(format_, data)
    assert document is not None
    assert document.format == format_
    segment, start = with_words(document, WORDS)
    edited = check_edit(
        _choosing.named(format_), document, segment, Span(start, start + len(WORDS)), "Ruins"
    )
    assert (edited is not None) == sample_of(format_).is_written
    if edited is not None:
        again = read(format_, edited)
        assert again is not None
        assert [each.text for each in again.segments] == [
            each.text.replace(WORDS, "Ruins") if each == segment else each.text
            for each in document.segments
        ]


@pytest.mark.parametrize("format_", TEXTS)
@pytest.mark.parametrize(("encoding", "mark"), _MARKED)
def test_unicode_is_read_and_written(format_: str, encoding: str, mark: bytes) -> None:
    text = text_of(format_)
    if encoding in sample_of(format_).unreadable_in:
        assert read(format_, mark + text.encode(encoding)) is None
        return
    if mark and encoding != "utf-8":
        text = declared(text, "UTF-16") or text
    check_words_are_replaced(format_, text, encoding, mark, WORDS)


@pytest.mark.parametrize("format_", TEXTS)
@pytest.mark.parametrize(("encoding", "words"), _LEGACY)
def test_legacy_encodings_are_read_where_declared(format_: str, encoding: str, words: str) -> None:
    text = "".join(
        sign if sign.isascii() else "ae" for sign in text_of(format_).replace(WORDS, "\x1a")
    ).replace("\x1a", words)
    undeclared = text.encode(encoding)
    document = read(format_, undeclared)
    assert document is None or document.text.encode(document.encoding) == undeclared
    if (declaring := declared(text, encoding)) is not None:
        check_words_are_replaced(format_, declaring, encoding, b"", words)


@pytest.mark.parametrize("format_", TEXTS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("last", ["", "\n", "\n\n"])
def test_line_ends_stay(format_: str, line_end: str, last: str) -> None:
    text = (text_of(format_).rstrip("\n") + last).replace("\n", line_end)
    check_words_are_replaced(format_, text, "utf-8", b"", WORDS)


def _damaged(data: bytes, rng: random.Random) -> Iterator[bytes]:
    yield b""
    yield b"\n"
    yield b"\0" * 100
    step = max(1, len(data) // 60)
    for end in range(0, len(data), step):
        yield data[:end]
        yield data[:end] + b"\0" + data[end:]
    for _ in range(60):
        changed = bytearray(data)
        for _ in range(rng.randint(1, 8)):
            changed[rng.randrange(len(changed))] = rng.choice(b"<>&\"'{}[]\\:,;\0\r\n\x80\xff-!0a")
        yield bytes(changed)
    for _ in range(20):
        one, other = sorted(rng.randrange(len(data)) for _ in range(2))
        yield data[:one] + data[other:]
        yield data[:other] + data[one:]


@pytest.mark.parametrize("format_", FORMATS)
def test_damaged_files_are_read_or_refused_in_one_line(format_: str) -> None:
    rng = random.Random(format_)
    module, name = _choosing.named(format_), path_of(format_).name
    for data in _damaged(path_of(format_).read_bytes(), rng):
        if hasattr(module, "documents"):
            check_documents(module, io.BytesIO(data), name)
            continue
        document = check_reading(module, data, name)
        if document is None or not document.segments:
            continue
        segment = rng.choice(document.segments)
        start = rng.randrange(len(segment.text))
        span = Span(start, rng.randint(start + 1, len(segment.text)))
        check_edit(module, document, segment, span, rng.choice(["Iraq", "a & b <c>", '"\\', "ü\n"]))
