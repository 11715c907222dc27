"""Places are those that an editor means, in whichever units it counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from capqa.formats._source_edits import SourceEdit
from capqa.language_server.actions import minimal
from capqa.language_server.positions import Places
from capqa.model import Document, Span
from tests.language_server.editing import offset_of

TEXTS = st.text("aü中🏴\n\r\u2028\x0c ", max_size=20)
UNITS = {"utf-8": 1, "utf-16": 2, "utf-32": 4, None: 2}


@pytest.mark.parametrize("encoding", UNITS)
@given(text=TEXTS, data=st.data())
def test_places_and_offsets_are_each_others(
    encoding: str | None, text: str, data: st.DataObject
) -> None:
    places = Places(text, encoding)
    offset = data.draw(st.integers(0, len(text)))
    place = places.position(offset)
    # No place is between the two characters of a line end.
    expected = offset - (text[max(0, offset - 1) : offset + 1] == "\r\n")
    assert places.offset(place) == expected
    assert offset_of(text, place, UNITS[encoding]) == expected


def test_places_beyond_the_text_are_its_ends() -> None:
    places = Places("a🏴\r\nb", "utf-16")
    assert places.offset(types.Position(0, 99)) == 2
    assert places.offset(types.Position(9, 0)) == 5
    # Half a character is before it.
    assert places.offset(types.Position(0, 2)) == 1
    assert places.span(types.Range(types.Position(1, 1), types.Position(0, 0))) == Span(5, 5)


def test_half_characters_are_counted() -> None:
    assert Places("\ud83c x", "utf-16").position(2) == types.Position(0, 2)


@given(before=TEXTS, old=TEXTS, new=TEXTS, after=TEXTS)
def test_a_minimal_edit_writes_the_same(before: str, old: str, new: str, after: str) -> None:
    text = before + old + after
    document = Document("a.txt", "text", text.encode(), text, "utf-8", b"", ())
    edit = minimal(document, SourceEdit(Span(len(before), len(before + old)), new))
    assert text[: edit.span.start] + edit.text + text[edit.span.end :] == before + new + after
    assert len(edit.span) <= len(old)
    assert len(edit.text) <= len(new)
