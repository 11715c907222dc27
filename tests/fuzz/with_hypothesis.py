"""Fuzzes one format with hypothesis, where atheris cannot be installed."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeAlias

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.formats.samples import path_of
from tests.fuzz.target import target_for

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROUND = 200

Change: TypeAlias = tuple[int, int, bytes]
"""Where bytes are replaced, how many, and by what."""


def fuzz(format_: str, seconds: float) -> int:
    """Change a format's sample for some time and return how many files were tried.

    Raises what a file broke, with hypothesis' account of the smallest such file.
    """
    sample = path_of(format_).read_bytes()
    tried = target_for(format_)
    count = 0
    changes = st.lists(
        st.tuples(st.integers(0, len(sample)), st.integers(0, 20), st.binary(max_size=8)),
        max_size=8,
    )

    @settings(
        max_examples=_ROUND,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(changes.map(lambda each: changed(sample, each)))
    def survives(data: bytes) -> None:
        nonlocal count
        count += 1
        tried(data)

    end = time.monotonic() + seconds
    while time.monotonic() < end:
        survives()
    return count


def changed(data: bytes, changes: Sequence[Change]) -> bytes:
    """Return bytes with the changes made, one after the other."""
    for start, length, new in changes:
        data = data[:start] + new + data[start + length :]
    return data
