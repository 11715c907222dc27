"""JSON: the strings that the settings name by their paths."""

from __future__ import annotations

import json

import pytest

from capqa.errors import ConfigurationError
from capqa.formats import json as json_format
from capqa.formats import jsonl
from capqa.model import Role
from tests.formats.json_files import configuration, located, read

DATA = json.dumps(
    {
        "meta": {"sprache": "de"},
        "items": [
            {"id": "x_y", "cap": "Die Stadt", "text": "<b>Die</b> Stadt", "info": {"lang": "fr"}},
            {"cap": "Der Fluss", "inner": {"cap": "Das Dorf", "inner": {"cap": "Der Berg"}}},
        ],
        "a/b": {"*": "Ein Stern"},
    }
)


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["/items/*/cap"], ["/items/0/cap", "/items/1/cap"]),
        (["/items/1/cap"], ["/items/1/cap"]),
        (["/items/*/inner/cap"], ["/items/1/inner/cap"]),
        (
            ["/items/**/cap"],
            ["/items/0/cap", "/items/1/cap", "/items/1/inner/cap", "/items/1/inner/inner/cap"],
        ),
        (["/**/inner/**/cap"], ["/items/1/inner/cap", "/items/1/inner/inner/cap"]),
        (["/items/*/id"], ["/items/0/id"]),
        (["/a~1b/*"], ["/a~1b/*"]),
        (["/a~1b/**"], ["/a~1b/*"]),
        (["/items/*/*"], ["/items/0/id", "/items/0/cap", "/items/0/text", "/items/1/cap"]),
        (["/items", "/items/*", "/nothing/*/at/all", ""], []),
        (["/meta/**/**"], ["/meta/sprache"]),
    ],
)
def test_a_path_leads_to_strings(paths: list[str], expected: list[str]) -> None:
    assert list(located(DATA, dict.fromkeys(paths, "caption"))) == expected


def test_a_string_that_is_all_of_the_file_has_the_empty_path() -> None:
    assert located('"Die Stadt"', {"": "caption"}) == {"": "Die Stadt"}


def test_the_path_tells_the_role_and_the_first_one_counts() -> None:
    paths = {"/items/0/cap": "headline", "/items/*/cap": "alt"}
    segments = read(DATA, paths).segments
    assert [each.role for each in segments] == [Role.HEADLINE, Role.ALT]


def test_html_is_what_is_said_to_be() -> None:
    assert located(DATA, {"/items/0/text": "body"}) == {"/items/0/text": "<b>Die</b> Stadt"}
    assert located(DATA, {"/items/0/text": "body+html"}) == {"/items/0/text": "Die Stadt"}


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ((), ["fr", None]),
        ("/meta/sprache", ["de", "de"]),
        ("/items/*/info/lang", ["fr", None]),
        (("/meta/sprache", "/items/*/info/lang"), ["fr", "de"]),
        ("/**/lang", [None, None]),
    ],
)
def test_a_language_holds_for_what_its_path_says(language: object, expected: list[str]) -> None:
    text = DATA.replace('"id": "x_y"', '"language": "fr"') if language == () else DATA
    document = read(text, {"/items/*/cap": "caption"}, language=language)
    assert [each.language for each in document.segments] == expected


def test_lines_take_the_same_paths_from_their_records() -> None:
    chosen = jsonl.configured({"paths": (("/cap", "caption"),), "language": "/l"}, "capqa.toml")
    data = b'{"cap": "Die Stadt", "l": "de"}\n{"cap": "The city"}\n'
    document = jsonl.read(data, "page.jsonl", chosen)
    assert [(each.locator, each.language) for each in document.segments] == [
        ("line 1 /cap", "de"),
        ("line 2 /cap", None),
    ]
    assert document.configuration == chosen


def test_an_edit_is_verified_by_the_same_paths() -> None:
    document = read(DATA, {"/items/*/cap": "caption"})
    from tests.formats.markup_properties import edit_of

    data = json_format.apply(document, [edit_of(document, "Die Stadt", "city_x")])
    assert data.decode() == DATA.replace("Die Stadt", "city_x", 1)


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({}, "format.json.paths is no table; write paths ="),
        ({"paths": ()}, "format.json.paths is no table"),
        ({"paths": ("/a",)}, "format.json.paths is no table"),
        ({"path": (("/a", "body"),)}, "format.json has no option 'path'; did you mean 'paths'"),
        ({"x": 1}, "format.json has no option 'x'; use paths and language"),
        ({"paths": (("/a", "bdy"),)}, "'bdy', given for '/a', is no role; did you mean 'body'"),
        ({"paths": (("/a", "x"),)}, r"is no role; use caption, .*, with \+html where"),
        ({"paths": (("a/b", "body"),)}, "the path 'a/b' does not begin with a slash; write '/a/b'"),
        ({"paths": (("/a", "body"),), "language": 1}, "format.json.language is no path"),
        ({"paths": (("/a", "body"),), "language": "a"}, "does not begin with a slash"),
    ],
)
def test_what_the_settings_cannot_mean_is_refused(options: dict[str, object], error: str) -> None:
    with pytest.raises(ConfigurationError, match=rf"^capqa\.toml: .*{error}"):
        json_format.configured(options, "capqa.toml")


def test_a_configuration_is_hashable() -> None:
    assert hash(configuration({"/a": "body"})) == hash(configuration({"/a": "body"}))
