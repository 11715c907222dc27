"""Kill -9 at random points of a review: python -m benchmarks.review.kills [RUNS] [SEED].

A process decides on every finding of many files and writes them. It is killed after a random time
or, every other run, at a random function call. Afterwards each file must be old or new as a whole,
every decision that was acknowledged must be in the log, and a second run must complete the rest.
Exit code 0: nothing was lost. 1: something was.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from capqa import pipeline
from capqa.config import Settings
from capqa.review.log import DecisionLog
from capqa.review.session import ReviewItem, Session, State

if TYPE_CHECKING:
    from collections.abc import Callable

RUNS = 200
FILES = 20
_TEXTS = {
    "Irak | Befreiungsaktion Mossul": "Iraq | Operation to free Mosul",
    "Geflüchtete Kinder im Lager": "Refugee children in the camp",
}
_PAGE = """The army is near the city of Mosul, and people are leaving it by the thousands.

{}
Image: dpa

Thousands of people are fleeing to a camp in Syria, where there is not enough to eat.

{}
Image: Reuters
"""
OLD = _PAGE.format(*_TEXTS).encode()
NEW = _PAGE.format(*_TEXTS.values()).encode()


def main(arguments: list[str]) -> int:
    """Run, print what was found, and return the exit code."""
    runs = int(arguments[0]) if arguments else RUNS
    seed = int(arguments[1]) if len(arguments) > 1 else 0
    chance = random.Random(seed)
    seconds = _seconds_of_a_whole_run()
    calls = _calls_of_a_whole_run()
    phases: Counter[str] = Counter()
    faults: list[str] = []
    for run in range(runs):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            _make(folder)
            if run % 2:
                acknowledged = _killed(folder, at_call=chance.randrange(calls))
            else:
                acknowledged = _killed(folder, after=chance.uniform(0, seconds))
            phase, found = _verified(folder, acknowledged)
            phases[phase] += 1
            faults += [f"run {run}: {fault}" for fault in found]
    print(f"{runs} kills amid {FILES} files with {len(_TEXTS)} findings each (seed {seed})")
    for phase, count in sorted(phases.items()):
        print(f"  {count:4} {phase}")
    print(*faults, sep="\n", end="\n" if faults else "")
    print(f"{len(faults)} faults")
    return 1 if faults else 0


def _make(folder: Path) -> None:
    for number in range(FILES):
        (folder / f"{number:03}.txt").write_bytes(OLD)


def _session(folder: Path) -> tuple[Session, DecisionLog]:
    items = []
    for path in sorted(folder.glob("*.txt")):
        document = pipeline.read(path)
        items += [
            ReviewItem(finding, document, path, "en")
            for finding in pipeline.check(document, Settings())
        ]
    log = DecisionLog(folder / "log")
    return Session(items, log, reviewer="ana", suggest=lambda _: None), log


def _review(
    folder: Path, told: Callable[[], object], ready: Callable[[], object] = lambda: None
) -> None:
    session, log = _session(folder)
    ready()
    for index, item in enumerate(session.items):
        if session.state(index) is State.OPEN:
            session.edit(index, _TEXTS[item.finding.text])
            told()
    report = session.write()
    assert not report.refused, report.refused
    log.close()


def _killed(folder: Path, *, after: float = 0, at_call: int | None = None) -> int:
    """Run a review in a process of its own and kill it; return how many decisions it had told."""
    reading, writing = os.pipe()
    process = os.fork()
    if not process:
        os.close(reading)

        def ready() -> None:
            os.write(writing, b"!")
            if at_call is not None:
                sys.setprofile(_Killer(at_call))

        _review(folder, lambda: os.write(writing, b"."), ready)
        os._exit(0)
    os.close(writing)
    with open(reading, "rb") as pipe:
        pipe.read(1)
        if at_call is None:
            time.sleep(after)
            os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        return len(pipe.read())


class _Killer:
    """Kills this process, as it is, at the call of a number."""

    def __init__(self, at_call: int) -> None:
        self._left = at_call

    def __call__(self, *_: object) -> None:
        self._left -= 1
        if self._left < 0:
            os.kill(os.getpid(), signal.SIGKILL)


def _verified(folder: Path, acknowledged: int) -> tuple[str, list[str]]:
    """Return in which phase the process was killed, and what is wrong with what it left."""
    paths = sorted(folder.glob("*.txt"))
    contents = [path.read_bytes() for path in paths]
    faults = [
        f"{path.name} is neither old nor new"
        for path, content in zip(paths, contents, strict=True)
        if content not in (OLD, NEW)
    ]
    if faults:
        return "with a file neither old nor new", faults
    session, log = _session(folder)
    logged = len(log.decisions())
    if logged not in (acknowledged, acknowledged + 1):
        faults.append(f"{acknowledged} decisions were told, {logged} are logged")
    written = contents.count(NEW)
    decided = sum(
        session.replacement(index) == _TEXTS[item.finding.text]
        for index, item in enumerate(session.items)
    )
    if decided + written * len(_TEXTS) != logged:
        faults.append(f"{logged} decisions are logged, {decided} found in {FILES - written} files")
    log.close()
    _review(folder, lambda: None)
    if any(path.read_bytes() != NEW for path in paths):
        faults.append("a second run did not complete the writing")
    if not logged:
        return "before a decision", faults
    if logged < FILES * len(_TEXTS):
        return "while deciding", faults
    if written == FILES:
        return "with all files written", faults
    return "between the last decision and the last file", faults


def _seconds_of_a_whole_run() -> float:
    begun = 0.0

    def begin() -> None:
        nonlocal begun
        begun = time.perf_counter()

    for _ in range(2):  # the first one loads what is needed
        with tempfile.TemporaryDirectory() as name:
            _make(Path(name))
            _review(Path(name), lambda: None, begin)
            seconds = time.perf_counter() - begun
    return seconds


def _calls_of_a_whole_run() -> int:
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    with tempfile.TemporaryDirectory() as name:
        _make(Path(name))
        try:
            _review(Path(name), lambda: None, lambda: sys.setprofile(count))
        finally:
            sys.setprofile(None)
    return calls


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
