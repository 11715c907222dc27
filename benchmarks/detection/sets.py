"""The judge's sets: captions, hard negatives, mixed lines, the shared development set.

Written by hand by someone who did not write the detector, and never read by the code that tunes
it. ``mixed.txt`` keeps the markup its author wrote: ``⟦`` and ``⟧`` around what a reviewer would
replace, names inside a foreign phrase included, credits and English left out.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parent / "data"
DEVELOPMENT = Path(__file__).parents[3] / "shared" / "eval" / "dev.jsonl"
SETS = {"First set": "", "Fresh set": "fresh_", "Third set": "third_", "Fourth set": "fourth_"}
"""The sets by title, with the beginning of their files' names.

Each was written by somebody who had not seen the detector. The first three were run blind, then
opened for tuning on 2026-11-24, the fresh one at 10:41, the third at 12:28: figures from then on
are no longer blind. Nobody who works on the detector has opened the fourth; only its figures are
known.
Whoever opens it writes so here: from then on a new claim needs another set.
"""

TUNING = "tuning_"
"""The set that the developer reads and tunes on, written like the others by somebody else."""

OPENING, CLOSING = "⟦", "⟧"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page, whether an editor would flag it, and what kind of line it is."""

    text: str
    language: str
    flag: bool
    kind: str


@dataclass(frozen=True, slots=True)
class MixedLine:
    """A line that holds English and foreign runs; spans are half-open, in code points."""

    text: str
    language: str
    spans: tuple[tuple[int, int], ...]


def captions(prefix: str = "") -> list[Line]:
    """Return the foreign captions and fragments of a set, all to be flagged."""
    return _lines(DATA / f"{prefix}captions.jsonl")


def negatives(prefix: str = "") -> list[Line]:
    """Return the hard negatives of a set: names, credits, titles, menus, none to be flagged."""
    return _lines(DATA / f"{prefix}negatives.jsonl")


def development() -> list[Line]:
    """Return the development set that lies beside the repository, empty where it does not."""
    return _lines(DEVELOPMENT) if DEVELOPMENT.is_file() else []


def mixed(prefix: str = "") -> list[MixedLine]:
    """Return the mixed lines of a set; those of language "en" have no span."""
    rows = (DATA / f"{prefix}mixed.txt").read_text(encoding="utf-8").splitlines()
    return [_mixed_line(row) for row in rows]


def _lines(path: Path) -> list[Line]:
    rows = [json.loads(row) for row in path.read_text(encoding="utf-8").splitlines()]
    return [Line(row["text"], row["lang"], row["flag"], row.get("kind", "")) for row in rows]


def _mixed_line(row: str) -> MixedLine:
    """Return one row of ``mixed.txt`` parsed; raises ValueError where the markup is unbalanced."""
    language, marked = row.split("\t")
    text, spans, start = "", [], -1
    for character in marked:
        if character == OPENING and start < 0:
            start = len(text)
        elif character == CLOSING and start >= 0:
            spans.append((start, len(text)))
            start = -1
        elif character in (OPENING, CLOSING):
            raise ValueError(f"unbalanced markup in mixed.txt: {row}")
        else:
            text += character
    if start >= 0:
        raise ValueError(f"unbalanced markup in mixed.txt: {row}")
    return MixedLine(text, language, tuple(spans))
