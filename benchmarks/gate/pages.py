"""Pages to check, alike every time: paragraphs and captions in English, a few left in German."""

from __future__ import annotations

import json
import random
from itertools import islice
from typing import TYPE_CHECKING, Final

from benchmarks.detection.clean_english import clean_english
from benchmarks.detection.sets import DATA

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SEED: Final = 7
_PARAGRAPHS: Final = (12, 24)
_SENTENCES: Final = (2, 5)
_CAPTIONS: Final = (3, 8)
_ONE_PAGE_IN: Final = 10
"""One page in so many has a caption left untranslated, or two."""


def write_pages(folder: Path, number: int) -> int:
    """Write so many pages and return their size in bytes."""
    size = 0
    for at, page in enumerate(islice(pages(), number)):
        data = page.encode("utf-8")
        path = folder / f"{at // 100:03}" / f"page-{at:05}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        size += len(data)
    return size


def pages() -> Iterator[str]:
    """Yield pages without end."""
    choose = random.Random(_SEED)
    lines = clean_english()
    prose = [line.text for line in lines if line.kind == "prose"]
    captions = [line.text for line in lines if line.kind in ("captions", "unlisted names")]
    foreign = _foreign_captions()
    while True:
        blocks = [
            " ".join(choose.choices(prose, k=choose.randint(*_SENTENCES)))
            for _ in range(choose.randint(*_PARAGRAPHS))
        ]
        mixed = choose.choices(captions, k=choose.randint(*_CAPTIONS))
        if choose.randrange(_ONE_PAGE_IN) == 0:
            mixed += choose.choices(foreign, k=choose.randint(1, 2))
        for caption in mixed:
            blocks.insert(choose.randrange(1, len(blocks)), caption)
        yield "\n\n".join([choose.choice(captions), *blocks]) + "\n"


def _foreign_captions() -> list[str]:
    rows = (DATA / "captions.jsonl").read_text(encoding="utf-8").splitlines()
    return [row["text"] for row in map(json.loads, rows)]
