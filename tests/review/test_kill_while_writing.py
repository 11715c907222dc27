"""Kill -9 at random points amid the writing of many files: each is old or new, nothing is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL there")
@pytest.mark.parametrize("seed", ["1", "2"])
def test_kill_9_at_random_points(seed: str) -> None:
    # In a process of its own: it forks, which one with threads, as pytest may be, must not.
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.review.kills", "10", seed],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0].startswith("10 kills amid 20 files")
    assert done.stdout.splitlines()[-1] == "0 faults"
