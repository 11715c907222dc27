"""Who makes a change: as told, else as Git knows them, else by the login name."""

from __future__ import annotations

import getpass
import subprocess
from typing import Final

from capqa.errors import ConfigurationError
from capqa.glossary.editing.cells import clean
from capqa.visible import visible

_PATIENCE: Final = 5.0


def author(stated: str | None = None) -> str:
    """Return the name for the history. Raises ConfigurationError when there is none to be had."""
    if stated is not None:
        name = clean("--by", stated)
        if name:
            return name
    for found in (_git_name, _login_name):
        if name := visible(" ".join(found().split())):
            return name
    raise ConfigurationError("nobody is known to make this change", mend="give --by NAME")


def _git_name() -> str:
    try:
        done = subprocess.run(
            ["git", "config", "user.name"],
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""
