"""A folder with a file of every format and some that are broken: all are told, each in its place.

The files are the samples in ``tests/formats/samples``; a new format's is checked here as well.
"""

from __future__ import annotations

import json
import shutil
from typing import Any

import pytest

from capqa import plugins
from capqa.__main__ import main
from tests.formats.samples import WORDS, path_of, sample_of

FORMATS = plugins.names("capqa.formats")
PLACED_BY_LINE = frozenset({"html", "markdown", "text", "warc"})
"""The formats whose findings need no more than line and column to be found."""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what `capqa check` reports about the folder, run there once."""
    folder = tmp_path_factory.mktemp("site")
    for name in FORMATS:
        shutil.copy(path_of(name), folder)
    (folder / "broken.html").write_bytes(b"<p>Zerst\xc3\xb6rte H\xc3\xa4user\0</p>")
    (folder / "empty.txt").touch()
    (folder / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n\0")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        printed: list[str] = []
        patch.setattr("sys.stdout.write", printed.append)
        code = main(["check", "--format=json", "."])
    return {**json.loads("".join(printed)), "code": code}


def test_the_gate_stays_closed_and_says_why(report: dict[str, Any]) -> None:
    assert report["code"] == 2
    assert sorted(each["path"] for each in report["errors"]) == ["broken.html", "empty.txt"]


@pytest.mark.parametrize("format_", FORMATS)
def test_the_words_are_found_in_their_place(report: dict[str, Any], format_: str) -> None:
    path = path_of(format_)
    found = [
        each
        for each in report["findings"]
        if each["path"].partition("#")[0] == path.name and WORDS in each["segment"]
    ]
    assert found
    for finding in found:
        assert finding["locator"] or format_ in PLACED_BY_LINE
        if sample_of(format_).is_text and sample_of(format_).is_written:
            line = path.read_text(encoding="utf-8").split("\n")[finding["line"] - 1]
            first = finding["text"].split()[0]
            assert line[finding["column"] - 1 :].startswith(first)
