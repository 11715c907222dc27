"""Measure `capqa check` on generated pages beside other linters, in one run.

Run from the repository's root as ``python -m benchmarks.gate.evaluate [PAGES]``. Each program is
started as a user starts it, on the same pages, one after the other. Figures of one run belong
together; another machine or another load gives others.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.detection.table import table
from benchmarks.gate.pages import write_pages

if TYPE_CHECKING:
    from collections.abc import Sequence

PAGES: Final = 2_000
_FEW: Final = 100
"""The pages slow programs are given; their time is scaled up."""

_PYTHON = sys.executable
_CAPQA = (_PYTHON, "-m", "capqa", "check", "--no-progress")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    given = sys.argv[1:] if arguments is None else arguments
    number = int(given[0]) if given else PAGES
    with tempfile.TemporaryDirectory() as folder:
        pages, few = Path(folder, "pages"), Path(folder, "few")
        size = write_pages(pages, number)
        write_pages(few, min(_FEW, number))
        scale = number / min(_FEW, number)
        os.environ["XDG_CACHE_HOME"] = folder
        os.environ["NO_COLOR"] = "1"
        # Users have their modules compiled.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        _seconds((*_CAPQA, "--no-cache", str(few)))  # what is compiled on a first run
        print(f"{number:,} pages, {size / 1e6:.1f} MB; {os.cpu_count()} processors\n")
        measured = [
            ("capqa, 1 process", _seconds((*_CAPQA, "--no-cache", "--jobs", "1", str(pages)))),
            ("capqa, all processors", _seconds((*_CAPQA, "--no-cache", str(pages)))),
            ("capqa, cache cold", _seconds((*_CAPQA, str(pages)))),
            ("capqa, cache warm", _seconds((*_CAPQA, str(pages)))),
        ]
        if importlib.util.find_spec("codespell_lib"):
            measured.append(("codespell", _seconds((_PYTHON, "-m", "codespell_lib", str(pages)))))
        if importlib.util.find_spec("proselint"):
            command = (_PYTHON, "-m", "proselint", "check", str(few))
            measured.append(("proselint (scaled up)", _seconds(command) * scale))
        script = (_PYTHON, "-m", "benchmarks.gate.langdetect_script", str(few))
        measured.append(("langdetect script (scaled up)", _seconds(script) * scale))
        own = dict(measured)["capqa, all processors"]
        rows = [(name, f"{seconds:.2f}", f"{seconds / own:.2f}") for name, seconds in measured]
        print(table(("program", "seconds", "times capqa"), rows))


def _seconds(command: Sequence[str]) -> float:
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    seconds = time.perf_counter() - start
    # Linters return 1 when they find something, codespell a number.
    if b"Traceback" in done.stderr:
        raise RuntimeError(done.stderr.decode("utf-8", "replace"))
    return seconds


if __name__ == "__main__":
    main()
