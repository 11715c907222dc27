"""What must stay out of the process, so that the gate starts fast and nothing phones home."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SEED = Path(__file__).parents[1] / "seeds" / "dw-mosul.txt"
HEAVY = ("textual", "rich", "argostranslate", "ctranslate2", "numpy", "minisbd", "onnxruntime")
SERVERS = ("starlette", "uvicorn", "aiohttp", "textual_serve", "pygls", "lsprotocol", "asyncio")
# A check without decisions looks for their log and no more; no check ever asks a server.
UNNEEDED = (
    "sqlite3",
    "sqlalchemy",
    "pg8000",
    "capqa.review.pairs",
    "capqa.translation.engines.memory",
    "http.client",
)
SCRIPT = f"""
import sys
code = 0
try:
    PROGRAM
except SystemExit as stopped:
    code = stopped.code
print("LOADED", *sorted(set({HEAVY + SERVERS + UNNEEDED!r}) & set(sys.modules)), file=sys.stderr)
sys.exit(code)
"""
MAIN = "from capqa.__main__ import main; code = main"


@pytest.mark.parametrize(
    ("program", "code"),
    [
        ("import capqa", 0),
        ("import capqa.pipeline", 0),
        (f"{MAIN}(['--help'])", 0),
        (f"{MAIN}(['check', {str(SEED)!r}])", 1),
        (f"{MAIN}(['check', '--format=json', {str(SEED)!r}])", 1),
    ],
    ids=["capqa", "pipeline", "help", "check", "check-json"],
)
def test_heavy_modules_stay_out(program: str, code: int, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT.replace("PROGRAM", program)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(SEED.parents[1])},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.stderr.splitlines()[-1] == "LOADED"
    assert done.returncode == code
