"""HTML: a passage marked as being in another language is reported no more; nothing else moves."""

from __future__ import annotations

import pytest

from capqa import checking
from capqa.config import Settings
from capqa.errors import ConflictError
from capqa.formats import html
from capqa.model import Span

WORDS = "Geflüchtete Kinder im Lager"
MARKED = f'<span lang="de">{WORDS}</span>'


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (f"<p>{WORDS}</p>", f"<p>{MARKED}</p>"),
        (f"<p>The phrase {WORDS} is German</p>", f"<p>The phrase {MARKED} is German</p>"),
        (
            "<p>Geflüchtete <b>Kinder</b>\nim Lager</p>",
            '<p><span lang="de">Geflüchtete <b>Kinder</b>\nim Lager</span></p>',
        ),
        (
            f"<p>{WORDS}</p><p>{WORDS}</p>",
            f"<p>{MARKED}</p><p>{WORDS}</p>",
        ),
        (
            f"<p lang=de>Die Stadt</p><p>Caf&eacute; {WORDS}</p>",
            f"<p lang=de>Die Stadt</p><p>Caf&eacute; {MARKED}</p>",
        ),
    ],
)
def test_marked(page: str, expected: str) -> None:
    document = html.read(page.encode(), "page.html")
    segment = next(each for each in document.segments if WORDS in each.text)
    start = segment.text.index(WORDS)
    span = Span(start, start + len(WORDS))
    data = html.mark_language(document, segment, span, "de")
    assert data.decode() == expected
    before, after = (
        [finding.text for finding in checking.check(each, Settings())]
        for each in (document, html.read(data, "page.html"))
    )
    assert len(after) == len(before) - 1


@pytest.mark.parametrize(
    "page",
    [
        f"<img alt='{WORDS}'>",
        f'<img alt="{WORDS}">',
        f"<title>{WORDS}</title><p>x</p>",
        f'<script type="application/ld+json">{{"caption": "{WORDS}"}}</script><p>x</p>',
        "<p><b>Geflüchtete Kinder</b> <i>im Lager im</i> Norden</p>",
    ],
)
def test_where_there_is_no_place_for_it_nothing_is_marked(page: str) -> None:
    words = "Kinder im Lager" if "<b>" in page else WORDS
    document = html.read(page.encode(), "page.html")
    segment = next(each for each in document.segments if words in each.text)
    start = segment.text.index(words)
    with pytest.raises(ConflictError, match="cannot be marked"):
        html.mark_language(document, segment, Span(start, start + len(words)), "de")
