"""The GitHub Action passes its inputs on as they are, whatever they say, and fails as it must."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
CHECK = next(step for step in STEPS if step.get("id") == "check")
STUB = """#!/bin/sh
printf '%s\\n' "$@" --END-- >> "$CALLS"
case "$*" in *--format=sarif*) exit "$SARIF_CODE";; *) exit "$CODE";; esac
"""
HOSTILE = "$(touch pwned) `touch pwned` \"; touch pwned; ' ${{ github.token }} *"


def run(folder: Path, program: str, **given: str) -> tuple[int, str]:
    """Run the step that checks, with inputs, as GitHub does; return its code and outputs."""
    (folder / "bin").mkdir(exist_ok=True)
    capqa = folder / "bin" / "capqa"
    capqa.write_text(program, encoding="utf-8")
    capqa.chmod(0o755)
    inputs = {name: str(said["default"]) for name, said in ACTION["inputs"].items()}
    inputs |= {name.replace("_", "-"): value for name, value in given.items() if name.islower()}
    environment = {
        variable: inputs[value.removeprefix("${{ inputs.").removesuffix(" }}")]
        for variable, value in CHECK["env"].items()
    }
    environment |= {name: value for name, value in given.items() if name.isupper()}
    output = folder / "output"
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", CHECK["run"]],
        cwd=folder,
        env={
            **os.environ,
            **environment,
            "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "CALLS": str(folder / "calls"),
            "GITHUB_OUTPUT": str(output),
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return done.returncode, done.stdout + output.read_text(encoding="utf-8")


def calls(folder: Path) -> list[list[str]]:
    written = (folder / "calls").read_text(encoding="utf-8")
    return [call.splitlines() for call in written.split("--END--\n")[:-1]]


def test_no_script_has_an_expression_in_it() -> None:
    for step in STEPS:
        assert "${{" not in step.get("run", "")
        assert ("run" in step) != ("uses" in step)


def test_each_input_is_described_and_used() -> None:
    used = str(STEPS)
    for name, said in ACTION["inputs"].items():
        assert said["description"]
        assert f"inputs.{name} " in used


def test_it_installs_what_it_is() -> None:
    (install,) = [step for step in STEPS if "pip install" in step.get("run", "")]
    assert install["env"] == {"CAPQA_ACTION": "${{ github.action_path }}"}
    assert '"$CAPQA_ACTION"' in install["run"]


def test_the_whole_repository_is_checked_unless_told_otherwise(tmp_path: Path) -> None:
    assert run(tmp_path, STUB, CODE="0")[0] == 0
    assert calls(tmp_path) == [["check", "--format=github", "--", "."]]


def test_inputs_are_passed_on_as_they_are(tmp_path: Path) -> None:
    code, output = run(
        tmp_path,
        STUB,
        CODE="1",
        SARIF_CODE="1",
        paths=f"pages/a b.html\n\n--target=de\n{HOSTILE}\n",
        fail_on="error; touch pwned",
        target=HOSTILE,
        args=f"--min-confidence\n0.9\n{HOSTILE}",
        sarif_file="out $(touch pwned).sarif",
    )
    passed = ["--fail-on=error; touch pwned", f"--target={HOSTILE}", "--min-confidence", "0.9"]
    passed += [HOSTILE, "--", "pages/a b.html", "--target=de", HOSTILE]
    assert calls(tmp_path) == [
        ["check", "--format=github", *passed],
        ["check", "--format=sarif", "--output=out $(touch pwned).sarif", *passed],
    ]
    assert code == 1
    assert "exit-code=1\n" in output
    assert "sarif-file=out $(touch pwned).sarif\n" in output
    assert not (tmp_path / "pwned").exists()


@pytest.mark.parametrize(
    ("code", "sarif_code", "expected"), [("0", "0", 0), ("1", "1", 1), ("1", "2", 2), ("2", "1", 2)]
)
def test_the_worse_code_counts(tmp_path: Path, code: str, sarif_code: str, expected: int) -> None:
    told = run(tmp_path, STUB, CODE=code, SARIF_CODE=sarif_code, sarif_file="a.sarif")
    assert told[0] == expected
    assert f"exit-code={expected}\n" in told[1]


def test_no_output_is_forged_by_a_file_name(tmp_path: Path) -> None:
    _, output = run(tmp_path, STUB, CODE="1", SARIF_CODE="1", sarif_file="a\nexit-code=0")
    assert "exit-code=0\n" not in output.splitlines(keepends=True)


def test_findings_become_annotations(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Irak | Befreiungsaktion Mossul\nImage: AFP\n", encoding="utf-8")
    program = f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m capqa "$@"\n'
    code, output = run(tmp_path, program, paths="page.txt")
    assert code == 1
    assert output.startswith("::error file=page.txt,line=1,")
