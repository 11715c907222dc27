"""Fixes as SARIF offers them are sure: whatever the proposal, the source then reads as it says."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from capqa.errors import UnreadableError
from capqa.formats import _choosing
from capqa.reports import ReportOptions, sarif
from tests.reports.samples import checked, read, suggestion
from tests.reports.test_sarif import mended

PAGES = {
    "a.txt": "Über\r\n\r\n\tIrak heute\r\nund Mossul",
    "a.html": '<p lang="x" title="Irak heute">Über &ouml; <b>Irak</b> heute</p><p>Irak heute</p>ü',
    "a.srt": "1\n00:00:01,000 --> 00:00:02,000\n<i>Über Irak heute</i>\n",
    "a.xlf": '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file '
    'source-language="de" target-language="en"><body><trans-unit id="1"><source>x</source>'
    "<target>Irak heute</target></trans-unit></body></file></xliff>",
}


def run_of(*files: Any) -> Any:
    return json.loads("".join(sarif.render(files, ReportOptions())))["runs"][0]


@pytest.mark.parametrize("name", PAGES)
@settings(max_examples=40)
@given(
    new=st.text(min_size=1, max_size=12) | st.text("<>&;\"'\\ \n\r-ab{}", min_size=1, max_size=9)
)
def test_a_fix_writes_the_proposal_and_nothing_else(name: str, new: str) -> None:
    document = read(PAGES[name], name)
    run = run_of(checked(document, {"Irak heute": suggestion(new)}))
    if not run["results"][0].get("fixes"):
        return
    text = mended(document.text, run)
    after = _choosing.reread(document, document.byte_order_mark + text.encode())
    before = [segment.text for segment in document.segments]
    place = next(number for number, each in enumerate(before) if "Irak heute" in each)
    before[place] = before[place].replace("Irak heute", new, 1)
    assert [segment.text for segment in after.segments] == before


@pytest.mark.parametrize("name", PAGES)
def test_plain_words_are_always_a_fix(name: str) -> None:
    run = run_of(checked(read(PAGES[name], name), {"Irak heute": "Iraq & today"}))
    assert run["results"][0]["fixes"]


def test_of_many_findings_those_that_cannot_be_fixed_are_left_out() -> None:
    words = [f"Wort{number}ö" for number in range(100)]
    page = "".join(
        f"<p>im <b>{word}</b>x heute</p>" if number % 50 == 7 else f"<p>im {word}x heute</p>"
        for number, word in enumerate(words)
    )
    proposals = {
        f"im {word}x" if number % 50 == 7 else word: f"word {number}"
        for number, word in enumerate(words)
    }
    results = run_of(checked(read(page, "a.html"), dict(proposals)))["results"]
    fixed = sum("fixes" in result for result in results)
    assert fixed == 98
    assert all("fixes" not in result for result in results if "im" in result["properties"]["text"])


def test_a_file_that_does_not_hold_its_text_has_no_fixes() -> None:
    document = read("Irak heute\n")
    # As a format does that unpacks its files.
    packed = type(document)(
        document.name, "text", b"PK", "other text\n", "utf-8", b"", segments=document.segments
    )
    with pytest.raises(UnreadableError):
        read("\x00", "a.txt")
    run = run_of(checked(packed, {"Irak": "Iraq"}))
    assert "fixes" not in run["results"][0]
