"""One judge in a process of its own, so that load time and memory are its alone.

Reads ``{"timed": [text, ...], "untimed": [text, ...]}`` from standard input and prints one JSON
object. Everything runs on one core; lines a second are counted in CPU time, which other work on
the machine disturbs least; memory is the peak of the whole process.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.detection.peers import JUDGES, Answer, FoundSpan

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Run:
    """A judge's answers, in the order of the texts, and what they cost."""

    load_seconds: float
    lines_per_second: float
    memory_mib: float
    timed: list[Answer]
    untimed: list[Answer]


class WorkerError(Exception):
    """A judge failed; the message is the last line it left."""


def run(name: str, timed: Sequence[str], untimed: Sequence[str] = (), *, hash_seed: int = 0) -> Run:
    """Judge the texts in a new process and return its answers; raises WorkerError."""
    process = subprocess.run(
        [sys.executable, "-m", "benchmarks.detection.worker", name],
        input=json.dumps({"timed": list(timed), "untimed": list(untimed)}),
        env={**os.environ, "PYTHONHASHSEED": str(hash_seed), "OMP_NUM_THREADS": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if process.returncode:
        lines = process.stderr.strip().splitlines()
        raise WorkerError(lines[-1] if lines else f"exit status {process.returncode}")
    result = json.loads(process.stdout.splitlines()[-1])
    result["timed"] = [_answer(row) for row in result["timed"]]
    result["untimed"] = [_answer(row) for row in result["untimed"]]
    return Run(**result)


def _answer(row: dict[str, Any]) -> Answer:
    return Answer(row["score"], tuple(FoundSpan(**span) for span in row["spans"]))


def _peak_memory() -> float:
    """Return this process's peak resident memory in MiB.

    ``ru_maxrss`` may hold the parent's peak from before exec, so Linux's own count comes first.
    """
    status = Path("/proc/self/status")
    if status.is_file():
        for row in status.read_text(encoding="ascii").splitlines():
            if row.startswith("VmHWM:"):
                return int(row.split()[1]) / 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 1024


def main() -> None:
    """Judge what standard input asks for."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])
    texts = json.load(sys.stdin)
    started = time.perf_counter()
    judge = JUDGES[sys.argv[1]]()
    judge("A first line, so that whatever loads late is loaded.")
    loaded = time.perf_counter() - started
    cpu = time.process_time()
    timed = [judge(text) for text in texts["timed"]]
    cpu = time.process_time() - cpu
    memory = _peak_memory()
    untimed = [judge(text) for text in texts["untimed"]]
    print(
        json.dumps(
            {
                "load_seconds": loaded,
                "lines_per_second": len(timed) / cpu if cpu else 0.0,
                "memory_mib": memory,
                "timed": [asdict(answer) for answer in timed],
                "untimed": [asdict(answer) for answer in untimed],
            }
        )
    )


if __name__ == "__main__":
    main()
