"""A terminal in a folder, in which the commands of a page are run as its reader runs them."""

from __future__ import annotations

import io
import os
import re
import shlex
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING

import pytest

from capqa.__main__ import main
from tests.shown_commands import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PLACEHOLDERS = (
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[\d.]*(?:Z|\+00:00)"), "TIME"),
    (re.compile(r"(?<=; )\d{4}-\d\d-\d\d(?=\)$)", re.MULTILINE), "DATE"),
    (re.compile(r"(?<= in )\d+\.\d\ds$", re.MULTILINE), "TIME"),
    (re.compile(re.escape(f"{ROOT}/") + r"(glossaries/[\w.-]+):\d+"), r"CAPQA/\1:LINE"),
)
"""What is not the same for each reader, and what pages show in its place."""


class Terminal:
    """Runs commands in a folder, one after the other.

    `capqa` runs in this process, unless a shell has something to do for it or packages were
    installed: those go where only the processes begun here see them. ``code`` is the exit code of
    the latest command.
    """

    def __init__(self, folder: Path) -> None:
        """Begin in a folder, with one beside it for programs and packages."""
        self.folder = folder
        self.code = 0
        around = folder.parent / f"{folder.name}-terminal"
        self._packages = around / "packages"
        programs = around / "bin"
        programs.mkdir(parents=True)
        for name, module in (("capqa", "-m capqa"), ("python", ""), ("pip", "-m pip")):
            program = programs / name
            program.write_text(f'#!/bin/sh\nexec "{sys.executable}" {module} "$@"\n', "utf-8")
            program.chmod(0o755)
        self._environment = {
            "CAPQA_REVIEWER": "ana",
            "CAPQA_TRACEBACK": "1",  # a defect must fail the test, not become what is shown
            "COLUMNS": "80",
            "GIT_AUTHOR_EMAIL": "ana@desk.example",
            "GIT_AUTHOR_NAME": "Ana",
            "GIT_COMMITTER_EMAIL": "ana@desk.example",
            "GIT_COMMITTER_NAME": "Ana",
            "GIT_CONFIG_NOSYSTEM": "1",
            "HOME": str(around),
            "LOGNAME": "ana",
            "NO_COLOR": "1",
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": f"{ROOT}{os.pathsep}{self._packages}",
            # Packages are built and installed without asking a registry for anything.
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            "PIP_NO_BUILD_ISOLATION": "0",
            "PIP_NO_DEPS": "1",
            "PIP_NO_INDEX": "1",
            "PIP_ROOT_USER_ACTION": "ignore",
            "PIP_TARGET": str(self._packages),
        }

    def run(self, command: str, shown: str = "", *, is_seen: bool = False) -> str:
        """Run a command and return what the terminal shows of it.

        What is typed at a prompt is what ``shown`` has there. Where it is not seen, no command
        opens a screen or draws its progress.
        """
        with pytest.MonkeyPatch.context() as patch, chdir(self.folder):
            for name, value in self._environment.items():
                patch.setenv(name, value)
            if self._needs_a_shell(command):
                printed = self._in_a_shell(command)
            else:
                printed = self._in_this_process(shlex.split(command)[1:], shown, is_seen)
        for varying, placeholder in PLACEHOLDERS:
            printed = varying.sub(placeholder, printed)
        return printed

    def _needs_a_shell(self, command: str) -> bool:
        if not command.startswith("capqa ") or self._packages.exists():
            return True
        return bool(re.search(r"[|&;<>()$`*~]", re.sub(r"'[^']*'|\"[^\"$`]*\"", "", command)))

    def _in_a_shell(self, command: str) -> str:
        done = subprocess.run(
            ["bash", "-c", f"(exit {self.code})\n{command}"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        self.code = done.returncode
        return done.stdout

    def _in_this_process(self, arguments: list[str], shown: str, is_seen: bool) -> str:
        screen = _Screen(io.BytesIO(), encoding="utf-8", write_through=True)
        screen.is_seen = is_seen
        with (
            pytest.MonkeyPatch.context() as patch,
            redirect_stdout(screen),
            redirect_stderr(screen),
        ):
            patch.setattr(sys, "stdin", _Keyboard(screen, shown))
            try:
                self.code = main(arguments)
            except SystemExit as stopped:
                self.code = int(stopped.code or 0)
        return screen.shown


class _Screen(io.TextIOWrapper):
    """Shows what is printed."""

    is_seen = False

    def isatty(self) -> bool:
        return self.is_seen

    @property
    def shown(self) -> str:
        """All that is on it."""
        buffer = self.buffer
        assert isinstance(buffer, io.BytesIO)
        return buffer.getvalue().decode("utf-8")


class _Keyboard(io.StringIO):
    """Types at each prompt what a page shows after it, and lets the screen show it."""

    def __init__(self, screen: _Screen, shown: str) -> None:
        super().__init__()
        self._screen = screen
        self._shown = shown
        self._position = 0

    def isatty(self) -> bool:
        return True

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        prompt = self._screen.shown.rpartition("\n")[2]
        found = self._shown.find(f"\n{prompt}", self._position) if prompt else -1
        if found < 0:
            return ""
        start = found + 1 + len(prompt)
        self._position = self._shown.index("\n", start)
        typed = self._shown[start : self._position + 1]
        self._screen.write(typed)
        return typed
