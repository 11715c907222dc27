"""The page as a whole: what the audit amounts to, then each part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa import __version__
from capqa.reports._audit import figures, tables
from capqa.reports._html import skeleton
from capqa.reports._html.elements import element, written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from capqa.audit.summary.content import Summary

_MOST_MESSAGES = 20


def render(summary: Summary) -> Iterator[str]:
    """Yield the page piece by piece."""
    yield from skeleton.head(f"capqa audit: {_found(summary)}", styles=("audit.css",))
    yield written(_heading(summary))
    for title, messages, kind in _messages(summary):
        if messages:
            items = [element("li", element("bdi", each)) for each in messages[:_MOST_MESSAGES]]
            if len(messages) > _MOST_MESSAGES:
                items.append(element("li", f"and {len(messages) - _MOST_MESSAGES:,} more"))
            listed = element("ul", *items, class_=f"messages {kind}".strip())
            yield "\n" + written(element("section", element("h2", title), listed))
    if summary.texts:
        yield "\n" + written(figures.at_a_glance(summary))
    for part in tables.parts(summary):
        yield "\n" + written(part)
    yield "\n" + written(element("footer", f"capqa {__version__}")) + "\n"
    yield skeleton.foot()


def _heading(summary: Summary) -> Element:
    kind = "good" if summary.texts and not (summary.findings or summary.missing) else "bad"
    counts = (
        ("records", summary.records),
        ("texts", summary.texts),
        ("texts with findings", summary.flagged),
        ("findings", summary.findings),
        ("corrupt records", summary.corrupt),
    )
    cells = (
        element("div", element("dt", name), element("dd", f"{count:,}")) for name, count in counts
    )
    return element(
        "header",
        element("h1", "Audit of an archive"),
        element("p", _found(summary), class_=f"verdict {kind}"),
        element("p", "Inputs: ", element("bdi", ", ".join(summary.inputs)), class_="note"),
        element("dl", *cells, class_="counts"),
    )


def _found(summary: Summary) -> str:
    if summary.missing:
        return f"Incomplete: {summary.missing:,} of {summary.shards:,} parts are not audited yet"
    if not summary.texts:
        return "Nothing was audited: no texts were found"
    share = summary.flagged / summary.texts
    return f"{summary.findings:,} findings; {share:.2%} of {summary.texts:,} texts have some"


def _messages(summary: Summary) -> Iterator[tuple[str, list[str], str]]:
    yield "Could not be audited", summary.errors, "bad"
    yield (
        "No texts were found in",
        [f"{path}: name the fields with texts by --text" for path in summary.silent_inputs],
        "bad",
    )
    corrupt = [
        f"{each.where}: {each.what}" + (f" ({each.count:,} records)" if each.count > 1 else "")
        for each in summary.corrupt_first
    ]
    if corrupt:
        corrupt.append(f"{summary.corrupt:,} records in all; corrupt.jsonl lists them")
    yield "Could not be read", corrupt, "bad"
    notes = []
    if summary.foreign:
        notes.append(
            f"{summary.foreign:,} records are as a whole in another language than "
            f"{summary.target}: say so in a field of theirs, such as language"
        )
    if summary.silent:
        notes.append(f"{summary.silent:,} records have no text for readers")
    if summary.suppressed:
        notes.append(f"{summary.suppressed:,} findings are passed over by comments of the pages")
    yield "Notes", notes, ""
