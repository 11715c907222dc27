"""Measure how fast a large glossary loads and how fast captions are matched against it.

Run from the repository's root as ``python -m benchmarks.glossary.evaluate [ENTRIES [CAPTIONS]]``.
Figures of one run belong together; another machine or another load gives others.
"""

from __future__ import annotations

import gc
import os
import statistics
import sys
import tempfile
import time
from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from benchmarks.detection.table import table
from benchmarks.glossary import peers
from benchmarks.glossary.samples import captions, right_words, write_glossary
from capqa.glossary.files import read_glossary
from capqa.glossary.termbase import Termbase
from capqa.glossary.words import words as words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from capqa.glossary.matching import TermMatch

ENTRIES: Final = 100_000
CAPTIONS: Final = 20_000
ROUNDS: Final = 5

Result = TypeVar("Result")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables."""
    given = [int(each) for each in (sys.argv[1:] if arguments is None else arguments)]
    entries, number = (*given, *(ENTRIES, CAPTIONS)[len(given) :])
    texts = captions(number)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        path = Path(folder) / "large.de-xx.csv"
        write_glossary(path, entries)
        print(f"{entries:,} entries, {path.stat().st_size / 1e6:.1f} MB of CSV\n")
        print(_loading(path, Path(folder)))
        words = Counter(span.of(text) for text in texts for span in words_of(text))
        print(f"\n{len(texts):,} different captions")
        print(f"{words.total():,} words, {len(words):,} different ones\n")
        print(_matching(path, texts))


def _loading(path: Path, folder: Path) -> str:
    def load() -> int:
        return len(Termbase.load("de", "xx", [path]).find("Irak"))

    parsed, _ = _timed(lambda: Termbase([read_glossary(path)]).find("Irak"))
    first, _ = _timed(load)
    size = sum(each.stat().st_size for each in folder.rglob("*.terms")) / 1e6
    warm = statistics.median(_timed(load)[0] for _ in range(ROUNDS))
    measured = [
        ("parsed and indexed in memory", parsed),
        (f"first run: parsed, compiled, {size:.1f} MB written", first),
        (f"from the cache, median of {ROUNDS}", warm),
    ]
    terms = [entry.source for entry in read_glossary(path)]
    for name in peers.NAMES:
        seconds, find = _timed(partial(peers.automaton, name, terms))
        if find is not None:
            measured.append((f"{name}, built", seconds))
    rows = [(name, f"{seconds:.3f}", f"{seconds / warm:.1f}") for name, seconds in measured]
    return table(("loading", "seconds", "ratio"), rows)


def _matching(path: Path, texts: Sequence[str]) -> str:
    rows = []
    for name, typos, is_word in (
        ("typos", True, None),
        ("typos, right words told", True, right_words().__contains__),
        ("no typos", False, None),
    ):
        termbase = Termbase.load("de", "xx", [path], is_word=is_word)
        find = partial(termbase.find, typos=typos)
        rows += [
            _row(f"capqa, {name}, {seen}", _counting(find), texts)
            for seen in ("new words", "words seen before")
        ]
    terms = [entry.source for entry in read_glossary(path)]
    for name in peers.NAMES:
        count = peers.automaton(name, terms)
        if count is not None:
            rows.append(_row(f"{name}, exact spellings only", count, texts))
    return table(("matching", "captions/s", "matches"), rows)


def _counting(find: Callable[[str], list[TermMatch]]) -> peers.Find:
    return lambda text: len(find(text))


def _row(name: str, count: peers.Find, texts: Sequence[str]) -> tuple[str, str, str]:
    seconds, found = _timed(lambda: sum(map(count, texts)))
    return name, f"{len(texts) / seconds:,.0f}", f"{found:,}"


def _timed(work: Callable[[], Result]) -> tuple[float, Result]:
    gc.collect()
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


if __name__ == "__main__":
    main()
