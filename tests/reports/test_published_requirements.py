"""Reports keep to what their readers publish: the fields they know, the values they take.

Facts of reviewdog's protocol buffer, which its reader is strict about; of GitLab's code quality
artifacts; of the schema that Jenkins' xUnit plugin verifies JUnit files by; and of Checkstyle.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from defusedxml import ElementTree

from capqa.model import Severity
from capqa.reports import ReportOptions, checkstyle, gitlab, junit, rdjson, rdjsonl
from tests.reports.samples import CLEAN, HOSTILE, MISSING, checked, hostile, read

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from capqa.pipeline import CheckedFile

FILES: list[CheckedFile] = [
    checked(
        read("<p>Über Irak\nund 中 Mossul</p>", "./a/b.html"), {"Irak": "Iraq", "Mossul": None}
    ),
    checked(read("Irak Irak Irak\n"), {"Irak": "Iraq"}, severity=Severity.WARNING),
    checked(read("Irak\n", "note.txt"), {"Irak": None}, severity=Severity.NOTE),
    checked(read("Irak\n", "old.txt", encoding="windows-1252"), {"Irak": "Iraq"}),
    *(hostile(text) for text in HOSTILE),
    CLEAN,
    MISSING,
]

# The messages of reviewdog.proto: the type of each field, and which cannot be left out.
RDF: dict[str, dict[str, Any]] = {
    "DiagnosticResult": {"diagnostics": ["Diagnostic"], "source": "Source", "severity": "Severity"},
    "Diagnostic": {
        "message": str,
        "location": "Location",
        "severity": "Severity",
        "source": "Source",
        "code": "Code",
        "suggestions": ["Suggestion"],
        "original_output": str,
    },
    "Location": {"path": str, "range": "Range"},
    "Range": {"start": "Position", "end": "Position"},
    "Position": {"line": int, "column": int},
    "Suggestion": {"range": "Range", "text": str},
    "Source": {"name": str, "url": str},
    "Code": {"value": str, "url": str},
}
NEEDED = {"Diagnostic": {"message", "location"}, "Location": {"path"}, "Range": {"start"}}


def verify_rdf(value: Any, kind: Any) -> None:
    if isinstance(kind, list):
        assert isinstance(value, list)
        for each in value:
            verify_rdf(each, kind[0])
    elif kind == "Severity":
        assert value in ("ERROR", "WARNING", "INFO")
    elif kind is int:
        assert type(value) is int
        assert 1 <= value < 2**31
    elif kind is str:
        assert isinstance(value, str)
    else:
        assert set(value) <= set(RDF[kind])
        assert set(value) >= NEEDED.get(kind, set())
        for name, field in value.items():
            verify_rdf(field, RDF[kind][name])


def text_of(report: Any) -> str:
    text = "".join(report.render(FILES, ReportOptions()))
    assert not text.startswith("\ufeff")
    return text


def test_reviewdog_knows_every_field() -> None:
    result = json.loads(text_of(rdjson))
    verify_rdf(result, "DiagnosticResult")
    lines = [json.loads(line) for line in text_of(rdjsonl).split("\n")[:-1]]
    verify_rdf(lines, ["Diagnostic"])
    assert len(lines) == len(result["diagnostics"])
    for found in lines:
        if ends := found["location"].get("range"):
            start, end = ends["start"], ends["end"]
            assert (start["line"], start["column"]) <= (end["line"], end["column"])


def test_gitlab_finds_what_it_asks_for() -> None:
    issues = json.loads(text_of(gitlab))
    assert isinstance(issues, list)
    assert len(issues) > len(HOSTILE)
    for issue in issues:
        for name in ("description", "check_name", "fingerprint"):
            assert isinstance(issue[name], str)
            assert issue[name].strip()
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert type(issue["location"]["lines"]["begin"]) is int
        assert issue["location"]["lines"]["begin"] >= 1
        # Relative to the repository, and never beginning with "./".
        assert re.match(r"(?!\.?/)", issue["location"]["path"])
    fingerprints = [issue["fingerprint"] for issue in issues]
    assert len(set(fingerprints)) == len(fingerprints)


# Of junit-10.xsd, by which the xUnit plugin refuses a file as a whole.
JUNIT_ATTRIBUTES = {
    "testsuites": {"name", "time", "tests", "failures", "errors", "disabled"},
    "testsuite": {"name", "tests", "failures", "errors", "skipped", "time", "file", "id"},
    "testcase": {"name", "classname", "time", "file", "line", "class", "status", "assertions"},
    "failure": {"type", "message"},
    "error": {"type", "message"},
}
JUNIT_CHILDREN = {
    "testsuites": {"testsuite"},
    "testsuite": {"testcase"},
    "testcase": {"failure", "error"},
    "failure": set(),
    "error": set(),
}
JUNIT_NEEDED = {"testsuite": {"name", "tests", "failures", "errors"}, "testcase": {"name"}}


def verify_junit(element: Element) -> None:
    assert set(element.attrib) <= JUNIT_ATTRIBUTES[element.tag]
    assert set(element.attrib) >= JUNIT_NEEDED.get(element.tag, set())
    assert {child.tag for child in element} <= JUNIT_CHILDREN[element.tag]
    for child in element:
        verify_junit(child)


def test_junit_files_are_valid_and_count_right() -> None:
    root = ElementTree.fromstring(text_of(junit).encode())
    verify_junit(root)
    for suite in root:
        cases = list(suite)
        assert int(suite.get("tests", "")) == len(cases)
        assert int(suite.get("failures", "")) == len(suite.findall("testcase/failure"))
        assert int(suite.get("errors", "")) == len(suite.findall("testcase/error"))
        # Jenkins keeps only one result of a test.
        assert all(len(case) <= 1 for case in cases)
        assert all(case.get("classname") and case.get("name") for case in cases)


def test_checkstyle_has_a_place_and_a_grade_for_each() -> None:
    root = ElementTree.fromstring(text_of(checkstyle).encode())
    assert root.tag == "checkstyle"
    errors = [error for file in root for error in file]
    assert all(file.tag == "file" and file.get("name") for file in root)
    assert len(errors) > len(HOSTILE)
    for error in errors:
        assert error.tag == "error"
        assert error.get("severity") in ("ignore", "info", "warning", "error")
        assert error.get("message")
        assert re.fullmatch(r"[a-z.-]+", error.get("source") or "")
        assert int(error.get("line") or 0) >= 1
        assert int(error.get("column") or 1) >= 1


@pytest.mark.parametrize("report", [rdjson, rdjsonl, gitlab, junit, checkstyle])
def test_nothing_found_is_valid_too(report: Any) -> None:
    text = "".join(report.render([], ReportOptions()))
    if report in (junit, checkstyle):
        assert len(ElementTree.fromstring(text.encode())) == 0
    elif report is rdjsonl:
        assert text == ""
    else:
        empty = json.loads(text)
        assert empty == [] or empty["diagnostics"] == []
