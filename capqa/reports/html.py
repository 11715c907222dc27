"""Findings as one self-contained page with charts, for people who do not use a terminal.

It asks nothing of the network and runs no script but its own filter, without which it works too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa import __version__
from capqa.language_names import language_name
from capqa.reports._html import charts, skeleton, table
from capqa.reports._html.elements import element, written
from capqa.reports._notes import notes
from capqa.reports._statistics import Statistics

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

    from capqa.pipeline import CheckedFile
    from capqa.reports import ReportOptions

_FILTER = "filter.js"


def render(files: Iterable[CheckedFile], options: ReportOptions) -> Iterator[str]:
    """Yield the page once all files are checked: it begins with what they amount to."""
    statistics = Statistics()
    errors: list[str] = []
    said: list[str] = []
    groups: list[str] = []
    for file in statistics.counted(files):
        if file.error:
            errors.append(file.error)
        said += notes(file)
        if file.findings:
            groups.append(written(table.rows(file)))
    yield from skeleton.head(_title(statistics), script=_FILTER)
    yield written(_summary(statistics))
    yield from _messages("Could not be checked", errors, "bad")
    yield from _messages("Notes", said, "")
    if statistics.findings:
        yield written(_charts(statistics))
        yield '<section aria-labelledby="findings">\n<h2 id="findings">Findings</h2>\n'
        yield written(_filter(statistics))
        yield '\n<table role="table" aria-labelledby="findings">\n' + written(table.heading())
        for group in groups:
            yield "\n" + group
        yield "\n</table>\n</section>\n"
    yield written(element("footer", f"capqa {__version__}"))
    yield "\n" + skeleton.foot(script=_FILTER)


def _summary(statistics: Statistics) -> Element:
    verdict, kind = _verdict(statistics)
    counts = (
        ("files checked", statistics.files),
        ("findings", statistics.findings),
        ("files with findings", len(statistics.paths)),
        ("could not be checked", statistics.errors),
    )
    cells = (
        element("div", element("dt", name), element("dd", f"{count:,}")) for name, count in counts
    )
    return element(
        "header",
        element("h1", "Check before publication"),
        element("p", verdict, class_=f"verdict {kind}"),
        element("dl", *cells, class_="counts"),
    )


def _verdict(statistics: Statistics) -> tuple[str, str]:
    if statistics.errors:
        count = statistics.errors
        what = f"{count:,} input could" if count == 1 else f"{count:,} inputs could"
        return f"✗ {_found(statistics)}; {what} not be checked", "bad"
    if statistics.findings:
        return f"✗ {_found(statistics)}", "bad"
    if statistics.files:
        return "✓ No findings", "good"
    return "Nothing was checked", "bad"


def _found(statistics: Statistics) -> str:
    findings = f"{statistics.findings:,} finding" + ("" if statistics.findings == 1 else "s")
    files = f"{statistics.files:,} file" + ("" if statistics.files == 1 else "s")
    return f"{findings} in {len(statistics.paths):,} of {files}"


def _title(statistics: Statistics) -> str:
    return f"capqa: {_verdict(statistics)[0].lstrip('✗✓ ')}"


def _messages(title: str, messages: list[str], kind: str) -> Iterator[str]:
    if messages:
        items = (element("li", element("bdi", message)) for message in messages)
        listed = element("ul", *items, class_=f"messages {kind}".strip())
        yield "\n" + written(element("section", element("h2", title), listed)) + "\n"


def _charts(statistics: Statistics) -> Element:
    paths, rest = statistics.top_paths()
    figures = (
        element(
            "div",
            charts.bars("Findings by language", statistics.named_languages()),
            charts.histogram("Findings by confidence", statistics.bands),
        ),
        charts.bars("Findings by file", paths, rest=rest),
    )
    return element(
        "section", element("h2", "At a glance"), element("div", *figures, class_="charts")
    )


def _filter(statistics: Statistics) -> Element:
    languages = sorted((language_name(code), code) for code in statistics.languages if code)
    files = [(name, name) for name in sorted(statistics.paths)]
    return element(
        "form",
        element("label", "Language", _choice("language", languages)),
        element("label", "File", _choice("file", files)),
        element("label", "Words", element("input", name="words", type="search")),
        element("button", "Show all", type="reset"),
        element("output", aria_live="polite"),
        id="filter",
        hidden="",
    )


def _choice(name: str, values: list[tuple[str, str]]) -> Element:
    options = (element("option", shown, value=value) for shown, value in values)
    return element("select", element("option", "all", value=""), *options, name=name)
