"""Feeds damaged files to the formats: ``python -m tests.fuzz [FORMAT...] [--seconds 120]``.

Every format reads bytes that grow out of its sample in ``tests/formats/samples``. Reading must end
in a document or a refusal of one line, writing without edits must give the same bytes, and an edit
must change its place alone or be refused. What breaks that is kept in ``build/fuzz``.
Exit code 0: nothing broke. 1: something did.
"""

from __future__ import annotations

import argparse
import importlib.util
import shutil
import subprocess
import sys
import time
from pathlib import Path

from capqa import plugins
from tests.formats.samples import path_of

KEPT = Path("build") / "fuzz"
SLOWEST = 10
"""Seconds one file may take."""


def main() -> int:
    """Fuzz one format after the other and return the exit code."""
    formats = plugins.names("capqa.formats")
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("formats", nargs="*", metavar="FORMAT", help=f"of {', '.join(formats)}")
    parser.add_argument("--seconds", type=int, default=120, help="for each format (default 120)")
    options = parser.parse_args()
    if unknown := sorted(set(options.formats) - set(formats)):
        parser.error(f"no format is called {unknown[0]!r}")
    guided = importlib.util.find_spec("atheris") is not None
    broken = []
    for name in options.formats or formats:
        start = time.monotonic()
        held = (_with_atheris if guided else _with_hypothesis)(name, options.seconds)
        taken = time.monotonic() - start
        print(f"{name}: {'nothing broke' if held else 'BROKEN'} ({taken:.0f} s)", flush=True)
        if not held:
            broken.append(name)
    return 1 if broken else 0


def _with_atheris(name: str, seconds: int) -> bool:
    corpus = KEPT / name / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    shutil.copy(path_of(name), corpus / "sample")
    done = subprocess.run(
        [
            *(sys.executable, "-m", "tests.fuzz.with_atheris", name, str(corpus)),
            *(f"-max_total_time={seconds}", f"-timeout={SLOWEST}", "-max_len=20000"),
            *(f"-artifact_prefix={KEPT / name}/", "-verbosity=0", "-rss_limit_mb=1000"),
        ],
        check=False,
    )
    return done.returncode == 0


def _with_hypothesis(name: str, seconds: int) -> bool:
    from tests.fuzz.with_hypothesis import fuzz

    try:
        count = fuzz(name, seconds)
    except Exception:
        import traceback

        traceback.print_exc()
        return False
    print(f"{name}: {count:,} files tried")
    return True


if __name__ == "__main__":
    sys.exit(main())
