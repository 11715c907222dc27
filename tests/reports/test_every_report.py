"""What holds for every report: nothing acts, nothing fails, nothing is kept back or passed over."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

import pytest
from defusedxml import ElementTree
from hypothesis import given, settings
from hypothesis import strategies as st

from capqa import plugins
from capqa.pipeline import CheckedFile
from capqa.reports import REQUIRED, ReportOptions
from tests.reports.samples import ACTING, CLEAN, HOSTILE, MISSING, checked, hostile, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from capqa.reports import ReportModule

REPORTS = plugins.names("capqa.reports")
MACHINE = [name for name in REPORTS if name != "text"]
AT_THE_END = ("html",)
"""The reports that begin with a summary, so that they cannot be written while files come."""


def pieces(report: str, files: Iterable[CheckedFile]) -> Iterator[str]:
    module = cast("ReportModule", plugins.load("capqa.reports", report, REQUIRED))
    return module.render(files, ReportOptions())


def rendered(report: str, *files: CheckedFile) -> str:
    return "".join(pieces(report, files))


def verify_parses(report: str, text: str) -> None:
    if report in ("json", "sarif", "rdjson", "gitlab"):
        json.loads(text)
    elif report in ("jsonl", "rdjsonl"):
        assert all(isinstance(json.loads(line), dict) for line in text.split("\n")[:-1])
    elif report in ("junit", "checkstyle"):
        ElementTree.fromstring(text.encode())
    elif report == "github":
        for line in text.split("\n")[:-1]:
            assert line.startswith(("::error ", "::warning ", "::notice "))


def test_all_reports_are_there() -> None:
    expected = {"text", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle"}
    assert expected | {"rdjson", "rdjsonl", "html"} <= set(REPORTS)


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_page_does_nothing(report: str, text: str) -> None:
    broken = CheckedFile(f"broken{text}", error=f"broken {text}: cannot be read")
    for files in ([hostile(text), hostile(text, name=f"pages/{text[:90]}.txt"), broken], [broken]):
        output = rendered(report, *files)
        assert not ACTING & set(output)
        output.encode("utf-8")
        verify_parses(report, output)


@settings(max_examples=40)
@given(st.text(min_size=1), st.booleans())
def test_any_text_can_be_reported(text: str, whole: bool) -> None:
    for report in REPORTS:
        output = rendered(report, hostile(text, whole=whole))
        assert not ACTING & set(output)
        output.encode("utf-8")
        verify_parses(report, output)


@pytest.mark.parametrize("report", MACHINE)
def test_what_could_not_be_checked_is_told(report: str) -> None:
    alone, beside = rendered(report, MISSING), rendered(report, CLEAN, MISSING)
    assert "no such file or folder" in alone
    assert "no such file or folder" in beside
    assert alone != rendered(report)
    assert beside != rendered(report, CLEAN)


@pytest.mark.parametrize("report", REPORTS)
def test_no_files_is_a_report(report: str) -> None:
    verify_parses(report, rendered(report))


@pytest.mark.parametrize("report", [name for name in REPORTS if name not in AT_THE_END])
def test_a_finding_is_reported_before_the_next_file_is_checked(report: str) -> None:
    file = checked(read("Irak Befreiungsaktion\n"), {"Irak": "Iraq"})
    written: list[str] = []

    def files() -> Iterator[CheckedFile]:
        yield file
        written.append(seen)
        yield file

    seen = ""
    for piece in pieces(report, files()):
        seen += piece
    assert "untranslated" in written[0]


@pytest.mark.parametrize("report", REPORTS)
def test_a_finding_without_a_document_is_reported(report: str) -> None:
    file = hostile("Irak")
    bare = CheckedFile(file.name, None, file.findings, file.suggestions)
    output = rendered(report, bare)
    verify_parses(report, output)
    assert "untranslated" in output
