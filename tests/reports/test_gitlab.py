from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from capqa.model import Severity
from capqa.reports import ReportOptions, gitlab
from tests.reports.samples import CLEAN, MISSING, checked, read

if TYPE_CHECKING:
    from capqa.pipeline import CheckedFile


def issues(*files: CheckedFile) -> list[dict[str, Any]]:
    found = json.loads("".join(gitlab.render(files, ReportOptions())))
    assert isinstance(found, list)
    return found


def test_a_finding_is_an_issue() -> None:
    (issue,) = issues(checked(read("Smoke\n\nOver Irak today\n"), {"Irak": "Iraq"}))
    assert issue["location"] == {"path": "page.txt", "lines": {"begin": 3}}
    assert issue["check_name"] == "capqa.untranslated"
    assert issue["severity"] == "major"
    assert issue["description"].startswith("German left untranslated: Irak; proposal: Iraq")


@pytest.mark.parametrize(
    ("severity", "written"), [(Severity.WARNING, "minor"), (Severity.NOTE, "info")]
)
def test_severities_are_those_of_gitlab(severity: Severity, written: str) -> None:
    (issue,) = issues(checked(read("Irak\n"), {"Irak": None}, severity=severity))
    assert issue["severity"] == written


def test_fingerprints_differ_and_outlive_edits_above() -> None:
    page = "Irak\n\nSmoke\n\nFire\n"
    file = checked(read(page), {"Irak": None})
    twice = [issue["fingerprint"] for issue in issues(file, file)]
    assert len(set(twice)) == 2
    moved = checked(read("\n\n" + page), {"Irak": None})
    assert [issue["fingerprint"] for issue in issues(moved, moved)] == twice
    assert [issue["location"]["lines"]["begin"] for issue in issues(moved)] == [3]


def test_what_could_not_be_checked_is_an_issue() -> None:
    (issue,) = issues(CLEAN, MISSING)
    assert issue["location"]["path"] == "gone.txt"
    assert issue["severity"] == "critical"
