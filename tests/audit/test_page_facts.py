from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capqa import pipeline
from capqa.audit.fields import Belonging
from capqa.audit.page_facts import page_facts

BODY = "<body><p>Delegates arrive in Glasgow for the summit on Sunday.</p></body></html>"


def facts(text: str, name: str = "page.html") -> Belonging:
    return page_facts(pipeline.read_data(text.encode(), name))


def test_meta_tags_of_a_page() -> None:
    page = (
        "<!doctype html><html><head>"
        '<meta property="article:section" content="Middle East &amp; Co">'
        '<meta content="2016-10-17T08:00Z" property="article:published_time">'
        '<link rel="canonical" href="https://example.org/mosul"></head>' + BODY
    )
    assert facts(page) == Belonging("Middle East & Co", "2016-10", "https://example.org/mosul")


def test_linked_data_of_a_page() -> None:
    page = (
        '<html><head><script type="application/ld+json">[{"@graph": [{"@type": "NewsArticle",'
        '"articleSection": ["World", "Asia"], "datePublished": "2016-10-17"}]}]</script></head>'
    )
    assert facts(page + BODY) == Belonging("World", "2016-10")


@pytest.mark.parametrize(
    "data", ["{", "[" * 5_000, '{"articleSection": {"a": [1, {}]}}', "\ud83d", "null", "12"]
)
def test_broken_linked_data_says_nothing(data: str) -> None:
    page = f'<html><head><script type="application/ld+json">{data}</script></head>{BODY}'
    assert page_facts(pipeline.read_data(page.encode("utf-8", "replace"), "a.html")) == Belonging()


def test_the_time_on_a_page_tells_where_nothing_else_does() -> None:
    page = "<html><body><time class=x datetime='2016-10-17'>Monday</time><p>Delegates.</p></body>"
    assert facts(page).month == "2016-10"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "---\ntitle: Mosul\nsection: World\ndate: 2016-10-17\n---\n\nDelegates arrive.\n"),
        ("a.md", '+++\nsection = "World"\ndate = 2016-10-17T08:00:00Z\n+++\n\nDelegates arrive.\n'),
        (
            "a.json",
            '{"headline": "Delegates arrive", "section": {"name": "World"}, "date": "2016-10-17"}',
        ),
    ],
)
def test_other_formats(name: str, text: str) -> None:
    assert facts(text, name) == Belonging("World", "2016-10")


def test_a_feed_is_from_the_month_of_its_first_item() -> None:
    feed = (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>News of today</title><item>'
        "<title>Delegates arrive</title><pubDate>Mon, 17 Oct 2016 08:00:00 GMT</pubDate>"
        "</item></channel></rss>"
    )
    assert facts(feed, "a.rss").month == "2016-10"


def test_plain_text_says_nothing() -> None:
    assert facts("Delegates arrive on 2016-10-17.\n", "a.txt") == Belonging()


@given(st.text(alphabet=st.sampled_from("<>/\"'= metasrcpontlid:_ljx-\n{}[]")))
def test_whatever_a_page_holds(text: str) -> None:
    page = f"<html><head>{text}</head>{BODY}"
    assert isinstance(facts(page), Belonging)
