"""Reads the development lines beside this file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).parent / "data"


class MarkedLine(NamedTuple):
    """A line, its language, and the fragments marked in it."""

    text: str
    language: str
    fragments: list[tuple[int, int]]

    @property
    def mixed(self) -> bool:
        return self.fragments != [(0, len(self.text))]


def foreign_lines() -> list[MarkedLine]:
    """Return the lines with fragments: ``[[...]]``, or the whole line where nothing is marked."""
    return [_marked(*row.split("\t")) for row in _rows("foreign.tsv")]


def clean_lines() -> list[str]:
    """Return English lines without fragments, dense with names."""
    return _rows("clean.txt")


def _rows(name: str) -> list[str]:
    return (DATA / name).read_text(encoding="utf-8").splitlines()


def _marked(language: str, marked: str) -> MarkedLine:
    text, fragments = "", []
    for index, part in enumerate(re.split(r"\[\[|\]\]", marked)):
        if index % 2:
            fragments.append((len(text), len(text) + len(part)))
        text += part
    return MarkedLine(text, language, fragments or [(0, len(text))])
