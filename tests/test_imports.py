"""What must stay out of the process, so that the gate starts fast and nothing phones home."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SEED = Path(__file__).parents[1] / "seeds" / "dw-mosul.txt"
HEAVY = ("textual", "rich", "argostranslate", "ctranslate2", "numpy", "minisbd", "onnxruntime")
REPORT = f"""
import sys
loaded = sorted(set({HEAVY!r}) & set(sys.modules))
print("LOADED", *loaded, file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("program", "code"),
    [
        ("import capqa", 0),
        ("import capqa.pipeline", 0),
        ("from capqa.__main__ import main; code = main(['--help'])", 0),
        (f"from capqa.__main__ import main; code = main(['check', {str(SEED)!r}])", 1),
        (
            f"from capqa.__main__ import main; code = main(['check', '--format=json', {str(SEED)!r}])",
            1,
        ),
    ],
    ids=["capqa", "pipeline", "help", "check", "check-json"],
)
def test_heavy_modules_stay_out(program: str, code: int) -> None:
    script = f"code = 0\ntry:\n    {program}\nexcept SystemExit as stop:\n    code = stop.code\n{REPORT}\nsys.exit(code)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stderr.splitlines()[-1] == "LOADED"
    assert done.returncode == code
