"""The report of an audit: what is in it, and that nothing hostile gets through."""

from __future__ import annotations

import html.parser
import re
from typing import TYPE_CHECKING

from capqa.audit.summary.content import (
    VERSION,
    CorruptInput,
    Drift,
    Repeated,
    Summary,
    UnknownWord,
)
from capqa.audit.tallies import Cell
from capqa.reports._audit.page import render

if TYPE_CHECKING:
    import pytest

HOSTILE = '</script><img src=x onerror="alert(1)">\x1b[31m\u202e[MUSIC] {{7*7}} =cmd|1'


def summary(text: str = "Die Stadt", *, months: int = 15, **changes: object) -> Summary:
    cells = [
        Cell(
            f"{text} {number % 2}",
            f"{2015 + number // 12}-{number % 12 + 1:02}",
            100,
            120,
            3 if number < 12 else 30,
            {"de": 4, "fr": 1},
            {"untranslated": 5},
        )
        for number in range(months)
    ]
    found = Summary(
        version=VERSION,
        capqa="0",
        target="en",
        inputs=[text],
        shards=3,
        missing=0,
        records=1_500,
        texts=1_800,
        flagged=126,
        findings=75,
        suppressed=1,
        silent=2,
        foreign=3,
        corrupt=7,
        seconds=1.5,
        cells=cells,
        drift=Drift("rose", ("2016-01", "2016-03"), ("2015-01", "2015-12"), 0.25, 0.025),
        repeated=[
            Repeated(
                "untranslated", "de", text, 4, 4 + len(text), f"abc {text} xyz", 0, f"the {text}",
                1_234, 1_000, ("2015-01", "2016-03"), {text: 9, "": 1}, text, text, text,
            )
        ],
        unknown_words=[UnknownWord(text, "de", 12)],
        corrupt_first=[CorruptInput(text, text, 7)],
        silent_inputs=[text],
        errors=[text],
    )  # fmt: skip
    for name, value in changes.items():
        setattr(found, name, value)
    return found


class Parsed(html.parser.HTMLParser):
    """The tags of a page, its attributes, and its texts outside of styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1] != "style":
            self.text += data


def page(found: Summary) -> str:
    return "".join(render(found))


def test_what_an_audit_amounts_to() -> None:
    text = " ".join(Parsed(page(summary())).text.split())
    for told in (
        "75 findings; 7.00% of 1,800 texts have some",
        "Findings became more: 250.0 of 1,000 texts have findings from 2016-01 to 2016-03; from "
        "2015-01 to 2015-12 it was 25.0.",
        "3 records are as a whole in another language than en",
        "7 records in all; corrupt.jsonl lists them",
        "2015-01 to 2016-03",
        "1,000",
    ):
        assert told in text
    titles = ("Repeated captions", "Repeated unknown words", "Sections", "Months")
    assert all(title in text for title in titles)


def test_charts_say_in_words_what_they_show() -> None:
    labels = [
        value or "" for name, value in Parsed(page(summary())).attributes if name == "aria-label"
    ]
    assert any(label.startswith("Findings by language. German: 60, French: 15") for label in labels)
    (months,) = [label for label in labels if "by month" in label]
    assert "2015-01: 25.0 of 1,000 (3 of 120)" in months
    assert months.count("2016-") == 3


def test_many_months_become_years() -> None:
    labels = [
        value or ""
        for name, value in Parsed(page(summary(months=150))).attributes
        if name == "aria-label"
    ]
    assert any("by year. 2015: 25.0 of 1,000" in label for label in labels)


def test_nothing_hostile_gets_through() -> None:
    written = page(summary(HOSTILE))
    parsed = Parsed(written)
    assert "img" not in parsed.tags
    assert "script" not in parsed.tags
    assert not [name for name, _ in parsed.attributes if name.startswith("on")]
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e]", written)
    assert "alert(1)" in parsed.text


def test_the_network_is_asked_for_nothing() -> None:
    parsed = Parsed(page(summary()))
    assert not {"link", "script", "img", "iframe"} & set(parsed.tags)
    assert not [name for name, _ in parsed.attributes if name in ("src", "href", "srcset")]
    policies = [value or "" for name, value in parsed.attributes if name == "content"]
    assert any("default-src 'none'" in each and "script-src 'none'" in each for each in policies)


def test_what_is_not_done_is_told_first() -> None:
    text = Parsed(page(summary(missing=2))).text
    assert "Incomplete: 2 of 3 parts are not audited yet" in text


def test_an_audit_of_nothing() -> None:
    nothing = summary(
        cells=[], texts=0, findings=0, repeated=[], unknown_words=[], drift=Drift("unknown")
    )
    text = Parsed(page(nothing)).text
    assert "Nothing was audited: no texts were found" in text
    assert "At a glance" not in text


def test_a_long_list_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("capqa.reports._audit.tables.MOST_REPEATED", 2)
    many = summary()
    text = Parsed(page(summary(repeated=many.repeated * 5))).text
    assert "3 more are in summary.json." in text
