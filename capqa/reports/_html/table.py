"""The table of findings: a group of rows a file, a row a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.language_names import language_name
from capqa.model import Verdict
from capqa.reports import _prose
from capqa.reports._excerpts import excerpt, shortened
from capqa.reports._html.elements import add, element, joined

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from capqa.model import Evidence, Finding, Suggestion
    from capqa.pipeline import CheckedFile

COLUMNS = ("Place", "Text", "Proposal", "Why")

_MOST_WORDS = 16
_MOST_ALTERNATIVES = 3
_LONGEST_WORD = 40
_LONGEST_TEXT = 300
_LONGEST_ASIDE = 120


def heading() -> Element:
    """Return the table's heading."""
    cells = (
        element("th", title, scope="col", role="columnheader", class_=title.lower())
        for title in COLUMNS
    )
    return element("thead", element("tr", *cells, role="row"), role="rowgroup")


def rows(file: CheckedFile) -> Element:
    """Return a file's findings as a group of rows."""
    count = len(file.findings)
    title = element(
        "th",
        element("bdi", file.name),
        element("span", f"{count:,} finding" + ("" if count == 1 else "s"), class_="count"),
        colspan=len(COLUMNS),
        scope="rowgroup",
        role="rowheader",
    )
    group = element("tbody", element("tr", title, role="row", class_="file"), role="rowgroup")
    for finding, suggestion in zip(file.findings, file.suggestions, strict=True):
        group.append(_row(file.name, finding, suggestion))
    return group


def _row(name: str, finding: Finding, suggestion: Suggestion | None) -> Element:
    row = element("tr", role="row", data_language=finding.language, data_file=name)
    contents = (_place(finding), _text(finding), _proposal(finding, suggestion), _why(finding))
    for title, content in zip(COLUMNS, contents, strict=True):
        cell = element("td", role="cell", class_=title.lower())
        for each in content:
            cell.append(each)
        row.append(cell)
    return row


def _place(finding: Finding) -> Iterator[Element]:
    yield element("div", f"{finding.line}:{finding.column}", class_="position")
    yield element("div", _prose.place(finding), class_="note")


def _text(finding: Finding) -> Iterator[Element]:
    language = language_name(finding.language)
    yield element(
        "div",
        element("span", finding.severity.value, class_=f"badge {finding.severity.value}"),
        " ",
        element("span", finding.message, class_="message"),
        class_="note",
        title=f"{finding.rule}, {language}",
    )
    for line in excerpt(finding):
        marked = element("mark", line.marked, lang=finding.language)
        yield element("div", line.before, marked, line.after, dir="auto", class_="line")


def _proposal(finding: Finding, suggestion: Suggestion | None) -> Iterator[Element]:
    if suggestion is None:
        if missing := _prose.proposal(finding, None):
            yield element("div", missing, class_="note")
        return
    text = shortened(suggestion.text, _LONGEST_TEXT) or _prose.REMOVE
    yield element("div", text, dir="auto", class_="line")
    yield element("div", suggestion.origin, class_="note")
    for warning in _warnings(suggestion):
        yield element("div", warning, class_="doubt")
    for alternative in suggestion.alternatives[:_MOST_ALTERNATIVES]:
        or_ = element("bdi", shortened(alternative, _LONGEST_ASIDE))
        yield element("div", "or: ", or_, class_="note")


def _warnings(suggestion: Suggestion) -> Iterator[str]:
    if suggestion.unknown:
        yield f"not translated: {shortened(', '.join(suggestion.unknown), _LONGEST_ASIDE)}"
    for term in suggestion.terms:
        if term.verdict is not Verdict.KEPT:
            yield f"term {term.verdict.value}: {term.source} → {term.target}"
    for check in suggestion.checks:
        if not check.passed and not suggestion.unknown:
            yield f"check failed: {check.name}: {check.message}"


def _why(finding: Finding) -> Iterator[Element]:
    shown = _prose.confidence(finding)
    if not shown:
        yield element("div", finding.rule, class_="note")
        return
    meter = element("meter", shown, min=0, max=1, value=f"{finding.confidence:.4f}")
    yield element("div", "confidence ", shown, " ", meter, class_="note")
    words = [each for each in finding.evidence if each.weight]
    if words:
        chips = element("ul", class_="evidence")
        yield joined(chips, map(_chip, words[:_MOST_WORDS]))
        if len(words) > _MOST_WORDS:
            add(chips, element("li", f"and {len(words) - _MOST_WORDS:,} more"))


def _chip(each: Evidence) -> Element:
    return element(
        "li",
        element("bdi", shortened(each.text, _LONGEST_WORD)),
        element("small", f" {each.weight:+.1f} {each.detail or each.kind}"),
        class_="for" if each.weight > 0 else "against",
    )
