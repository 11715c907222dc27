from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from defusedxml import ElementTree

from capqa.model import Severity
from capqa.reports import ReportOptions, checkstyle
from tests.reports.samples import CLEAN, HOSTILE, MISSING, checked, hostile, read

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from capqa.pipeline import CheckedFile


def files(*given: CheckedFile) -> list[Element]:
    text = "".join(checkstyle.render(given, ReportOptions()))
    root = ElementTree.fromstring(text.encode())
    assert (root.tag, root.get("version")) == ("checkstyle", "4.3")
    return list(root)


def test_a_finding_is_an_error_element() -> None:
    (file,) = files(checked(read("Smoke\n\nOver Irak today\n"), {"Irak": "Iraq"}))
    assert file.attrib == {"name": "page.txt"}
    assert [each.attrib for each in file] == [
        {
            "line": "3",
            "column": "6",
            "severity": "error",
            "message": "German left untranslated: Irak; proposal: Iraq [glossary 1]; "
            "confidence 0.99, because of Irak (exonym)",
            "source": "capqa.untranslated",
        }
    ]


@pytest.mark.parametrize(
    ("severity", "written"), [(Severity.WARNING, "warning"), (Severity.NOTE, "info")]
)
def test_severities_are_those_of_checkstyle(severity: Severity, written: str) -> None:
    (file,) = files(checked(read("Irak\n"), {"Irak": None}, severity=severity))
    assert file[0].get("severity") == written


def test_what_could_not_be_checked_is_an_error() -> None:
    clean, broken = files(CLEAN, MISSING)
    assert len(clean) == 0
    assert broken[0].get("severity") == "error"
    assert "no such file" in (broken[0].get("message") or "")


def test_no_text_becomes_markup() -> None:
    for text in HOSTILE:
        (file,) = files(hostile(text))
        assert [each.tag for each in file] == ["error", "error"]
        assert all(len(each) == 0 and not each.text for each in file)
