"""Measure how fast a large glossary loads and how fast captions are matched against it.

Run from the repository's root as ``python -m benchmarks.glossary.evaluate [ENTRIES [CAPTIONS]]``.
Figures of one run belong together; another machine or another load gives others. Seconds of the
processor are told beside those of the clock, which other work on the machine lengthens.
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
from typing import TYPE_CHECKING, Final, Generic, NamedTuple, TypeVar

from benchmarks.detection.table import table
from benchmarks.glossary import peers
from benchmarks.glossary.parts import rows
from benchmarks.glossary.samples import captions, right_words, write_glossary
from capqa.glossary.files import read_glossary
from capqa.glossary.folding import fold
from capqa.glossary.termbase import Termbase
from capqa.glossary.words import words as words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from capqa.glossary.matching import TermMatch

ENTRIES: Final = 100_000
CAPTIONS: Final = 20_000
ROUNDS: Final = 5
_FIRST_TEXT: Final = "Irak | Befreiungsaktionen Mossull"
"""A term, a compound and a typo: after it nothing is left to be loaded."""

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
        known = sorted({fold(entry.source) for entry in read_glossary(path)})
        print(f"\nparts of {len(words):,} different words known among {len(known):,}\n")
        print(table(("parts", "built, s", "each, µs", "found"), rows(known, [*map(fold, words)])))


def _loading(path: Path, folder: Path) -> str:
    def load() -> int:
        return len(Termbase.load("de", "xx", [path]).find(_FIRST_TEXT))

    parsed = _timed(lambda: Termbase([read_glossary(path)]).find(_FIRST_TEXT)).seconds
    first = _timed(load).seconds
    size = sum(each.stat().st_size for each in folder.rglob("*.terms")) / 1e6
    warm = statistics.median(_timed(load).seconds for _ in range(ROUNDS))
    measured = [
        ("parsed and indexed in memory", parsed),
        (f"first run: parsed, compiled, {size:.1f} MB written", first),
        (f"from the cache, median of {ROUNDS}", warm),
    ]
    terms = [entry.source for entry in read_glossary(path)]
    for name in peers.NAMES:
        built = _timed(partial(peers.automaton, name, terms))
        if built.result is not None:
            measured.append((f"{name}, built", built.seconds))
    lines = [(name, f"{seconds:.3f}", f"{seconds / warm:.1f}") for name, seconds in measured]
    return table(("loading", "seconds", "ratio"), lines)


def _matching(path: Path, texts: Sequence[str]) -> str:
    lines = []
    for name, typos, is_word in (
        ("typos", True, None),
        ("typos, right words told", True, right_words().__contains__),
        ("no typos", False, None),
    ):
        termbase = Termbase.load("de", "xx", [path], is_word=is_word)
        find = partial(termbase.find, typos=typos)
        find(_FIRST_TEXT)
        lines += [
            _row(f"capqa, {name}, {seen}", _counting(find), texts)
            for seen in ("new words", "words seen before")
        ]
    terms = [entry.source for entry in read_glossary(path)]
    for name in peers.NAMES:
        count = peers.automaton(name, terms)
        if count is not None:
            lines.append(_row(f"{name}, exact spellings only", count, texts))
    return table(("matching", "captions/s", "CPU s", "matches"), lines)


def _counting(find: Callable[[str], list[TermMatch]]) -> peers.Find:
    return lambda text: len(find(text))


def _row(name: str, count: peers.Find, texts: Sequence[str]) -> tuple[str, str, str, str]:
    timed = _timed(lambda: sum(map(count, texts)))
    rate = f"{len(texts) / timed.seconds:,.0f}"
    return name, rate, f"{timed.of_processor:.2f}", f"{timed.result:,}"


class _Timed(NamedTuple, Generic[Result]):
    seconds: float
    of_processor: float
    result: Result


def _timed(work: Callable[[], Result]) -> _Timed[Result]:
    gc.collect()
    start, of_processor = time.perf_counter(), time.process_time()
    result = work()
    return _Timed(time.perf_counter() - start, time.process_time() - of_processor, result)


if __name__ == "__main__":
    main()
