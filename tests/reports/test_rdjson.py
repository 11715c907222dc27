from __future__ import annotations

import json
from typing import Any

import pytest

from capqa.model import Severity
from capqa.pipeline import CheckedFile
from capqa.reports import ReportOptions, rdjson, rdjsonl
from tests.reports.fixed_files import FIXED_FILES, FixedFile, written
from tests.reports.samples import CLEAN, HOSTILE, MISSING, checked, hostile, read

IN_UTF_8 = [fixed for fixed in FIXED_FILES if fixed.encoding == "utf-8"]


def diagnostics(*files: CheckedFile) -> list[dict[str, Any]]:
    result = json.loads("".join(rdjson.render(files, ReportOptions())))
    assert result["source"] == {"name": "capqa"}
    found: list[dict[str, Any]] = result["diagnostics"]
    return found


def place(data: bytes, position: dict[str, int]) -> int:
    """Return the offset of a position in UTF-8 bytes: its line and column count from 1."""
    lines = data.splitlines(keepends=True)
    return sum(map(len, lines[: position["line"] - 1])) + position["column"] - 1


def mended(data: bytes, found: list[dict[str, Any]]) -> bytes:
    """Apply all suggestions, from the last on."""
    replacements = [
        (place(data, each["range"]["start"]), place(data, each["range"]["end"]), each["text"])
        for diagnostic in found
        for each in diagnostic.get("suggestions", ())
    ]
    for start, end, text in sorted(replacements, reverse=True):
        data = data[:start] + text.encode() + data[end:]
    return data


def test_a_diagnostic_counts_columns_in_bytes() -> None:
    (found,) = diagnostics(checked(read("Smoke\n\nÜber 中 Irak now\n"), {"Irak": "Iraq"}))
    assert found["location"] == {
        "path": "page.txt",
        "range": {"start": {"line": 3, "column": 11}, "end": {"line": 3, "column": 15}},
    }
    assert found["severity"] == "ERROR"
    assert found["code"] == {"value": "untranslated"}
    assert found["message"].startswith("German left untranslated: Irak\nproposal: Iraq")
    assert found["suggestions"] == [{"range": found["location"]["range"], "text": "Iraq"}]


@pytest.mark.parametrize("fixed", IN_UTF_8, ids=lambda fixed: fixed.name)
def test_suggestions_write_what_a_review_would_write(fixed: FixedFile) -> None:
    document = read(fixed.text, fixed.name, encoding=fixed.encoding)
    file = checked(document, dict(fixed.words))
    found = diagnostics(file)
    assert all(diagnostic["suggestions"] for diagnostic in found)
    assert mended(document.data, found).decode() == written(document, file)


@pytest.mark.parametrize("encoding", ["windows-1252", "utf-16", "utf-8-sig"])
def test_in_other_encodings_the_place_is_told_but_no_suggestion(encoding: str) -> None:
    document = read("Über Häuser, schöne Grüße\n", "old.txt", encoding=encoding)
    (found,) = diagnostics(checked(document, {"Häuser": "Houses"}))
    assert found["location"]["range"]["start"] == {"line": 1, "column": 7}
    assert "suggestions" not in found


def test_columns_are_right_in_any_order_of_findings() -> None:
    document = read("中 Irak ü Mossul\nÜber Aleppo\n")
    words = {"Mossul": None, "Irak": None, "Aleppo": None, "ü": None}
    starts = [
        place(document.text.encode(), found["location"]["range"]["start"])
        for found in diagnostics(checked(document, dict(words)))
    ]
    assert starts == [document.text.encode().index(word.encode()) for word in words]


@pytest.mark.parametrize(
    ("severity", "written"), [(Severity.WARNING, "WARNING"), (Severity.NOTE, "INFO")]
)
def test_severities_are_those_of_reviewdog(severity: Severity, written: str) -> None:
    (found,) = diagnostics(checked(read("Irak\n"), {"Irak": None}, severity=severity))
    assert found["severity"] == written
    assert "suggestions" not in found


def test_what_could_not_be_checked_is_a_diagnostic() -> None:
    (found,) = diagnostics(CLEAN, MISSING)
    assert found["location"] == {"path": "gone.txt"}
    assert found["severity"] == "ERROR"


def test_lines_hold_the_same_diagnostics() -> None:
    files = [checked(read("Irak Mossul\n"), {"Irak": "Iraq", "Mossul": None}), CLEAN, MISSING]
    lines = "".join(rdjsonl.render(files, ReportOptions())).splitlines()
    found = [json.loads(line) for line in lines]
    assert [each.pop("source") for each in found] == [{"name": "capqa"}] * 3
    assert found == diagnostics(*files)


def test_hostile_texts_stay_texts() -> None:
    for text in HOSTILE:
        for found in diagnostics(hostile(text), CheckedFile("a.txt", error=f"a.txt: {text}")):
            assert found["location"]["path"] in ("page.txt", "a.txt")
            assert not any("\ud800" <= character <= "\udfff" for character in found["message"])
