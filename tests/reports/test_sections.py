"""Large files, which come in sections, are one file in every report."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from capqa import reading
from capqa.__main__ import main
from capqa.files import streams
from capqa.formats import text

if TYPE_CHECKING:
    from pathlib import Path

PAGE = (
    "The president met the ministers in Baghdad on Monday to talk.\n" * 9
    + "Irak | Befreiungsaktion Mossul\nImage: Reuters\n\n"
) * 3


@pytest.fixture(params=["whole", "sections"])
def folder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "sections":
        monkeypatch.setattr(reading, "LARGE", 10)
        monkeypatch.setattr(streams, "CHUNK", 64)
        monkeypatch.setattr(text.sections, "__kwdefaults__", {"least": 100})
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(PAGE)


@pytest.mark.usefixtures("folder")
def test_places_and_counts_are_those_of_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--format=json", "a.txt"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["summary"]["files"] == 1
    assert [
        (each["line"], each["end_line"], each["end_column"]) for each in report["findings"]
    ] == [
        (10, 10, 31),
        (22, 22, 31),
        (34, 34, 31),
    ]
    for each in report["findings"]:
        assert PAGE[each["offset"] : each["end_offset"]] == each["text"]
    assert main(["check", "a.txt"]) == 1
    assert capsys.readouterr().out.endswith("3 findings in 1 of 1 file\n")
