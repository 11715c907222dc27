"""The charts of the report: by language, by section, by rule, and over the months."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from capqa.audit.summary.drift import interval
from capqa.audit.tallies import Cell, Tally
from capqa.language_names import language_name
from capqa.reports._html import charts
from capqa.reports._html.elements import element
from capqa.reports._html.over_time import Point, over_time
from capqa.reports._xml import safe

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

    from capqa.audit.summary.content import Drift, Summary

UNKNOWN: Final = "not known"
"""What a section or a month is called that nothing tells."""

_MOST_BARS: Final = 12
_MOST_MONTHS: Final = 120
_PER: Final = 1_000


def at_a_glance(summary: Summary) -> Element:
    """Return the section with the charts."""
    tally = Tally(summary.cells)
    total = tally.total()
    sections = {safe(name) or UNKNOWN: cell.findings for name, cell in tally.by_section().items()}
    named = {language_name(code): count for code, count in total.languages.items() if code}
    parts = [
        element(
            "div",
            _bars("Findings by language", named),
            _bars("Findings by rule", total.rules),
        ),
        _bars("Findings by section", sections),
    ]
    section = element(
        "section", element("h2", "At a glance"), element("div", *parts, class_="charts")
    )
    months = {month: cell for month, cell in tally.by_month().items() if month}
    if months:
        title = "Texts with findings, of 1,000, by month"
        if len(months) > _MOST_MONTHS:
            months, title = _years(months), "Texts with findings, of 1,000, by year"
        section.append(element("h2", "Drift over time"))
        section.append(element("p", drift_in_words(summary.drift)))
        section.append(over_time(title, [_point(*each) for each in months.items()]))
    return section


def drift_in_words(drift: Drift) -> str:
    """Return what a drift is, in a sentence."""
    if not drift.before[0]:
        return "There are too few months to tell whether findings become more or fewer."
    rates = (
        f"{drift.rate_lately * _PER:.1f} of 1,000 texts have findings from {drift.lately[0]} to "
        f"{drift.lately[1]}; from {drift.before[0]} to {drift.before[1]} it was "
        f"{drift.rate_before * _PER:.1f}"
    )
    return {
        "rose": f"Findings became more: {rates}.",
        "fell": f"Findings became fewer: {rates}.",
        "steady": f"No change beyond chance: {rates}.",
    }.get(drift.change, f"Too few texts to tell a change from chance: {rates}.")


def per_thousand(cell: Cell) -> str:
    """Return how many of 1,000 texts have findings, "–" without texts."""
    return f"{cell.flagged / cell.texts * _PER:,.1f}" if cell.texts else "–"


def _point(time: str, cell: Cell) -> Point:
    low, high = interval(cell.flagged, cell.texts)
    value = cell.flagged / cell.texts * _PER if cell.texts else 0.0
    told = f"{time}: {value:.1f} of 1,000 ({cell.flagged:,} of {cell.texts:,})"
    return Point(time, value, low * _PER, high * _PER, told)


def _years(months: Mapping[str, Cell]) -> dict[str, Cell]:
    years: dict[str, Cell] = {}
    for month, cell in months.items():
        years.setdefault(month[:4], Cell("", month[:4])).add(cell)
    return years


def _bars(title: str, counts: Mapping[str, int]) -> Element:
    ranked = [(name, count) for name, count in Counter(counts).most_common() if count]
    shown, others = ranked[:_MOST_BARS], ranked[_MOST_BARS:]
    rest = (f"{len(others):,} more", sum(count for _, count in others)) if others else None
    return charts.bars(title, dict(shown), rest=rest)
