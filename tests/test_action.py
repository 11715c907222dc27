"""The GitHub Action passes its inputs on as they are, whatever they say, and fails as it must."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

ROOT = Path(__file__).parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
STUB = """#!/bin/sh
printf '%s\\n' "$@" --END-- >> "$CALLS"
case "$*" in
  *--format=sarif*)
    for each; do case "$each" in --output=*) touch "${each#--output=}";; esac; done
    echo "$SAID" >&2; exit "$SARIF_CODE";;
  *--format=text*) echo "$TEXT"; exit "$CODE";;
  *) echo "$SAID" >&2; exit "$CODE";;
esac
"""
CAPQA = f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m capqa "$@"\n'
PYTHON = """#!/bin/sh
printf 'python %s\\n' "$*" >> "$CALLS"
for folder; do :; done
case "$*" in
  "-m venv"*)
    mkdir -p "$folder/bin"; cp "$0" "$folder/bin/python"; cp "$PROGRAM" "$folder/bin/capqa";;
esac
"""
HOSTILE = "$(touch pwned) `touch pwned` \"; touch pwned; ' ${{ github.token }} *"


class Ran(NamedTuple):
    """What came of the action: its exit code, what the log shows, its outputs and its summary."""

    code: int
    log: str
    outputs: dict[str, str]
    summary: str
    calls: list[list[str]]


class Runner:
    """Runs the steps of the composite action as GitHub does: a script each, in a file."""

    def __init__(self, folder: Path, program: str, **given: str) -> None:
        self.folder = folder
        self.contexts = {"github.action_path": str(ROOT)}
        inputs = {name: str(said["default"]) for name, said in ACTION["inputs"].items()}
        inputs |= {name.replace("_", "-"): value for name, value in given.items() if name.islower()}
        self.contexts |= {f"inputs.{name}": value for name, value in inputs.items()}
        self.temporary = folder / "temp"
        self.workspace = folder / "workspace"
        for each in (self.temporary, self.workspace):
            each.mkdir(exist_ok=True)
        self.python = self._program("python", PYTHON)
        self.environment = {
            **os.environ,
            "GITHUB_ACTIONS": "true",
            "GITHUB_WORKSPACE": str(self.workspace),
            "RUNNER_TEMP": str(self.temporary),
            "CALLS": str(folder / "calls"),
            "PROGRAM": str(self._program("capqa", program)),
            "SAID": "",
            "TEXT": "",
            **{name: value for name, value in given.items() if name.isupper()},
        }

    def run(self) -> Ran:
        log, code = "", 0
        for step in STEPS:
            if step.get("uses", "").startswith("actions/setup-python@"):
                self.contexts[f"steps.{step['id']}.outputs.python-path"] = str(self.python)
                continue
            code, said = self._step(step)
            log += said
            if code:
                break
        outputs = {
            name: value
            for name, said in ACTION["outputs"].items()
            if (value := self._evaluated(said["value"]))
        }
        summary = self.folder / "summary"
        calls = (self.folder / "calls").read_text(encoding="utf-8")
        called = re.sub(r"^python .*\n", "", calls, flags=re.MULTILINE).split("--END--\n")[:-1]
        return Ran(
            code,
            log,
            outputs,
            summary.read_text(encoding="utf-8") if summary.exists() else "",
            [call.splitlines() for call in called],
        )

    def _step(self, step: dict[str, Any]) -> tuple[int, str]:
        assert step["shell"] == "bash"
        script = self.temporary / f"{step['id']}.sh"
        script.write_text(step["run"], encoding="utf-8")
        output = self.temporary / f"{step['id']}.output"
        output.touch()
        given = {name: self._evaluated(value) for name, value in step.get("env", {}).items()}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", script],
            cwd=self.workspace / self._evaluated(step.get("working-directory", ".")),
            env={
                **self.environment,
                **given,
                "GITHUB_OUTPUT": str(output),
                "GITHUB_STEP_SUMMARY": str(self.folder / "summary"),
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            timeout=60,
        )
        for line in output.read_text(encoding="utf-8").splitlines():
            name, _, value = line.partition("=")
            self.contexts[f"steps.{step['id']}.outputs.{name}"] = value
        return done.returncode, done.stdout

    def _evaluated(self, text: str) -> str:
        found = re.fullmatch(r"\$\{\{ (\S+) \}\}", text)
        return self.contexts.get(found[1], "") if found else text

    def _program(self, name: str, content: str) -> Path:
        path = self.folder / name
        path.write_text(content, encoding="utf-8")
        path.chmod(0o755)
        return path


def run(folder: Path, program: str, **given: str) -> Ran:
    return Runner(folder, program, **given).run()


def obeyed(log: str) -> list[str]:
    """Return the lines of a log that the runner obeys: V2 commands, and V1 anywhere in a line."""
    lines, token = [], ""
    for line in log.splitlines():
        if token:
            token = "" if line == f"::{token}::" else token
        elif line.startswith("::stop-commands::"):
            token = line.removeprefix("::stop-commands::")
        elif line.lstrip().startswith("::") or "##[" in line:
            lines.append(line)
    assert not token
    return lines


def test_no_script_has_an_expression_in_it() -> None:
    for step in STEPS:
        assert "${{" not in step.get("run", "")
        assert ("run" in step) != ("uses" in step)


def test_each_input_is_described_and_used() -> None:
    used = str(STEPS)
    for name, said in ACTION["inputs"].items():
        assert said["description"]
        assert f"inputs.{name} " in used


def test_it_installs_what_it_is_and_leaves_the_python_of_the_job_alone(tmp_path: Path) -> None:
    run(tmp_path, STUB, CODE="0")
    calls = (tmp_path / "calls").read_text(encoding="utf-8").splitlines()
    made = tmp_path / "temp" / "capqa-action"
    assert calls[:2] == [
        f"python -m venv --clear {made}",
        f"python -m pip install --quiet --disable-pip-version-check {ROOT}",
    ]
    (python,) = [step for step in STEPS if "uses" in step]
    assert python["with"]["update-environment"] is False


def test_the_whole_repository_is_checked_unless_told_otherwise(tmp_path: Path) -> None:
    ran = run(tmp_path, STUB, CODE="0")
    assert (ran.code, ran.outputs, ran.summary) == (0, {"exit-code": "0"}, "")
    assert ran.calls == [["check", "--format=github", "--", "."]]


def test_inputs_are_passed_on_as_they_are(tmp_path: Path) -> None:
    ran = run(
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
    sarif = "--output=out $(touch pwned).sarif"
    assert ran.calls == [
        ["check", "--format=github", *passed],
        ["check", "--format=sarif", sarif, "--quiet", *passed],
        ["check", "--format=text", "--color=never", "--quiet", *passed],
    ]
    assert ran.code == 1
    assert ran.outputs == {"exit-code": "1", "sarif-file": "out $(touch pwned).sarif"}
    assert not list(tmp_path.rglob("pwned"))


@pytest.mark.parametrize(
    ("code", "sarif_code", "expected"), [("0", "0", 0), ("1", "1", 1), ("1", "2", 2), ("2", "1", 2)]
)
def test_the_worse_code_counts(tmp_path: Path, code: str, sarif_code: str, expected: int) -> None:
    ran = run(tmp_path, STUB, CODE=code, SARIF_CODE=sarif_code, sarif_file="a.sarif")
    assert ran.code == expected
    assert ran.outputs["exit-code"] == str(expected)


def test_no_output_is_forged_by_a_file_name(tmp_path: Path) -> None:
    ran = run(tmp_path, STUB, CODE="1", SARIF_CODE="1", sarif_file="a\nexit-code=0")
    assert ran.outputs["exit-code"] == "1"


def test_the_sarif_is_found_from_the_root_of_the_workspace(tmp_path: Path) -> None:
    (tmp_path / "workspace" / "site").mkdir(parents=True)
    given = {"CODE": "1", "SARIF_CODE": "1", "working_directory": "site"}
    ran = run(tmp_path, STUB, sarif_file="a.sarif", **given)
    assert ran.outputs["sarif-file"] == "site/a.sarif"
    assert (tmp_path / "workspace" / ran.outputs["sarif-file"]).is_file()
    absolute = str(tmp_path / "b.sarif")
    assert run(tmp_path, STUB, sarif_file=absolute, **given).outputs["sarif-file"] == absolute


def test_one_that_was_not_written_is_no_output(tmp_path: Path) -> None:
    stub = STUB.replace("touch", ":")
    ran = run(tmp_path, stub, CODE="1", SARIF_CODE="2", sarif_file="a.sarif")
    assert ran.outputs == {"exit-code": "2"}


@pytest.mark.parametrize(
    "said",
    [
        "capqa: ##[stop-commands]x.html: cannot be read",
        "    ::stop-commands::x: Geflüchtete Kinder",
        "::error::forged",
    ],
)
def test_what_is_said_beside_the_annotations_commands_nothing(tmp_path: Path, said: str) -> None:
    ran = run(tmp_path, STUB, CODE="2", SAID=said, SARIF_CODE="2", sarif_file="a.sarif")
    assert said in ran.log
    assert obeyed(ran.log) == []


def test_the_summary_is_no_markdown_and_fits(tmp_path: Path) -> None:
    text = "<img src=x>\n```\n# Heading"
    ran = run(tmp_path, STUB, CODE="1", TEXT=text, SAID="capqa: note: `x`")
    title, *lines = ran.summary.rstrip().splitlines()
    assert title == "### capqa"
    assert [line.strip() for line in lines if line] == ["capqa: note: `x`", *text.splitlines()]
    assert all(line.startswith("    ") for line in lines if line)
    endless = STUB.replace('echo "$TEXT"', "yes x")
    (tmp_path / "summary").unlink()
    assert 400_000 < len(run(tmp_path, endless, CODE="1").summary) < 1_000_000
    (tmp_path / "summary").unlink()
    assert run(tmp_path, STUB, CODE="1", summary="false").summary == ""


def test_findings_become_annotations(tmp_path: Path) -> None:
    page = tmp_path / "workspace" / "site" / "page.txt"
    page.parent.mkdir(parents=True)
    page.write_text("Irak | Befreiungsaktion ##[x] Mossul\nImage: AFP\n", encoding="utf-8")
    ran = run(tmp_path, CAPQA, paths="page.txt", working_directory="site", sarif_file="a.sarif")
    assert ran.code == 1
    (annotation,) = obeyed(ran.log)
    assert annotation.startswith("::error file=site/page.txt,line=1,")
    assert "page.txt:1:1: error: German left untranslated" in ran.summary
    assert (tmp_path / "workspace" / ran.outputs["sarif-file"]).is_file()


def test_what_cannot_be_checked_fails_and_is_in_the_summary(tmp_path: Path) -> None:
    ran = run(tmp_path, CAPQA, paths="nowhere.txt")
    assert (ran.code, ran.outputs) == (2, {"exit-code": "2"})
    assert "capqa: nowhere.txt: no such file" in ran.log
    assert "capqa: nowhere.txt: no such file" in ran.summary
