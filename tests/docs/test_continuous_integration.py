"""What the page on checking gives other programs to run is what there is, and does what it says."""

from __future__ import annotations

import json
import re
import shlex
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.docs.drivers import WITHOUT_INSTALLING
from tests.shown_commands import DOCS, ROOT, fences, write_file
from tests.shown_terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

PAGE = DOCS / "tutorials" / "check.md"
SHOWN = {fence.title: fence for fence in fences(PAGE) if fence.title}

PACKAGE = """[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "capqa"
version = "1"
"""


def settings(name: str) -> Any:
    return yaml.safe_load(SHOWN[name].text)


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    """Return a terminal in a repository with the pages that the page begins with."""
    folder = tmp_path / "repository"
    for fence in fences(PAGE)[:3]:
        write_file(fence, folder)
    return Terminal(folder)


def test_the_workflow_gives_the_action_what_it_takes(terminal: Terminal) -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    (job,) = settings(".github/workflows/captions.yml")["jobs"].values()
    assert not [step for step in job["steps"] if "run" in step]
    (step,) = [step for step in job["steps"] if "/capqa@" in step["uses"]]
    assert step["with"].keys() <= action["inputs"].keys()
    # tests/test_action.py holds that the action runs this.
    given = f"--fail-on={step['with']['fail-on']} -- {step['with']['paths']}"
    assert terminal.run(f"capqa check --format=github {given}").count("::error file=pages/") == 3
    assert terminal.code == 1


def test_gitlab_installs_checks_and_finds_the_report(terminal: Terminal, tmp_path: Path) -> None:
    (job,) = settings(".gitlab-ci.yml").values()
    install, check = job["script"]
    # That capqa can be built is found out with the first page; this package is built at once.
    package = tmp_path / "capqa from somewhere"
    package.mkdir()
    (package / "pyproject.toml").write_text(PACKAGE, encoding="utf-8")
    (package / "capqa.py").touch()
    where = f"export CAPQA={shlex.quote(str(package))} {WITHOUT_INSTALLING}"
    printed = terminal.run(f"{where} && {install}")
    assert (terminal.code, printed) == (0, "")
    terminal.run(check)
    assert terminal.code == 1
    report = terminal.folder / job["artifacts"]["reports"]["codequality"]
    assert len(json.loads(report.read_text(encoding="utf-8"))) == 3
    assert job["artifacts"]["when"] == "always"


def test_the_hooks_are_there_and_take_their_arguments(terminal: Terminal) -> None:
    there = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    hooks = {hook["id"]: hook for hook in there}
    (repository,) = settings(".pre-commit-config.yaml")["repos"]
    codes = {}
    for named in repository["hooks"]:
        hook = hooks[named["id"]]
        paths = [path.relative_to(terminal.folder) for path in terminal.folder.rglob("*.*")]
        staged = [str(path) for path in paths if re.search(hook["files"], path.as_posix())]
        given = shlex.join([*named.get("args", ()), *staged])
        if staged:
            terminal.run(f"{hook['entry']} {given}")
            codes[named["id"]] = terminal.code
    assert codes == {"capqa-check": 1}
