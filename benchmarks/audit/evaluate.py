"""Measure `capqa audit` on generated captions, in one run: speed, memory, engines, cost.

Run from the repository's root as ``python -m benchmarks.audit.evaluate [--captions N]
[--engines local,dask,ray] [--json FILE]``. Each audit is started as a user starts it, one after the
other, and timed from start to end, the summary included. Memory is the most that any one of its
processes had at once. Figures of one run belong together; another machine or load gives others.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.audit.captions import write_captions
from benchmarks.detection.table import table

if TYPE_CHECKING:
    from collections.abc import Sequence

CAPTIONS: Final = 100_000
_BILLION: Final = 1_000_000_000
_MODULES: Final = {"local": "pyarrow", "dask": "distributed", "ray": "ray"}
# Says how long processors worked for it, and the most memory that one of its processes had.
_RUN: Final = """
import json, resource, sys, time
from subprocess import DEVNULL, run
start = time.perf_counter()
done = run(sys.argv[1:], stdout=DEVNULL)
seconds = time.perf_counter() - start
children = resource.getrusage(resource.RUSAGE_CHILDREN)
unit = 1 if sys.platform == "darwin" else 1024
processor = children.ru_utime + children.ru_stime
print(json.dumps([done.returncode, seconds, processor, children.ru_maxrss * unit]))
"""


@dataclass(frozen=True)
class Measured:
    """One audit: the seconds it took, those that processors worked for it, and the bytes that its
    largest process had; ``load`` is that of the machine when it began.
    """

    engine: str
    jobs: int
    captions: int
    findings: int
    seconds: float
    processor_seconds: float
    memory: int
    load: float

    @property
    def speed(self) -> float:
        """Captions a second."""
        return self.captions / self.seconds


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--captions", type=int, default=CAPTIONS)
    parser.add_argument("--engines", default="local,dask,ray")
    parser.add_argument("--jobs", default="1,2")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args(arguments)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    measured = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "captions.jsonl")
        size = write_captions(path, options.captions)
        warm = Path(folder, "warm.jsonl")
        write_captions(warm, 500)
        print(f"{options.captions:,} captions, {size / 1e6:.1f} MB; {os.cpu_count()} processors")
        for engine in options.engines.split(","):
            if not importlib.util.find_spec(_MODULES[engine]):
                print(f"{engine} is not installed")
                continue
            for jobs in map(int, options.jobs.split(",")):
                _audit(warm, Path(folder, f"warm-{engine}-{jobs}"), engine, jobs, 500)
                out = Path(folder, f"{engine}-{jobs}")
                measured.append(_audit(path, out, engine, jobs, options.captions))
                print("  ", _row(measured[-1]), flush=True)
    print("\n" + _speeds(measured))
    print("\n" + _costs(measured, size / options.captions))
    if options.json:
        options.json.write_text(json.dumps([asdict(each) for each in measured], indent=1) + "\n")


def _audit(path: Path, out: Path, engine: str, jobs: int, captions: int) -> Measured:
    command = [sys.executable, "-m", "capqa", "audit", str(path), "--out", str(out)]
    command += ["--engine", engine, "--jobs", str(jobs), "--no-progress"]
    load = os.getloadavg()[0]
    done = subprocess.run(
        [sys.executable, "-c", _RUN, *command], stdout=subprocess.PIPE, check=True, text=True
    )
    code, seconds, processor, memory = json.loads(done.stdout)
    summary = json.loads((out / "summary.json").read_text("utf-8"))
    if code or summary["records"] != captions or summary["missing"]:
        raise RuntimeError(f"{engine} with {jobs}: exit code {code}, {summary['records']} records")
    return Measured(engine, jobs, captions, summary["findings"], seconds, processor, memory, load)


def _row(each: Measured) -> tuple[str, ...]:
    return (
        each.engine,
        str(each.jobs),
        f"{each.seconds:.1f}",
        f"{each.speed:,.0f}",
        _processor_seconds(each),
        f"{each.memory / 1e6:.0f}",
        f"{each.findings:,}",
        f"{each.load:.1f}",
    )


def _speeds(measured: list[Measured]) -> str:
    base = measured[0]
    heads = (
        "engine",
        "processes",
        "seconds",
        "captions/s",
        "processor s",
        "MB a process",
        "findings",
        "load",
    )
    rows = [(*_row(each), f"{base.seconds / each.seconds:.2f}") for each in measured]
    return table((*heads, f"times {base.engine} {base.jobs}"), rows)


def _processor_seconds(each: Measured) -> str:
    # Ray's processes are nobody's children: what they used is not told.
    return "" if each.engine == "ray" else f"{each.processor_seconds:.1f}"


def _costs(measured: list[Measured], size: float) -> str:
    rows = []
    for each in measured:
        if not _processor_seconds(each):
            continue
        hours = each.processor_seconds / each.captions * _BILLION / 3600
        rows.append(
            (f"{each.engine} {each.jobs}", f"{hours:,.0f}", f"{_BILLION * size / 1e9:,.0f}")
        )
    return table(("measured with", "processor hours for 1e9", "GB of input"), rows)


if __name__ == "__main__":
    main()
