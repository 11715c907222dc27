"""Which JSON files of a folder hold news: few do."""

from __future__ import annotations

import json
from typing import Any

import pytest

from capqa.formats import json as json_format
from capqa.formats import jsonl
from tests.formats.json_files import configuration

PACKAGE = {
    "name": "site",
    "title": "Die Seite",
    "description": "Die Seite der Redaktion",
    "scripts": {"build": "tsc"},
    "dependencies": {"left-pad": "1.0.0"},
}


@pytest.mark.parametrize(
    ("content", "holds_news"),
    [
        ({"items": [{"caption": "Die Stadt"}]}, True),
        ([{"headline": "Kampf um Mossul"}], True),
        ({"title": "Die Stadt", "text": "Sie ist zerstört"}, True),
        ({"a": {"alt": "Rauch über der Stadt"}}, True),
        ({"title": {"rendered": "Die Stadt"}, "id": 1}, False),
        ({"caption": "heroImage"}, False),
        ({"description": "Die Seite der Redaktion"}, False),
        ({"title": "Die Stadt", "inner": {"text": "Sie ist zerstört"}}, False),
        (PACKAGE, False),
        ({**PACKAGE, "caption": "Die Stadt"}, False),
        ({"$schema": "https://x", "title": "Ein Schema", "description": "Es ist eines"}, False),
        ({"openapi": "3.0", "info": {"title": "Die API", "description": "Sie gibt"}}, False),
        ({"compilerOptions": {"lib": ["es2020"]}}, False),
        ({"nav.home": "Zur Startseite"}, False),
        ([], False),
        ({}, False),
    ],
)
def test_news_is_told_from_settings(content: Any, holds_news: bool) -> None:
    for encoding in ("utf-8", "utf-16-be"):
        assert json_format.is_content(json.dumps(content).encode(encoding)) == holds_news


def test_the_beginning_is_enough() -> None:
    text = json.dumps([{"caption": "Die Stadt ist zerstört"}] * 2000, ensure_ascii=False)
    for length in (60, 1000, 65_536):
        assert json_format.is_content(text.encode()[:length])


def test_with_paths_every_file_is_content() -> None:
    assert json_format.is_content(b"{}", configuration({"/a": "body"}))


@pytest.mark.parametrize("data", [b"", b"\xff", b"\x00", b"not JSON", b'{"caption": "Die'])
def test_what_is_no_json_is_no_content(data: bytes) -> None:
    assert not json_format.is_content(data)


def test_the_first_records_of_lines_tell() -> None:
    assert jsonl.is_content(b'{"id": 1}\n{"caption": "Die Stadt"}\n{"capt')
    assert not jsonl.is_content(b'{"messages": [{"role": "user", "content": "Die Stadt"}]}\n')
    assert jsonl.is_content(b"{}", configuration({"/a": "body"}))
