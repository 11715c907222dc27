"""What is certain is mended, what is not waits for a reviewer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from capqa import pipeline
from capqa.config import Settings
from capqa.gate.fixing import difference, fix, is_certain
from capqa.model import Check, Part, Span, Suggestion

if TYPE_CHECKING:
    from pathlib import Path

    from capqa.pipeline import CheckedFile

CERTAIN = "Irak | Befreiungsaktion Mossul"
MISSPELT = "Irak Mossul Offensive der Regierungstrupen gegen IS"


def checked(path: Path, page: str) -> CheckedFile:
    path.write_bytes(page.encode())
    (file,) = pipeline.check_files([path], Settings())
    return file


def test_only_what_the_glossary_knows_is_mended(tmp_path: Path) -> None:
    file = checked(tmp_path / "a.txt", f"{CERTAIN}\r\nImage: dpa\r\n\r\n{MISSPELT}\r\n")
    fixed = fix(file)
    assert fixed.data is not None
    assert fixed.data.decode() == (
        f"Iraq | Liberation operation Mosul\r\nImage: dpa\r\n\r\n{MISSPELT}\r\n"
    )
    assert [finding.text for finding in fixed.left.findings] == [MISSPELT]
    assert (fixed.mended, fixed.refused, len(fixed.left.suggestions)) == (1, (), 1)
    assert fixed.after is not None
    assert file.document is not None
    assert list(difference(file.document, fixed.after))[3:5] == [
        f"-{CERTAIN}",
        "+Iraq | Liberation operation Mosul",
    ]


def test_nothing_certain_changes_nothing(tmp_path: Path) -> None:
    file = checked(tmp_path / "a.txt", f"{MISSPELT}\n")
    assert fix(file) == (None, None, file, 0, ())


def test_a_fix_that_markup_forbids_does_not_keep_others_from_being_made(tmp_path: Path) -> None:
    page = f"<p>Irak | <b>Befreiungs</b>aktion <i>Mos</i>sul</p>\n<p>{CERTAIN}</p>\n"
    fixed = fix(checked(tmp_path / "a.html", page))
    assert fixed.data is not None
    assert "<p>Iraq | Liberation operation Mosul</p>" in fixed.data.decode()
    assert fixed.mended + len(fixed.refused) == 2


def test_a_hostile_page_cannot_act_in_a_diff(tmp_path: Path) -> None:
    file = checked(tmp_path / "a.txt", f"\x1b[2J{CERTAIN}\n")
    fixed = fix(file)
    assert file.document is not None
    assert fixed.after is not None
    assert "\x1b" not in "".join(difference(file.document, fixed.after))


PART = Part(Span(0, 4), "Iraq", "glossary")
SURE = Suggestion("Iraq", "glossary", parts=(PART,), checks=(Check("numbers", passed=True),))


@pytest.mark.parametrize(
    ("suggestion", "certain"),
    [
        (None, False),
        (SURE, True),
        (replace(SURE, parts=(replace(PART, origin="memory"),)), True),
        (replace(SURE, checks=()), False),
        (replace(SURE, checks=(Check("numbers", passed=False),)), False),
        (replace(SURE, parts=()), False),
        (replace(SURE, parts=(replace(PART, origin="name"),)), False),
        *(
            (replace(SURE, parts=(PART, replace(PART, origin=origin))), False)
            for origin in ("compound", "typo", "function", "gloss", "similar", "engine", "unknown")
        ),
    ],
)
def test_certain_is_what_nobody_guessed(suggestion: Suggestion | None, certain: bool) -> None:
    assert is_certain(suggestion) is certain
