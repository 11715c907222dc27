"""Naming the first few of what is missing, in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.model import Check

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHOWN = 3


def result(name: str, problem: str, culprits: Sequence[str]) -> Check:
    """Return a check that passed if nothing is listed, else failed: "problem: a, b, c"."""
    if not culprits:
        return Check(name, passed=True)
    listed = ", ".join(culprits[:_SHOWN]) + (", ..." if len(culprits) > _SHOWN else "")
    return Check(name, passed=False, message=f"{problem}: {listed}")
