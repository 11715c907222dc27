"""Wherever output goes, the exit code tells: findings are no error, and an error no findings."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "dw-mosul.txt"


def ran(redirected: str, *arguments: str) -> subprocess.CompletedProcess[Any]:
    """Run the check in a shell, its output redirected as that writes it."""
    return subprocess.run(
        ["bash", "-c", f'"$0" -m capqa check "$@" {redirected}', sys.executable, *arguments, SEED],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("format_", ["text", "json"])
def test_a_full_disk_is_told_in_a_line(format_: str) -> None:
    done = ran("> /dev/full", "--format", format_)
    assert done.returncode == 2
    assert done.stderr == "capqa: cannot be printed: No space left on device\n"


@pytest.mark.parametrize("redirected", [">&-", "2>&-"])
def test_what_is_closed_is_done_without(redirected: str) -> None:
    done = ran(redirected)
    assert (done.returncode, done.stderr) == (1, "")
    assert ("Befreiungsaktion" in done.stdout) is (redirected == "2>&-")


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    done = ran("| head -n 1; exit ${PIPESTATUS[0]}", "--format", "json")
    assert (done.stdout, done.stderr) == ("{\n", "")
    assert done.returncode in (1, 2)
