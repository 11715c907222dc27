from __future__ import annotations

import json as standard_json
from typing import TYPE_CHECKING, Any

from capqa.reports import ReportOptions, json, jsonl
from tests.reports.samples import CLEAN, HOSTILE, MISSING, checked, hostile, read

if TYPE_CHECKING:
    from capqa.pipeline import CheckedFile


def lines(*files: CheckedFile) -> list[dict[str, Any]]:
    text = "".join(jsonl.render(files, ReportOptions()))
    return [standard_json.loads(line) for line in text.splitlines()]


def test_a_finding_is_a_line_as_in_the_json_report() -> None:
    file = checked(read("Irak Mossul\n"), {"Irak": "Iraq", "Mossul": None})
    whole = standard_json.loads("".join(json.render([file], ReportOptions())))
    written = lines(file)
    assert [line.pop("type") for line in written] == ["finding", "finding", "summary"]
    assert written[:2] == whole["findings"]


def test_errors_and_the_summary_are_lines_too() -> None:
    assert [line["type"] for line in lines(MISSING, CLEAN)] == ["error", "summary"]
    assert lines(MISSING, CLEAN)[0]["path"] == "gone.txt"
    assert lines(MISSING, CLEAN)[-1] == {
        "type": "summary",
        "version": 1,
        "files": 1,
        "findings": 0,
        "errors": 1,
    }


def test_hostile_texts_come_back_as_they_were() -> None:
    for text in HOSTILE:
        note, finding, *_ = lines(hostile(text))
        assert note["message"].endswith(text)
        assert finding["text"] == text
        assert finding["suggestion"]["text"] == text
