"""Charts as inline SVG: bars with their names and counts written out, and a histogram.

Widths are percentages and heights pixels, so that a chart fills its place and its text keeps its
size.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.reports._html.elements import element
from capqa.reports._statistics import BANDS, band_name

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

_ROW, _BASELINE, _BAR_TOP, _BAR = 32, 14, 19, 9
_HEIGHT, _ABOVE, _BELOW = 130, 18, 20
_GAP = 0.006
_LOWEST_BAND = BANDS // 2
"""Findings below are rare; they widen the histogram when there are any."""

_LONGEST_NAME = 44


def bars(title: str, counts: Mapping[str, int], *, rest: tuple[str, int] | None = None) -> Element:
    """Return a figure with a horizontal bar for each name, in the order given.

    ``rest`` names and counts those without a bar of their own.
    """
    most = max(counts.values(), default=1)
    named = [*counts.items(), *([rest] if rest else [])]
    chart = _svg(title, [f"{name}: {count:,}" for name, count in named], _ROW * len(named))
    for index, (name, count) in enumerate(named):
        top = index * _ROW
        label = element("text", _cut(name), x=0, y=top + _BASELINE)
        label.append(element("title", name))
        number = element("text", f"{count:,}", x="100%", y=top + _BASELINE, class_="number")
        chart.extend((label, number))
        if index < len(counts):
            shares = ((1.0, "track"), (max(0.01, count / most), "bar"))
            for share, kind in shares:
                bar = element("rect", x=0, y=top + _BAR_TOP, width=_percent(share), class_=kind)
                bar.set("height", str(_BAR))
                chart.append(bar)
    return _figure(title, chart)


def histogram(title: str, bands: Mapping[int, int]) -> Element:
    """Return a figure with an upright bar for each confidence band that has findings."""
    first = min(_LOWEST_BAND, min(bands, default=_LOWEST_BAND))
    width = 1 / (BANDS - first)
    most = max(bands.values(), default=1)
    told = [f"{band_name(band)}: {bands[band]:,}" for band in sorted(bands)]
    floor = _ABOVE + _HEIGHT
    chart = _svg(title, told, floor + _BELOW)
    for band in sorted(bands):
        left = (band - first) * width
        height = max(2, round(_HEIGHT * bands[band] / most))
        bar = element("rect", x=_percent(left + _GAP / 2), y=floor - height, class_="bar")
        bar.set("width", _percent(width - _GAP))
        bar.set("height", str(height))
        bar.append(element("title", f"{band_name(band)}: {bands[band]:,}"))
        middle = _percent(left + width / 2)
        count = element("text", f"{bands[band]:,}", x=middle, y=floor - height - 5, class_="middle")
        chart.extend((bar, count))
    chart.append(element("line", x1=0, y1=floor, x2="100%", y2=floor, class_="axis"))
    for place, kind in ((0.0, "first"), (0.5, "middle"), (1.0, "number")):
        value = first / BANDS + place * (1 - first / BANDS)
        chart.append(element("text", f"{value:.2f}", x=_percent(place), y=floor + 15, class_=kind))
    return _figure(title, chart)


def _svg(title: str, told: list[str], height: int) -> Element:
    return element(
        "svg", role="img", aria_label=f"{title}. {', '.join(told)}", width="100%", height=height
    )


def _figure(title: str, chart: Element) -> Element:
    return element("figure", element("figcaption", title), chart)


def _percent(share: float) -> str:
    return f"{100 * share:.2f}%"


def _cut(name: str) -> str:
    # The end of a path tells more than its start.
    return name if len(name) <= _LONGEST_NAME else "…" + name[-_LONGEST_NAME + 1 :]
