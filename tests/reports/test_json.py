from __future__ import annotations

import json as standard_json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from capqa.files.encoding import decode
from capqa.model import (
    Check,
    Document,
    Evidence,
    Finding,
    Part,
    Role,
    Segment,
    Span,
    Suggestion,
    TermVerdict,
    Verdict,
)
from capqa.pipeline import CheckedFile
from capqa.reports import ReportOptions, json
from capqa.reports._finding_objects import VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence

TEXT = "Smoke\nIrak \x9b | \u202eMossul"


def _render(files: Sequence[CheckedFile]) -> tuple[str, Any]:
    text = "".join(json.render(files, ReportOptions()))
    return text, standard_json.loads(text)


def _file() -> CheckedFile:
    data = TEXT.encode()
    decoded = decode(data, "page.txt")
    segment = Segment("Irak \x9b | \u202eMossul", Role.CAPTION, start=6, line=2)
    document = Document(
        "page.txt", "text", data, decoded.text, decoded.encoding, b"", segments=(segment,)
    )
    span = Span(0, 4)
    finding = Finding(
        "untranslated",
        "page.txt",
        segment,
        span,
        "German left untranslated",
        "de",
        0.98765,
        evidence=(Evidence(span, "Irak", "exonym", 2.345, "Iraq"),),
    )
    suggestion = Suggestion(
        "Iraq",
        "glossary 1",
        alternatives=("IRAQ",),
        parts=(Part(span, "Iraq", "exonym"),),
        terms=(TermVerdict("Irak", "Iraq", Verdict.KEPT),),
        checks=(Check("numbers", True),),
    )
    return CheckedFile("page.txt", document, (finding,), (suggestion,))


def test_a_finding_is_told_in_full() -> None:
    _, report = _render([_file()])
    (finding,) = report["findings"]
    assert (finding["path"], finding["line"], finding["column"]) == ("page.txt", 2, 1)
    assert TEXT[finding["offset"] : finding["end_offset"]] == finding["text"] == "Irak"
    assert finding["language"] == "de"
    assert finding["confidence"] == 0.9877
    assert finding["evidence"][0]["weight"] == 2.35 or finding["evidence"][0]["weight"] == 2.34
    assert finding["suggestion"]["text"] == "Iraq"
    assert finding["suggestion"]["compliant"] is True
    assert finding["suggestion"]["terms"] == [
        {"source": "Irak", "target": "Iraq", "verdict": "kept"}
    ]
    assert report["summary"] == {"files": 1, "findings": 1, "errors": 0}


def test_nothing_in_it_acts_on_a_terminal() -> None:
    text, report = _render([_file()])
    assert "\x9b" not in text
    assert "\u202e" not in text
    assert report["findings"][0]["segment"] == "Irak \x9b | \u202eMossul"


def test_errors_and_findings_stand_side_by_side() -> None:
    broken = CheckedFile("gone.txt", error="gone.txt: no such file; correct the path")
    _, report = _render([broken, _file(), _file()])
    assert report["errors"] == [{"path": "gone.txt", "message": broken.error}]
    assert report["summary"] == {"files": 2, "findings": 2, "errors": 1}


def test_no_files_is_still_an_object() -> None:
    _, report = _render([])
    assert report["version"] == VERSION
    assert report["findings"] == []
    assert report["statistics"]["rules"] == {}


def test_the_end_is_told_in_lines_and_columns() -> None:
    _, report = _render([_file()])
    (finding,) = report["findings"]
    assert (finding["end_line"], finding["end_column"]) == (2, 5)


def test_statistics_and_notes_stand_beside() -> None:
    _, report = _render([replace(_file(), note="page.txt: is German")])
    assert report["notes"] == [{"path": "page.txt", "message": "page.txt: is German"}]
    assert report["statistics"]["languages"] == {"de": 1}


def test_half_characters_survive() -> None:
    _, report = _render([CheckedFile("gone\udcff.txt", error="gone\udcff.txt: no such file")])
    assert report["errors"][0]["path"] == "gone\udcff.txt"
