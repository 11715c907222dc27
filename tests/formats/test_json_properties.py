"""JSON: what holds for any bytes and any edit."""

from __future__ import annotations

import json
import string
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capqa.errors import ConflictError
from capqa.formats import json as json_format
from capqa.formats import jsonl, ninjs
from tests.formats.json_files import FILES, VALUES, configuration
from tests.formats.markup_properties import (
    check_any_bytes,
    check_places,
    drawn_edit,
    edit,
    edit_of,
)

if TYPE_CHECKING:
    from types import ModuleType

    from capqa.model import Document, Edit

_NEW = string.ascii_letters + " |\n<>&;/\\\"'-Жä😀"
_EVERYTHING = configuration({"/**": "body", "/x/**": "caption"})
_HTML = configuration({"/**": "body+html"})
_LINES = st.lists(VALUES.map(lambda each: each.replace("\n", " ")), max_size=4).map(
    lambda each: "\n".join([*each, '{"caption": "Zerstörte Häuser"}'])
)


@given(st.one_of(st.binary(max_size=40), st.text(max_size=40).map(str.encode), FILES))
def test_any_bytes_are_read_exactly_or_refused(data: bytes) -> None:
    for format_ in (json_format, jsonl, ninjs):
        check_any_bytes(format_, data, "page.json", apart=False)


@given(FILES, st.sampled_from([None, _EVERYTHING, _HTML]))
def test_any_json_is_read(data: bytes, chosen: object) -> None:
    document = json_format.read(data, "page.json", chosen)
    check_places(document, apart=False)
    if chosen is _EVERYTHING:
        _check_pointers(document, data)


@given(FILES, st.sampled_from([None, _EVERYTHING, _HTML]), st.data())
def test_one_edit_changes_its_place_alone(data: bytes, chosen: object, draw: st.DataObject) -> None:
    document = json_format.read(data, "page.json", chosen)
    if document.segments:
        _check_edit(json_format, document, drawn_edit(draw, document, _NEW, shortest=1))


@given(_LINES, st.sampled_from(["utf-8", "utf-16"]), st.data())
def test_one_edit_changes_its_line_alone(text: str, encoding: str, draw: st.DataObject) -> None:
    document = jsonl.read(text.encode(encoding), "page.jsonl")
    check_places(document, apart=False)
    made = drawn_edit(draw, document, _NEW, shortest=1)
    after = _check_edit(jsonl, document, made)
    if after:
        before = document.text.split("\n")
        changed = [line for line in range(len(before)) if before[line] != after.split("\n")[line]]
        assert changed in ([], [made.segment.line - 1])


@given(FILES, st.data())
def test_many_edits_are_made_at_once(data: bytes, draw: st.DataObject) -> None:
    document = json_format.read(data, "page.json")
    chosen = draw.draw(st.lists(st.sampled_from(document.segments), unique=True, max_size=3))

    edits = [edit(each, 0, len(each.text), f"new {number}") for number, each in enumerate(chosen)]
    try:
        after = json_format.read(json_format.apply(document, edits), "page.json")
    except ConflictError:
        return
    new = {made.segment.start: made.new for made in edits}
    assert [each.text.split() for each in after.segments] == [
        new.get(each.start, each.text).split() for each in document.segments
    ]


def _check_edit(format_: ModuleType, document: Document, made: Edit) -> str:
    """Make an edit; return the text after it, "" where it is refused."""
    try:
        data: bytes = format_.apply(document, [made])
    except ConflictError:
        return ""
    text = data[len(document.byte_order_mark) :].decode(document.encoding)
    assert data.startswith(document.byte_order_mark)
    place = made.segment.source_of(made.span)
    before, after = document.text[: place.start], document.text[place.end :]
    if "@" not in made.segment.locator:
        assert text.startswith(before)
        assert text.endswith(after)
        assert len(text) >= len(before) + len(after)
    read = format_.read(data, document.name, document.configuration)
    check_places(read, apart=False)
    expected = []
    for segment in document.segments:
        words = segment.text
        if segment.start == made.segment.start:
            words = words[: made.span.start] + made.new + words[made.span.end :]
        if words.strip():
            expected.append(words.split())
    assert [each.text.split() for each in read.segments] == expected
    return text


def _check_pointers(document: Document, data: bytes) -> None:
    """Each segment is in the value that its locator leads to in what the standard library reads."""
    if "\\ud8" in document.text:  # half a surrogate pair is read otherwise
        return
    whole = json.loads(data, object_pairs_hook=list)
    for segment in document.segments:
        values = [whole]
        for step in segment.locator.partition(" ")[0].split("/")[1:]:
            key = step.replace("~1", "/").replace("~0", "~")
            values = [found for value in values for found in _members(value, key)]
        first = segment.text.split()[0]
        assert any(isinstance(each, str) and first in each for each in values)


def _members(value: object, key: str) -> list[object]:
    if not isinstance(value, list):
        return []
    pairs = [each[1] for each in value if isinstance(each, tuple) and each[0] == key]
    return pairs or ([value[int(key)]] if key.isdigit() and int(key) < len(value) else [])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "windows-1252"])
def test_what_an_encoding_lacks_is_escaped(encoding: str) -> None:
    text = '{"caption": "Zerstörte Häuser für größere Städte"}'
    document = json_format.read(text.encode(encoding), "page.json")

    data = json_format.apply(document, [edit_of(document, "Häuser", "Ж😀")])
    lacks = encoding == "windows-1252"
    assert (rb"\u0416\ud83d\ude00" in data) == lacks
    assert json_format.read(data, "x.json").segments[0].text == "Zerstörte Ж😀 für größere Städte"
