"""Which files changed since a revision of the project's Git repository."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from capqa.errors import CapqaError


def changed_since(revision: str, folder: Path) -> frozenset[str]:
    """Return the absolute real paths of files that differ from a revision, new ones included.

    Those that are ignored by Git are not. Raises CapqaError when Git, the repository or the
    revision is missing.
    """
    top = _git(folder, "rev-parse", "--show-toplevel").rstrip(b"\n")
    # Verified first, so that what is no revision cannot be read as an option or a path.
    commit = _git(
        folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    ).strip()
    changed = _git(
        folder,
        "diff",
        "--name-only",
        "-z",
        "--no-renames",
        "--diff-filter=d",
        commit.decode(),
        "--",
    )
    new = _git(
        Path(os.fsdecode(top)), "ls-files", "-z", "--others", "--exclude-standard", "--full-name"
    )
    root = os.fsdecode(top)
    return frozenset(
        os.path.realpath(os.path.join(root, os.fsdecode(name)))
        for name in (changed + new).split(b"\0")
        if name
    )


def _git(folder: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=folder, capture_output=True, check=False, timeout=60
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CapqaError(
            f"Git cannot be asked: {error}", mend="install it, or leave --changed-since out"
        ) from error
    if done.returncode == 0:
        return done.stdout
    said = done.stderr.decode("utf-8", "replace").strip().splitlines()
    what = said[-1].removeprefix("fatal: ") if said else "there is no such revision"
    raise CapqaError(
        f"--changed-since cannot be told: {what}",
        mend="name a revision of this repository, such as HEAD or origin/main",
    )
