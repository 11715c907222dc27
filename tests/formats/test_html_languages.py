"""HTML: the languages a page declares, for itself and for parts of it."""

from __future__ import annotations

import pytest

from tests.formats.html_pages import languages, read


@pytest.mark.parametrize(
    ("page", "language"),
    [
        ("<html lang=en-GB>", "en"),
        ("<html xml:lang='de'>", "de"),
        ("<html lang='fr' xml:lang='de'>", "fr"),
        ("<html><body lang=de>", "de"),
        ("<html lang=''>", None),
        ("<html lang='und'>", None),
        ("<p lang=de>", None),
    ],
)
def test_the_language_of_the_page(page: str, language: str | None) -> None:
    assert read(f"{page}x").language == language


def test_the_language_of_the_page_marks_none_of_its_texts() -> None:
    # A page that wrongly calls itself German must not pass unchecked.
    page = "<html lang=de><title>a</title><p>b<p lang=de>c<p lang=de-AT>d"
    assert [language for _, language in languages(page)] == [None] * 4


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<blockquote lang=de><p>a</blockquote>b", [("a", "de"), ("b", None)]),
        ("<p lang=de>a<p>b", [("a", "de"), ("b", None)]),
        ("<p xml:lang=DE_at>a", [("a", "de")]),
        ("<p lang=deu>a", [("a", "de")]),
        (
            "<div lang=de>a<div lang=fr>b</div>c<p lang=en>d</p><p lang=''>e",
            [("a", "de"), ("b", "fr"), ("c", "de"), ("d", "en"), ("e", None)],
        ),
        ("<p>a <i lang=de>b <b>c</b></i> d", [("a d", None), ("b c", "de")]),
        ("<p>a <i lang=de>b <q lang=fr>c</q> d</i>", [("a", None), ("b d", "de"), ("c", "fr")]),
        ("<p>a <i lang=en>b</i> c", [("a b c", None)]),
        ("<p>a <i lang=de>b<p>c", [("a", None), ("b", "de"), ("c", None)]),
        ("<p>a <i lang=de>b</p>c</i>d", [("a", None), ("b", "de"), ("cd", None)]),
        ("<div lang=de><b>a</div>b</b>", [("a", "de"), ("b", None)]),
        ("<img lang=de alt=a><img alt=b>", [("a", "de"), ("b", None)]),
        ("<div lang=de><img alt=a></div>", [("a", "de")]),
        ("<ul><li lang=de>a<li>b</ul>", [("a", "de"), ("b", None)]),
        ("<table><tr lang=de><td>a<tr><td>b</table>", [("a", "de"), ("b", None)]),
        ("<i lang=de>a<div>b</div>c</i>d", [("a", "de"), ("b", "de"), ("c", "de"), ("d", None)]),
    ],
)
def test_the_language_of_a_part(page: str, expected: list[tuple[str, str | None]]) -> None:
    assert languages(f"<html lang=en><body>{page}") == expected


def test_scripts_are_in_the_language_around_them() -> None:
    page = '<div lang=de><script type=application/ld+json>{"name": "a"}</script></div>'
    assert languages(page) == [("a", "de")]
