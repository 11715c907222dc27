from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from capqa.model import Severity, Suggestion
from capqa.pipeline import CheckedFile
from capqa.reports import ReportOptions, sarif
from tests.reports.fixed_files import FIXED_FILES, FixedFile, written
from tests.reports.samples import CLEAN, HOSTILE, MISSING, checked, hostile, read, suggestion

SCHEMA = Path(__file__).parent / "data" / "sarif-2.1.0-rtm.5.json"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


@cache
def validator() -> Draft4Validator:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return Draft4Validator(schema, format_checker=Draft4Validator.FORMAT_CHECKER)


def run_of(*files: CheckedFile) -> Any:
    log = json.loads("".join(sarif.render(files, ReportOptions())))
    assert [error.message for error in validator().iter_errors(log)] == []
    (run,) = log["runs"]
    return run


def mended(text: str, run: Any) -> str:
    """Apply all fixes of a run to a text, from the last on, as an editor does."""
    starts = [found.start() for found in _LINE.finditer(text)]
    replacements = []
    for result in run["results"]:
        for fix in result.get("fixes", ()):
            ((change,), (replacement,)) = (
                fix["artifactChanges"],
                fix["artifactChanges"][0]["replacements"],
            )
            assert change["artifactLocation"]["uri"]
            region = replacement["deletedRegion"]
            start = starts[region["startLine"] - 1] + region["startColumn"] - 1
            end = starts[region["endLine"] - 1] + region["endColumn"] - 1
            replacements.append((start, end, replacement["insertedContent"]["text"]))
    for start, end, new in sorted(replacements, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def test_a_result_says_where_what_and_how_sure() -> None:
    run = run_of(checked(read("Smoke\n\nÜber Irak today\n"), {"Irak": "Iraq"}))
    (result,) = run["results"]
    assert (result["ruleId"], result["level"], result["rank"]) == ("untranslated", "error", 98.77)
    location = result["locations"][0]["physicalLocation"]
    assert location["artifactLocation"] == {"uri": "page.txt", "uriBaseId": "%SRCROOT%"}
    assert location["region"] == {
        "startLine": 3,
        "startColumn": 6,
        "endLine": 3,
        "endColumn": 10,
        "snippet": {"text": "Irak"},
    }
    assert run["columnKind"] == "unicodeCodePoints"
    assert result["message"]["text"].startswith("German left untranslated: Irak\nproposal: Iraq")
    assert result["properties"]["language"] == "de"


def test_rules_come_with_their_documentation() -> None:
    run = run_of(checked(read("Irak\n"), {"Irak": None}))
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["id"] == run["results"][0]["ruleId"] == "untranslated"
    assert run["results"][0]["ruleIndex"] == 0
    assert rule["shortDescription"]["text"].endswith("than the page's.")
    assert "## Why is this bad?" in rule["help"]["markdown"]


def test_a_rule_without_a_module_is_named() -> None:
    file = checked(read("Irak\n"), {"Irak": None})
    other = replace(file, findings=(replace(file.findings[0], rule="theirs"),))
    run = run_of(file, other)
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["untranslated", "theirs"]
    assert [result["ruleIndex"] for result in run["results"]] == [0, 1]


@pytest.mark.parametrize("fixed", FIXED_FILES, ids=lambda fixed: fixed.name)
def test_fixes_write_what_a_review_would_write(fixed: FixedFile) -> None:
    document = read(fixed.text, fixed.name, encoding=fixed.encoding)
    file = checked(document, dict(fixed.words))
    run = run_of(file)
    assert all(result["fixes"] for result in run["results"])
    assert mended(document.text, run) == written(document, file) != document.text


def test_the_region_is_the_source_not_the_text() -> None:
    page = "<p>Bau &amp; Häuser\n  in <b>Mossul</b></p>"
    (result,) = run_of(checked(read(page, "a.html"), {"Bau & Häuser in Mossul": None}))["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region["snippet"]["text"] == "Bau &amp; Häuser\n  in <b>Mossul"
    assert (region["endLine"], region["endColumn"]) == (2, 15)


@pytest.mark.parametrize(
    "proposed",
    [None, suggestion("Iraq", unknown="Foo"), suggestion("Iraq", passed=False), suggestion("Irak")],
)
def test_what_is_not_sure_is_no_fix(proposed: Suggestion | None) -> None:
    (result,) = run_of(checked(read("Irak today\n"), {"Irak": proposed}))["results"]
    assert "fixes" not in result


def test_a_fix_that_cannot_be_made_does_not_keep_others_from_it() -> None:
    page = "<p>Bau <b>und</b> Haus</p>\n" + "<p>Im Irak heute</p>\n" * 3
    document = read(page, "a.html")
    findings = checked(document, {"Bau und Haus": "House", "Irak": "Iraq"})
    results = run_of(findings)["results"]
    assert ["fixes" in result for result in results] == [False, True]


def test_overlapping_findings_each_have_their_fix() -> None:
    document = read("Der Irak heute\n")
    file = checked(document, {"Irak": "Iraq", "Der Irak": "Iraq", "Irak heute": "Iraq today"})
    assert all("fixes" in result for result in run_of(file)["results"])


def test_a_character_the_file_cannot_hold_is_no_fix() -> None:
    document = read("Über Häuser, schöne Grüße\n", "old.txt", encoding="windows-1252")
    (result,) = run_of(checked(document, {"Häuser": "Łódź"}))["results"]
    assert "fixes" not in result


def test_fingerprints_outlive_edits_above() -> None:
    one = run_of(checked(read("Irak\n\nSmoke\n"), {"Irak": None}))
    other = run_of(checked(read("\n\n\nIrak\n\nSmoke\n"), {"Irak": None}))
    assert one["results"][0]["partialFingerprints"] == other["results"][0]["partialFingerprints"]


@pytest.mark.parametrize("severity", Severity)
def test_levels_are_the_severities(severity: Severity) -> None:
    (result,) = run_of(checked(read("Irak\n"), {"Irak": None}, severity=severity))["results"]
    assert result["level"] == severity.value


def test_what_could_not_be_checked_makes_the_run_fail() -> None:
    (invocation,) = run_of(CLEAN, MISSING)["invocations"]
    assert invocation["executionSuccessful"] is False
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["level"] == "error"
    assert "no such file" in notification["message"]["text"]
    assert "gone.txt" in json.dumps(notification["locations"])
    assert run_of(CLEAN)["invocations"] == [{"executionSuccessful": True}]


def test_paths_are_relative_percent_encoded_uris(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    names = {
        "./a b/ü%#?.txt": "a%20b/%C3%BC%25%23%3F.txt",
        str(tmp_path / "in" / "a.txt"): "in/a.txt",
        "c:d.txt": "c%3Ad.txt",
        "bad\udcff.txt": "bad%FF.txt",
        "../beside.txt": "../beside.txt",
    }
    for name, uri in names.items():
        file = checked(read("Irak\n", name), {"Irak": "Iraq"})
        assert f'"uri": "{uri}", "uriBaseId"' in json.dumps(run_of(file))
    outside = checked(read("Irak\n", "/elsewhere/a b.txt"), {"Irak": None})
    assert '"uri": "file:///elsewhere/a%20b.txt"}' in json.dumps(run_of(outside))


def test_hostile_texts_stay_texts() -> None:
    for text in HOSTILE:
        run = run_of(hostile(text), CheckedFile("a.txt", error=f"a.txt: {text}"))
        for result in run["results"]:
            assert "](" not in result["message"]["text"]
            assert not re.search(r"(?<!\{)\{(?!\{)", result["message"]["text"])


def test_a_note_is_a_notification() -> None:
    (invocation,) = run_of(replace(CLEAN, note="clean.txt: is German"))["invocations"]
    assert invocation["executionSuccessful"] is True
    assert invocation["toolExecutionNotifications"][0]["level"] == "note"
