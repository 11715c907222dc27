"""HTML: a news page from its bytes to its findings, and with their proposals back to bytes."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from capqa import pipeline
from capqa.config import Settings
from capqa.formats import html
from capqa.model import Edit
from capqa.review.anchors import after_edits

if TYPE_CHECKING:
    from capqa.model import Document

PAGE = Path(__file__).parents[1] / "commands" / "cases" / "html-page" / "input" / "mosul.html"
ALT = "Irak Mossul Offensive der Regierungs&shy;truppen gegen IS"
PROPOSED = [
    "Iraq | Liberation operation Mosul",
    "Syria | Destroyed houses in Aleppo",
    "Iraq Mosul offensive by government troops against IS",
    "Iraq | Liberation operation Mosul",
    "More content",
]


def _edits(document: Document) -> list[Edit]:
    findings = pipeline.check(document, Settings())
    suggestions = pipeline.suggest(document, findings, Settings(), engines=("glossary",))
    return [
        Edit(finding.segment, finding.span, finding.text, suggestion.text)
        for finding, suggestion in zip(findings, suggestions, strict=True)
        if suggestion is not None
    ]


def test_all_proposals_are_written_and_the_page_is_clean(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    shutil.copy(PAGE, path)
    document = pipeline.read(path)
    edits = _edits(document)
    assert [edit.new for edit in edits] == PROPOSED
    path.write_bytes(html.apply(document, edits))
    mended = pipeline.read(path)
    assert pipeline.check(mended, Settings()) == ()
    assert re.findall("<[^>]*>", mended.text) == [
        tag.replace(edits[0].old, edits[0].new).replace(ALT, edits[2].new)
        for tag in re.findall("<[^>]*>", document.text)
    ]
    unchanged = set(document.text.splitlines()) & set(mended.text.splitlines())
    # The caption stands in two lines, the other four in one each.
    assert len(unchanged) == len(set(document.text.splitlines())) - 6


def test_findings_are_found_again_after_the_edits() -> None:
    document = html.read(PAGE.read_bytes(), "page.html")
    findings = pipeline.check(document, Settings())
    edits = _edits(document)
    after = html.read(html.apply(document, edits), "page.html")
    moved = after_edits(findings, edits, document, after)
    assert [finding.text for finding in moved if finding is not None] == PROPOSED
