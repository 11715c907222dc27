"""Every folder of ``cases`` is a command line with what it must print and return.

``command`` is the command line, run in a copy of ``input`` with what is in ``stdin`` piped into it;
``exit_code``, ``stdout`` and ``stderr`` are what is expected (a missing file means nothing printed;
the folder the command ran in is written as ``CASE``). With CAPQA_UPDATE_CASES=1 the expectations
are written instead of compared: read the difference before you commit it.
"""

from __future__ import annotations

import io
import os
import shlex
import shutil
import sys
from pathlib import Path

import pytest

from capqa.__main__ import main

CASES = Path(__file__).parent / "cases"
UPDATE = bool(os.environ.get("CAPQA_UPDATE_CASES"))


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_case(
    case: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = CASES / case
    if (folder / "input").is_dir():
        shutil.copytree(folder / "input", tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    # A defect must fail the case, not become what it expects.
    monkeypatch.setenv("CAPQA_TRACEBACK", "1")
    if (folder / "stdin").exists():
        piped = io.TextIOWrapper(io.BytesIO((folder / "stdin").read_bytes()))
        monkeypatch.setattr(sys, "stdin", piped)
    program, *arguments = shlex.split((folder / "command").read_text(encoding="utf-8"))
    assert program == "capqa"
    try:
        code = main(arguments)
    except SystemExit as stopped:
        code = int(stopped.code or 0)
    printed = capsys.readouterr()
    out, err = (text.replace(str(tmp_path), "CASE") for text in (printed.out, printed.err))
    if UPDATE:
        _write(folder / "exit_code", f"{code}\n")
        _write(folder / "stdout", out)
        _write(folder / "stderr", err)
    assert err == _expected(folder / "stderr")
    assert out == _expected(folder / "stdout")
    assert code == int((folder / "exit_code").read_text(encoding="utf-8"))


def _expected(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _write(path: Path, text: str) -> None:
    if text:
        path.write_text(text, encoding="utf-8")
    else:
        path.unlink(missing_ok=True)
