from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from typing import NamedTuple

import pytest

from capqa.model import Finding, Role, Segment, Span
from capqa.pipeline import CheckedFile
from capqa.reports import ReportOptions, html
from capqa.reports._xml import safe
from tests.reports.samples import CLEAN, HOSTILE, MISSING, checked, hostile, read, suggestion

VOID = ("meta", "input")


class Tag(NamedTuple):
    name: str
    attributes: dict[str, str | None]
    text: str


class Page(HTMLParser):
    """The elements of a page with all text inside them, in the order they end; must be balanced."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[Tag] = []
        self._open: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.feed(source)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            self.tags.append(Tag(tag, dict(attrs), ""))
        else:
            self._open.append((tag, dict(attrs), []))

    def handle_data(self, data: str) -> None:
        for _, _, texts in self._open:
            texts.append(data)

    def handle_endtag(self, tag: str) -> None:
        name, attributes, texts = self._open.pop()
        assert name == tag
        self.tags.append(Tag(name, attributes, "".join(texts)))

    def named(self, name: str, kind: str = "") -> list[Tag]:
        return [
            tag
            for tag in self.tags
            if tag.name == name
            and (not kind or kind in (tag.attributes.get("class") or "").split())
        ]


def source_of(*files: CheckedFile) -> str:
    return "".join(html.render(files, ReportOptions()))


def page(*files: CheckedFile) -> Page:
    return Page(source_of(*files))


def rows(found: Page) -> list[Tag]:
    return [tag for tag in found.named("tr") if "data-language" in tag.attributes]


def test_a_finding_is_a_row_with_its_words_marked() -> None:
    found = page(checked(read("Smoke\n\nOver Irak today\n"), {"Irak": "Iraq"}))
    (row,) = rows(found)
    assert row.attributes["data-file"] == "page.txt"
    assert [mark.text for mark in found.named("mark")] == ["Irak"]
    assert [cell.text for cell in found.named("td", "place")] == ["3:6headline"]
    assert "Over Irak today" in found.named("td", "text")[0].text
    assert [line.text for line in found.named("div", "line")] == ["Over Irak today", "Iraq"]
    assert "confidence 0.99" in found.named("td", "why")[0].text
    assert "Irak +2.3 exonym" in found.named("td", "why")[0].text
    assert found.named("h1")[0].text == "Check before publication"


def test_it_says_what_was_counted() -> None:
    found = page(checked(read("Irak Mossul\n"), {"Irak": None, "Mossul": None}), CLEAN, MISSING)
    names = [tag.text for tag in found.named("dt")]
    counts = [tag.text for tag in found.named("dd")]
    assert dict(zip(names, counts, strict=True)) == {
        "files checked": "2",
        "findings": "2",
        "files with findings": "1",
        "could not be checked": "1",
    }
    assert found.named("title")[0].text == (
        "capqa: 2 findings in 1 of 2 files; 1 input could not be checked"
    )
    assert "gone.txt: no such file" in found.named("ul", "bad")[0].text


def test_a_clean_run_is_told_from_one_that_checked_nothing() -> None:
    assert "No findings" in page(CLEAN).named("p", "good")[0].text
    assert not page(CLEAN).named("table")
    for files in ([], [MISSING], [CLEAN, MISSING]):
        assert page(*files).named("p", "bad")
        assert not page(*files).named("p", "good")


def test_charts_tell_their_numbers_in_words_too() -> None:
    file = checked(read("Irak Mossul\n"), {"Irak": None, "Mossul": None})
    charts = page(file).named("svg")
    assert [chart.attributes["role"] for chart in charts] == ["img"] * 3
    assert [chart.attributes["aria-label"] for chart in charts] == [
        "Findings by language. German (de): 2",
        "Findings by confidence. 0.95-1.00: 2",
        "Findings by file. page.txt: 2",
    ]


def test_files_after_the_twentieth_share_a_row_without_a_bar() -> None:
    files = [checked(read("Irak\n", f"{n:02}.txt"), {"Irak": None}) for n in range(30)]
    chart = page(*files).named("svg")[2]
    assert "10 other files" in chart.text
    assert "29.txt" not in chart.text
    bars = re.findall(r'class="bar"', source_of(*files))
    assert len(bars) == 1 + 1 + 20


def test_nothing_is_loaded_and_nothing_else_runs() -> None:
    source = source_of(hostile("Irak"), MISSING)
    found = Page(source)
    (policy,) = [
        tag.attributes["content"]
        for tag in found.named("meta")
        if tag.attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy is not None
    ((script,), (style,)) = (found.named("script"), found.named("style"))
    for directive, content in (("script-src", script.text), ("style-src", style.text)):
        digest = b64encode(sha256(content.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag in found.tags:
        for name in tag.attributes:
            assert name not in ("src", "href", "style", "srcset", "action")
            assert not name.startswith("on")
    assert "http" not in source.replace("http-equiv", "")
    assert "url(" not in style.text
    assert "@import" not in style.text


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_becomes_markup(text: str) -> None:
    usual = page(hostile("Irak", name="Irak.txt"), CheckedFile("Irak", error="Irak"))
    found = page(hostile(text, name=f"{text}.txt"), CheckedFile(text, error=text))
    if "\n" not in text:
        assert [tag.name for tag in found.tags] == [tag.name for tag in usual.tags]
        shown = text if len(text) <= 120 else text[:119] + "…"
        assert found.named("mark")[0].text == safe(shown)
    assert len(found.named("script")) == 1
    assert found.named("ul", "bad")[0].text == safe(text)
    assert all(row.attributes["data-file"] == safe(f"{text}.txt") for row in rows(found))


def test_what_is_known_against_a_proposal_is_told() -> None:
    document = read("Irak\n")
    for proposed, told in (
        (suggestion("Iraq", unknown="Foo"), "not translated: Foo"),
        (suggestion("Iraq", passed=False), "check failed: numbers: 2 is missing"),
        (None, "no proposal"),
    ):
        (cell,) = page(checked(document, {"Irak": proposed})).named("td", "proposal")
        assert told in cell.text


def test_text_finds_its_own_direction() -> None:
    segment = Segment("قبل العراق بعد", Role.CAPTION, start=0, line=1)
    finding = Finding("untranslated", "a.txt", segment, Span(4, 10), "Arabic", "ar", 0.9)
    found = page(CheckedFile("a.txt", None, (finding,), (None,)))
    (line,) = found.named("div", "line")
    assert line.attributes["dir"] == "auto"
    assert found.named("mark")[0].attributes["lang"] == "ar"


def test_the_table_can_be_read_aloud() -> None:
    found = page(hostile("Irak"))
    assert [tag.text for tag in found.named("th") if tag.attributes.get("scope") == "col"] == [
        "Place",
        "Text",
        "Proposal",
        "Why",
    ]
    assert [tag.attributes["scope"] for tag in found.named("th")][-1:] == ["rowgroup"]
    assert found.named("table")[0].attributes["aria-labelledby"] == "findings"
    assert found.named("html")[0].attributes["lang"] == "en"
    assert all(tag.text.strip() for name in ("h1", "h2", "label") for tag in found.named(name))


def test_the_filter_is_shown_by_the_script_alone() -> None:
    found = page(hostile("Irak"), hostile("Irak", name="b.txt"))
    (form,) = found.named("form")
    assert "hidden" in form.attributes
    assert [tag.attributes["value"] for tag in found.named("option")] == [
        "",
        "de",
        "",
        "b.txt",
        "page.txt",
    ]
