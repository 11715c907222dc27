"""The tables of the report: captions that repeat, unknown words, sections and months."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.audit.tallies import Cell, Tally
from capqa.language_names import language_name
from capqa.reports._audit.figures import UNKNOWN, per_thousand
from capqa.reports._excerpts import shortened
from capqa.reports._html.elements import element

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from xml.etree.ElementTree import Element

    from capqa.audit.summary.content import Repeated, Summary

MOST_REPEATED: Final = 200
"""How many captions that repeat are shown; summary.json has more."""

_MOST_WORDS: Final = 100
_MOST_SECTIONS: Final = 100
_LONGEST: Final = 240
_BEFORE: Final = 60
_LONGEST_PLACE: Final = 120


def parts(summary: Summary) -> Iterator[Element]:
    """Yield the tables that have rows, each with its heading."""
    if summary.repeated:
        yield _part(
            "Repeated captions",
            "One mend of the source of a caption mends all its pages.",
            ("", "Pages", "Text", "Proposal", "Where"),
            (_repeated(rank, each) for rank, each in enumerate(summary.repeated, start=1)),
            MOST_REPEATED,
        )
    if summary.unknown_words:
        yield _part(
            "Repeated unknown words",
            "No glossary knows them; capqa glossary suggest reads them from this folder.",
            ("Word", "Language", "Findings"),
            (
                (element("bdi", shortened(each.word, _LONGEST_PLACE)), language_name(each.language),
                 f"{each.count:,}")
                for each in summary.unknown_words
            ),
            _MOST_WORDS,
        )  # fmt: skip
    tally = Tally(summary.cells)
    sections = sorted(tally.by_section().items(), key=lambda each: (-each[1].findings, each[0]))
    if any(name for name, _ in sections):
        yield _counts("Sections", "Section", sections, _MOST_SECTIONS)
    months = sorted(tally.by_month().items(), reverse=True)
    if any(name for name, _ in months):
        yield _counts("Months", "Month", months, len(months))


def _repeated(rank: int, each: Repeated) -> tuple[Element | str, ...]:
    at = each.start - each.segment_offset
    end = min(at + len(each.text), at + _LONGEST)
    before = each.segment[max(0, at - _BEFORE) : at]
    marked = element("mark", each.segment[at:end], lang=each.language)
    after = shortened(each.segment[end:], _BEFORE)
    text = element(
        "div",
        element("div", before, marked, after, dir="auto", class_="line"),
        element("div", f"{language_name(each.language)}, {each.rule}", class_="note"),
    )
    months = " to ".join(dict.fromkeys(month for month in each.months if month))
    sections = ", ".join(f"{name or UNKNOWN} ({n:,})" for name, n in each.sections.items())
    where = element(
        "div",
        element(
            "div", "as on ", element("bdi", shortened(each.page or each.record, _LONGEST_PLACE))
        ),
        element("div", element("bdi", sections), class_="note"),
        element("div", months, class_="note"),
    )
    proposal = element("div", shortened(each.suggestion or "", _LONGEST), dir="auto", class_="line")
    return str(rank), f"{each.pages:,}", text, proposal, where


def _counts(title: str, name: str, cells: Sequence[tuple[str, Cell]], most: int) -> Element:
    rows = (
        (
            element("bdi", each or UNKNOWN),
            f"{cell.records:,}",
            f"{cell.texts:,}",
            f"{cell.findings:,}",
            per_thousand(cell),
        )
        for each, cell in cells
    )
    heads = (name, "Records", "Texts", "Findings", "Of 1,000 texts")
    return _part(title, "", heads, rows, most)


_NUMBERS: Final = frozenset({"", "Pages", "Findings", "Records", "Texts", "Of 1,000 texts"})


def _part(
    title: str,
    note: str,
    heads: Sequence[str],
    rows: Iterable[Sequence[Element | str]],
    most: int,
) -> Element:
    body = element("tbody")
    left = 0
    for row in rows:
        if len(body) >= most:
            left += 1
            continue
        cells = (
            element("td", content, class_=_kind(head), data_title=head or None)
            for head, content in zip(heads, row, strict=True)
        )
        body.append(element("tr", *cells))
    columns = (element("th", head, scope="col", class_=_kind(head)) for head in heads)
    table = element("table", element("thead", element("tr", *columns)), body, class_="plain")
    part = element("section", element("h2", title))
    if note:
        part.append(element("p", note, class_="note"))
    part.append(table)
    if left:
        part.append(element("p", f"{left:,} more are in summary.json.", class_="note"))
    return part


def _kind(head: str) -> str | None:
    if not head:
        return "rank"
    return "number" if head in _NUMBERS else None
