"""Markdown: what holds for any page, with markdown-it as the judge of what its text is."""

from __future__ import annotations

import string

from hypothesis import assume, given
from hypothesis import strategies as st

from capqa.errors import UnreadableError
from capqa.formats import markdown
from tests.formats.markdown_pages import ANY_PAGES, PAGES, read, texts_of_tokens
from tests.formats.markup_properties import check_any_bytes, check_one_edit, drawn_edit, files

_LAST = "\n\nZerstörte Häuser für größere Städte"
_FILES = files(ANY_PAGES, _LAST)


@given(PAGES)
def test_the_texts_are_those_of_markdown_its_tokens(page: str) -> None:
    assume(page.strip())
    try:
        document = read(page)
    except UnreadableError:
        return
    # Titles of references count once where they are defined, and markdown-it repeats them.
    found = {" ".join(each.text.split()) for each in document.segments}
    expected = set(texts_of_tokens(page))
    assert expected <= found
    assert found - expected <= {"Der Titel"}


@given(st.one_of(st.binary(max_size=60), ANY_PAGES.map(str.encode), _FILES))
def test_any_bytes_are_read_exactly_or_refused(data: bytes) -> None:
    check_any_bytes(markdown, data, "page.md", apart=False)


@given(_FILES, st.data())
def test_one_edit_changes_its_place_alone_or_is_refused(data: bytes, draw: st.DataObject) -> None:
    try:
        document = markdown.read(data, "page.md")
    except UnreadableError:
        return
    if document.segments:
        made_of = drawn_edit(draw, document, string.ascii_letters + " |\n<>&;-*_[]#\\`'\":Ж")
        check_one_edit(markdown, document, made_of, keeps_markup=False, apart=False)
