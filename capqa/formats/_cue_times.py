"""How long cues are shown, from the times that subtitle formats write."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_CLOCK: Final = re.compile(r"(?:(\d{1,6}):)?(\d{1,6}):(\d{1,6}(?:[.,]\d{0,9})?)(?::(\d{1,6}))?")
_OFFSET: Final = re.compile(r"(\d{1,12}(?:\.\d{0,9})?)(h|ms|m|s|f|t)")
_SECONDS: Final = {"h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001}
_USUAL_FRAMES: Final = 30.0
_NUMBER: Final = re.compile(r"\d{1,9}(?:\.\d{0,9})?")


def shown(begin: str, end: str) -> float | None:
    """Return the seconds from one time to another, None where they cannot be told."""
    first, last = moment(begin), moment(end)
    if first is None or last is None or last <= first:
        return None
    return round(last - first, 3)


def shown_in_ttml(
    times: Mapping[str, str], frame_rate: str = "", tick_rate: str = ""
) -> float | None:
    """Return the seconds that `begin`, `end` and `dur` of a TTML element say, None if nothing.

    The rates are what the document's root declares, frames and ticks a second.
    """
    frames = _rate(frame_rate) or _USUAL_FRAMES
    ticks = _rate(tick_rate) or (frames if frame_rate else 1.0)
    begin, end, length = (
        moment(times.get(name, ""), frames, ticks) for name in ("begin", "end", "dur")
    )
    lasting = [length] if length is not None else []
    if end is not None and (begin is not None or length is None):
        lasting.append(end - (begin or 0.0))
    # Where both are said the one that ends first holds.
    return round(min(lasting), 3) if lasting and min(lasting) > 0 else None


def moment(time: str, frames: float = _USUAL_FRAMES, ticks: float = 1.0) -> float | None:
    """Return the seconds a time says: "00:01:02,500", "1:02.5", "00:01:02:12", "62.5s", "12f"."""
    time = time.strip().replace(" ", "")
    clock = _CLOCK.fullmatch(time)
    if clock:
        hours, minutes, seconds, frame = clock.groups()
        whole = int(hours or 0) * 3600 + int(minutes) * 60 + float(seconds.replace(",", "."))
        return whole + int(frame or 0) / frames
    offset = _OFFSET.fullmatch(time)
    if not offset:
        return None
    unit = {**_SECONDS, "f": 1 / frames, "t": 1 / ticks}[offset[2]]
    return float(offset[1]) * unit


def _rate(written: str) -> float:
    return float(written) if _NUMBER.fullmatch(written.strip()) else 0.0
