from __future__ import annotations

from typing import TYPE_CHECKING

from defusedxml import ElementTree

from capqa.reports import ReportOptions, junit
from tests.reports.samples import CLEAN, HOSTILE, MISSING, checked, hostile, read

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from capqa.pipeline import CheckedFile


def suites(*files: CheckedFile) -> list[Element]:
    text = "".join(junit.render(files, ReportOptions()))
    root = ElementTree.fromstring(text.encode())
    assert root.tag == "testsuites"
    return list(root)


def test_a_file_is_a_suite_and_a_finding_a_failure() -> None:
    file = checked(read("Smoke\n\nOver Irak | Mossul\n"), {"Irak": "Iraq", "Mossul": None})
    (suite,) = suites(file)
    assert suite.attrib == {
        "name": "page.txt",
        "tests": "2",
        "failures": "2",
        "errors": "0",
        "skipped": "0",
    }
    case = suite[0]
    assert case.get("classname") == "page.txt"
    assert case.get("name") == "untranslated at 3:6: Irak"
    assert case.get("line") == "3"
    failure = case[0]
    assert (failure.get("type"), failure.get("message")) == (
        "untranslated",
        "German left untranslated",
    )
    assert (failure.text or "").splitlines()[:3] == [
        "page.txt:3:6: error (headline)",
        "German left untranslated: Irak",
        "proposal: Iraq [glossary 1]",
    ]


def test_a_clean_file_passes_one_test() -> None:
    (suite,) = suites(CLEAN)
    assert (suite.get("tests"), suite.get("failures")) == ("1", "0")
    assert len(suite[0]) == 0


def test_what_could_not_be_checked_is_an_error() -> None:
    clean, broken = suites(CLEAN, MISSING)
    assert clean.get("errors") == "0"
    assert (broken.get("tests"), broken.get("errors")) == ("1", "1")
    assert "no such file" in (broken[0][0].get("message") or "")
    assert broken[0][0].tag == "error"


def test_no_text_becomes_markup() -> None:
    for text in HOSTILE:
        (suite,) = suites(hostile(text))
        assert [case.tag for case in suite] == ["testcase", "testcase"]
        assert [[each.tag for each in case] for case in suite] == [["failure"], ["failure"]]
