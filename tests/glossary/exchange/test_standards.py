"""What we write is what the standards ask for, as far as other tools depend on it."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree

import openpyxl
import pytest

from capqa.glossary.entry import Entry, Status
from tests.glossary.exchange.samples import ENTRIES, FULL, write

TBX = "{urn:iso:std:iso:30042:ed-2}"
MIN = "{http://www.tbxinfo.net/ns/min}"
BASIC = "{http://www.tbxinfo.net/ns/basic}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# The values TBX-Basic allows.
PICKLISTS = {
    "partOfSpeech": {"adjective", "noun", "other", "verb", "adverb"},
    "grammaticalGender": {"masculine", "feminine", "neuter", "other"},
    "termType": {"fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase"},
    "administrativeStatus": {
        f"{status}Term-admn-sts" for status in ("admitted", "deprecated", "superseded", "preferred")
    },
}
TERM_NOTES = {f"{MIN}partOfSpeech", f"{MIN}administrativeStatus", f"{BASIC}grammaticalGender"}


@pytest.mark.parametrize("style", ["dca", "dct"])
def test_tbx_basic(style: str) -> None:
    root = ElementTree.fromstring(write("tbx", ENTRIES, style)[0])
    assert root.tag == f"{TBX}tbx"
    assert (root.get("type"), root.get("style"), root.get(LANGUAGE)) == ("TBX-Basic", style, "de")
    assert [child.tag for child in root] == [f"{TBX}tbxHeader", f"{TBX}text"]
    concepts = root.findall(f"{TBX}text/{TBX}body/{TBX}conceptEntry")
    # Targets of the same source that stand together are one concept.
    assert len(concepts) == len({entry.source for entry in ENTRIES})
    assert len({concept.get("id") for concept in concepts}) == len(concepts)
    for concept in concepts:
        sections = concept.findall(f"{TBX}langSec")
        assert [section.get(LANGUAGE) for section in sections] == ["de", "en"]
        for term in concept.iter(f"{TBX}termSec"):
            assert term[0].tag == f"{TBX}term"
    found = 0
    for element in root.iter():
        name = element.get("type", "") if style == "dca" else element.tag.rpartition("}")[2]
        if name in PICKLISTS:
            assert element.text in PICKLISTS[name]
            found += 1
    assert found > len(ENTRIES)


def test_dct_puts_categories_into_the_namespaces_of_their_modules() -> None:
    root = ElementTree.fromstring(write("tbx", ENTRIES, "dct")[0])
    tags = {element.tag for element in root.iter()}
    assert not TERM_NOTES - tags
    assert {f"{MIN}subjectField", f"{BASIC}termType", f"{BASIC}source"} <= tags
    assert not {f"{TBX}termNote", f"{TBX}descrip", f"{TBX}admin"} & tags


def test_deprecated_terms_are_superseded_and_forbidden_ones_deprecated_in_tbx() -> None:
    for status, stated in (
        (Status.DEPRECATED, "supersededTerm-admn-sts"),
        (Status.FORBIDDEN, "deprecatedTerm-admn-sts"),
    ):
        assert stated.encode() in write("tbx", [Entry("a", "b", status=status)])[0]


def test_tmx_has_the_attributes_it_requires() -> None:
    root = ElementTree.fromstring(write("tmx", ENTRIES)[0])
    assert (root.tag, root.get("version")) == ("tmx", "1.4")
    header = root.find("header")
    assert header is not None
    assert set(header.keys()) == {
        "creationtool",
        "creationtoolversion",
        "segtype",
        "o-tmf",
        "adminlang",
        "srclang",
        "datatype",
    }
    for unit in root.iter("tu"):
        tags = [child.tag for child in unit]
        assert tags == sorted(tags, key=["note", "prop", "tuv"].index)
        assert [variant.get(LANGUAGE) for variant in unit.iter("tuv")] == ["de", "en"]


def test_a_spreadsheet_has_no_formula_and_cells_stay_text_when_they_are_edited() -> None:
    hostile = Entry("=1+1", "-2+3", note="@SUM(A1)", reference="2024-05-01")
    data, left_out = write("xlsx", [hostile, FULL])
    assert left_out == []
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.number_format for cell in cells} == {"@"}
    quoted = {cell.value for cell in cells if cell.quotePrefix}
    assert quoted == {"=1+1", "-2+3", "@SUM(A1)"}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_csv_marks_what_would_be_a_formula() -> None:
    data, _ = write("csv", [Entry("=1+1", "-politik", note="'=x", reference="＝1", domain="a=b")])
    row = data.decode().splitlines()[1]
    assert row == "'=1+1,'-politik,,,preferred,a=b,,''=x,'＝1,"
