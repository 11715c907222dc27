"""A chart of shares over time as inline SVG: an upright bar a month with the range it may be in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from capqa.reports._html.elements import element

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

_HEIGHT, _ABOVE, _BELOW = 150, 18, 20
_GAP = 0.15
_MOST_LABELS = 12


class Point(NamedTuple):
    """A value of a time, the range that it is in with 95 % certainty, and what is told of it."""

    time: str
    value: float
    low: float
    high: float
    told: str


def over_time(title: str, points: Sequence[Point]) -> Element:
    """Return a figure with a bar for each point, in the order given."""
    floor = _ABOVE + _HEIGHT
    most = max((max(point.value, min(point.high, 2 * point.value)) for point in points), default=0)
    scale = _HEIGHT / most if most else 0.0
    chart = element(
        "svg",
        role="img",
        aria_label=f"{title}. {', '.join(point.told for point in points)}",
        width="100%",
        height=floor + _BELOW,
    )
    width = 1 / max(len(points), 1)
    every = -(-len(points) // _MOST_LABELS) or 1
    for index, point in enumerate(points):
        height = max(1.0 if point.value else 0.0, point.value * scale)
        bar = element("rect", x=_percent((index + _GAP / 2) * width), class_="bar")
        bar.set("y", f"{floor - height:.1f}")
        bar.set("width", _percent(width * (1 - _GAP)))
        bar.set("height", f"{height:.1f}")
        bar.append(element("title", point.told))
        chart.append(bar)
        middle = _percent((index + 0.5) * width)
        whisker = element("line", x1=middle, x2=middle, class_="range")
        whisker.set("y1", f"{floor - min(point.low * scale, _HEIGHT):.1f}")
        whisker.set("y2", f"{floor - min(point.high * scale, _HEIGHT):.1f}")
        chart.append(whisker)
        if index % every == 0:
            kind = "middle" if len(points) > 1 else "first"
            chart.append(element("text", point.time, x=middle, y=floor + 15, class_=kind))
    if most:
        chart.append(element("text", f"{most:.3g}", x=0, y=12, class_="first"))
    chart.append(element("line", x1=0, y1=floor, x2="100%", y2=floor, class_="axis"))
    return element("figure", element("figcaption", title), chart)


def _percent(share: float) -> str:
    return f"{100 * share:.2f}%"
