"""What is hostile, broken or in the wrong languages is refused in one line that says where."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from capqa.errors import CapqaError, ConfigurationError
from capqa.glossary import exchange
from capqa.glossary.exchange import _delimited
from tests.glossary.exchange.samples import PAIR, read
from tests.glossary.exchange.workbooks import row, workbook

if TYPE_CHECKING:
    from collections.abc import Callable

LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    b'<tmx version="1.4"><body><tu><tuv xml:lang="de"><seg>&b;</seg></tuv></tu></body></tmx>'
)
OUTSIDE = LAUGHS.replace(b'<!ENTITY a "ha">', b'<!ENTITY a SYSTEM "file:///etc/passwd">')
PARAMETER = LAUGHS.replace(b'<!ENTITY a "ha">', b'<!ENTITY % a SYSTEM "http://localhost:1/x">')
TMX = '<tmx version="1.4"><body>{}</body></tmx>'
UNIT = '<tu><tuv xml:lang="de"><seg>{}</seg></tuv><tuv xml:lang="en"><seg>{}</seg></tuv></tu>'


@pytest.mark.parametrize(
    ("name", "data", "where", "says"),
    [
        ("tmx", LAUGHS, ":1", "declares XML entities"),
        ("tmx", OUTSIDE, ":1", "declares XML entities"),
        ("tmx", PARAMETER, ":1", "declares XML entities"),
        ("tmx", b"<tmx>\n<body><tu></body></tmx>", ":2", "not well-formed"),
        ("tmx", b'<!DOCTYPE tmx SYSTEM "x.dtd">\n<tmx>&euro;</tmx>', ":2", "&euro;"),
        ("tmx", b"<tmx>" + b"<a>" * 60, ":1", "nested more than 50 deep"),
        ("tmx", TMX.format(UNIT.format("a\0", "b")).encode(), ":1", "not well-formed"),
        ("tmx", b"<html/>", "", "is no TMX"),
        ("tbx", b"<html/>", "", "is no TBX"),
        ("tmx", b'<?xml version="1.0" encoding="no-such"?><tmx/>', "", "encoding"),
        ("tmx", TMX.format('<tu><tuv xml:lang="fr"/></tu>').encode(), "", "languages: fr"),
        ("csv", b"source,target,colour\na,b,c\n", ":1", "unknown column 'colour'"),
        ("csv", b"source,target,source\na,b,c\n", ":1", "stands twice"),
        ("csv", b"source,fr\na,b\n", ":1", "unknown column 'fr'"),
        ("csv", b"source,note\na,b\n", ":1", "no column 'target' (English)"),
        ("csv", b"source,target\na,b\nK\xe4se,cheese\n", ":3", "is not UTF-8"),
        ("csv", "source,target\na,b\n".encode("utf-16-le"), ":1", "a NUL character"),
        ("csv", b"\xff\xfe\x00\xd8a\x00", ":1", "is not UTF-16-LE"),
        ("csv", b'source,target\n"a,b\n', ":2", "not CSV"),
        ("deepl", b"a,b\nc,d\0\n", ":2", "a NUL character"),
        ("google", b"fr,en\na,b\n", ":1", "no column for German"),
        ("google", b"de,en,de-AT\na,b,c\n", ":1", "2 columns for German"),
        ("utx", b"#UTX 1.11; en/fr;\n#src\ttgt\n", ":1", "is en-fr, not de-en"),
        ("utx", b"#UTX 1.11\n#src\ttgt\n", ":1", "states no languages"),
        ("utx", b"#UTX 1.11; de/en;\na\tb\n", ":2", "before the line that names the columns"),
        ("utx", b"#UTX 1.11; de/en;\n", ":2", "no line names the columns"),
        ("utx", b"#UTX 1.11; de/en;\n#src\tsrc:pos\n", ":2", "no column tgt"),
        ("xlsx", b"PK\x03\x04 but no more", "", "is damaged or encrypted"),
        ("xlsx", b"source,target\n", "", "is damaged or encrypted"),
        ("xlsx", workbook(["fr"], row(1, "s0")), ":1", "unknown column 'fr'"),
        ("xlsx", workbook([], ""), "", "is empty"),
        ("xlsx", workbook([], "", sharedStrings="<sst"), "", "cannot be read as XLSX"),
        ("xlsx", workbook([], "", sharedStrings="<!DOCTYPE a []><sst/>"), "", "document type"),
        ("csv", b" \n", "", "is empty"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_is_refused(name: str, data: bytes, where: str, says: str) -> None:
    with pytest.raises(ConfigurationError) as raised:
        read(name, data)
    message = str(raised.value)
    file = f"x{exchange.load(name).SUFFIXES[0]}"
    assert message.startswith(f"{file}{where}: ")
    assert says in message
    assert "; " in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("name", "data", "refused"),
    [
        ("csv", b"source,target\na,b\n,c\na,|\n", {3: "source says", 4: "target says"}),
        ("csv", b"source,target\na,b,c\nd,e\n", {2: "the header has 2 fields, this row 3"}),
        ("csv", b"source,target,status\na,b,best\n", {2: "unknown status 'best'"}),
        ("csv", b"source,target,note\na,b,\na,b,x\n", {3: "those of line 2"}),
        ("csv", b"source,target\na,b\x1b\n", {2: "a control character in target"}),
        ("csv", b"source,target\na," + b"b" * 2001 + b"\n", {2: "target has 2001"}),
        ("deepl", b"a,b,de,en\nc,d,en,de\ne,f,g\n", {2: "is en-de, not de-en", 3: "3 columns"}),
        ("google", b"de,en\na,b,c\n", {2: "3 columns, not 2"}),
        ("google", b"a,b\nc\n", {2: "1 columns, not 2"}),
        (
            "utx",
            b"#UTX 1.11; de/en;\n#src\ttgt\tterm status\na\tb\tgood\nc\td\t\te\n",
            {3: "unknown term status 'good'", 4: "4 columns, the header has 3"},
        ),
        ("tmx", TMX.format(f"\n{UNIT.format('a', '')}").encode(), {2: "target says nothing"}),
        (
            "xlsx",
            workbook(
                ["source", "target", "a"],
                row(1, "s0", "s1")
                + row(2, "s2", '=HYPERLINK("x")')
                + row(3, "s2", "#NAME?")
                + row(4, "s2", "s2"),
            ),
            {2: "a formula in cell B2", 3: "an error (#NAME?) in cell B3"},
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_rows_are_refused_with_their_number(
    name: str, data: bytes, refused: dict[int, str]
) -> None:
    found = {refusal.row: refusal for refusal in read(name, data).refusals}
    assert list(found) == list(refused)
    for number, says in refused.items():
        assert says in found[number].what
        assert found[number].mend


def test_an_unknown_status_of_tbx_and_a_variant_with_a_semicolon() -> None:
    term = "<termSec><term>{}</term><termNote type='{}'>{}</termNote></termSec>"
    german = term.format("a", "partOfSpeech", "noun") + term.format("b;c", "termType", "variant")
    english = term.format("d", "administrativeStatus", "wonderful")
    concept = (
        f"<tbx><conceptEntry><langSec xml:lang='de'>{german}</langSec>"
        f"<langSec xml:lang='en'>{english}</langSec></conceptEntry></tbx>"
    )
    assert [each.what for each in read("tbx", concept.encode()).refusals] == [
        "unknown status 'wonderful'"
    ]
    known = concept.replace("wonderful", "preferredTerm-admn-sts")
    assert "a variant with a semicolon" in read("tbx", known.encode()).refusals[0].what


def test_a_concept_of_thousands_of_terms_is_no_concept() -> None:
    sections = [
        f"<langSec xml:lang='{language}'>"
        + "".join(f"<termSec><term>{at}x</term></termSec>" for at in range(2_000))
        + "</langSec>"
        for language in ("de", "en")
    ]
    data = f"<tbx><conceptEntry>{''.join(sections)}</conceptEntry></tbx>".encode()
    assert [each.what for each in read("tbx", data).refusals] == [
        "a concept with 2000 source and 2000 target terms"
    ]


def test_endless_white_space_takes_linear_time() -> None:
    data = TMX.format(UNIT.format(f"a{' ' * 500_000}b", "b")).encode()
    assert "source has 500002 characters" in read("tmx", data).refusals[0].what


def test_a_row_that_says_the_same_again_is_passed_over() -> None:
    reading = read("deepl", b"a,b\nc,d\na,b\n")
    assert [entry.row for entry in reading.entries] == [1, 2]
    assert reading.notes == ["line 3 says the same as line 1: passed over"]


def test_size_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "LARGEST_FILE", 10)
    with pytest.raises(ConfigurationError, match="is too large"):
        read("csv", b"source,target\n")


def test_a_zip_bomb_is_not_unpacked() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * (exchange.LARGEST_FILE + 1))
    assert len(stream.getvalue()) < 1_000_000
    with pytest.raises(ConfigurationError, match="too large unpacked"):
        read("xlsx", stream.getvalue())


def test_a_sheet_that_claims_endless_rows() -> None:
    data = workbook(["source", "target"], row(1, "s0", "s1") + row(10**12, "s0", "s1"))
    with pytest.raises(ConfigurationError, match="has over 1,048,576 rows"):
        read("xlsx", data)


def test_a_missing_library_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(ConfigurationError, match=re.escape("pip install 'capqa[xlsx]'")):
        read("xlsx", workbook([], ""))


def test_what_is_no_glossary_is_not_recognised() -> None:
    with pytest.raises(ConfigurationError, match="in no format known here"):
        exchange.read(b"Once upon a time", "tale.txt", PAIR)


def _packed(data: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("xl/workbook.xml", data)
    return stream.getvalue()


@pytest.mark.parametrize("name", exchange.names())
@given(
    data=st.binary(max_size=200)
    | st.text(alphabet='<>&;/"=tmxbu#UTXsrcg \t\n,\0', max_size=120).map(str.encode),
    wrap=st.sampled_from(
        [
            bytes,
            b"source,target\n".__add__,
            b"#UTX 1.11; de/en;\n#src\ttgt\n".__add__,
            b"<tmx><body>".__add__,
            _packed,
        ]
    ),
)
@settings(max_examples=80, deadline=None)
def test_random_bytes_are_read_or_refused(
    name: str, data: bytes, wrap: Callable[[bytes], bytes]
) -> None:
    try:
        reading = read(name, wrap(data))
    except CapqaError as error:
        assert len(str(error).splitlines()) <= 1  # noqa: PT017 - both outcomes are right
        return
    for entry in reading.entries:
        assert entry.source
        assert "\0" not in f"{entry.source}{entry.target}{entry.note}"


def test_the_first_row_is_found_in_any_encoding() -> None:
    for encoding, mark in (("utf-8", b""), ("utf-16-be", b"\xfe\xff"), ("utf-16-le", b"\xff\xfe")):
        data = mark + "Straße;ß\nx;y\n".encode(encoding)
        assert _delimited.first_row(data) == ["Straße", "ß"]
