"""The captions with references, and what a reader said of the glossary engine's output for each.

The captions were written and committed before the engine was ever run on them. A judgement holds
for the output that was read and for no other: see `Judgements.of`.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

DATA: Final = Path(__file__).parent / "data"
REFERENCE_SEPARATOR: Final = " // "


class Quality(StrEnum):
    """What a copy editor would do with an output: publish it, mend a word or two, start anew."""

    USABLE = "usable"
    LIGHT_EDIT = "light edit"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption, its translations (at least one), its language and, in German, its subject."""

    source: str
    references: tuple[str, ...]
    language: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Judgements:
    """What was judged, by language and caption: the output that was read, and its quality."""

    by_caption: Mapping[tuple[str, str], tuple[str, Quality]]

    def of(self, caption: Caption, output: str) -> Quality | None:
        """Return the judgement of this very output, None where another one was read, or none."""
        judged, quality = self.by_caption.get((caption.language, caption.source), ("", None))
        return quality if judged == output else None


def german() -> list[Caption]:
    """Return the German captions."""
    return [
        Caption(row["source"], _references(row), "de", row["kind"])
        for row in _rows(DATA / "german.csv")
    ]


def other() -> list[Caption]:
    """Return the captions in other languages."""
    return [
        Caption(row["source"], _references(row), row["language"])
        for row in _rows(DATA / "other.csv")
    ]


def judgements() -> Judgements:
    """Return the judgements of the outputs that were read; raises ValueError for a broken row."""
    return Judgements(
        {
            (row["language"], row["source"]): (row["output"], Quality(row["quality"]))
            for row in _rows(DATA / "judgements.csv")
        }
    )


def _references(row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(row["references"].split(REFERENCE_SEPARATOR))


def _rows(path: Path) -> Iterable[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
