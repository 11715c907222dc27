"""JSON that is deep, long or strange, of which a reader must neither fall over nor slow down."""

from __future__ import annotations

import json

import pytest

from capqa.errors import UnreadableError
from capqa.formats import json as json_format
from tests.formats.json_files import edited, read, texts


@pytest.mark.parametrize("opening", ["[", '{"a":', '[{"caption":'])
def test_what_is_too_deep_is_refused_in_one_line(opening: str) -> None:
    with pytest.raises(UnreadableError) as raised:
        read(opening * 100_000)
    assert str(raised.value) == (
        "page.json: has more than 500 objects and arrays in one another; "
        "leave it out, or make it less deep"
    )


def test_depth_is_counted_where_it_is_well_formed() -> None:
    def nested(depth: int) -> str:
        return '{"a":' * (depth - 1) + '{"caption": "Die Stadt"}' + "}" * (depth - 1)

    assert texts(nested(10)) == ["Die Stadt"]
    assert texts(nested(500)) == ["Die Stadt"]
    with pytest.raises(UnreadableError, match="more than 500"):
        read(nested(501))


def test_a_long_number_is_no_obstacle() -> None:
    assert texts(f'{{"n": {"1" * 100_000}, "m": {"9" * 5000}.5, "caption": "Da"}}') == ["Da"]


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        r"\u00e4",
        r"\"",
        "ä ",
        r"\ud83d",
        r"\\",
        "😀",
        "<",
        "&",
        "</",
        r"\r\n",
        "<p>",
        "<b>a</b>",
    ],
)
@pytest.mark.parametrize("key", ["caption", "body", "body_html"])
def test_a_string_of_a_megabyte(unit: str, key: str) -> None:
    text = f'{{"{key}": "Die Stadt {unit * (200_000 // len(unit))} ist da"}}'
    document = read(text)
    assert document.segments[0].text.startswith("Die Stadt")
    assert json_format.apply(document, []) == text.encode()


def test_many_small_objects() -> None:
    text = json.dumps([{"caption": f"Die Stadt {each}"} for each in range(20_000)])
    assert len(read(text).segments) == 20_000


def test_characters_that_terminals_and_markup_act_on_are_text() -> None:
    text = r'{"caption": "[MUSIC] [/x] \u001b[31m \u0000 \u202eDie Stadt"}'
    (segment,) = read(text).segments
    assert segment.text == "[MUSIC] [/x] \x1b[31m \0 \u202eDie Stadt"
    assert edited(text, ("Stadt", "city")) == text.replace("Stadt", "city")


def test_half_a_surrogate_pair_is_read_and_stays() -> None:
    text = r'{"caption": "Die \ud83d Stadt"}'
    assert texts(text) == ["Die \ufffd Stadt"]
    assert edited(text, ("Stadt", "city")) == text.replace("Stadt", "city")
