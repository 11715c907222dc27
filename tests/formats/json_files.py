"""JSON for the tests of its formats, and what they ask of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from capqa.formats import json as json_format
from tests.formats.markup_properties import edit_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from capqa.model import Document

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be")


def read(text: str, paths: Mapping[str, str] | None = None, **options: object) -> Document:
    return json_format.read(text.encode(), "page.json", configuration(paths, **options))


def configuration(paths: Mapping[str, str] | None, **options: object) -> object:
    if paths is None:
        return None
    return json_format.configured({"paths": tuple(paths.items()), **options}, "capqa.toml")


def texts(text: str, paths: Mapping[str, str] | None = None, **options: object) -> list[str]:
    return [segment.text for segment in read(text, paths, **options).segments]


def located(text: str, paths: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the texts of a file by their JSON pointers."""
    return {segment.locator: segment.text for segment in read(text, paths).segments}


def edited(text: str, *changes: tuple[str, str], paths: Mapping[str, str] | None = None) -> str:
    """Return a file with words replaced by others, each where it is first found."""
    document = read(text, paths)
    return json_format.apply(document, [edit_of(document, *change) for change in changes]).decode()


_WORDS = st.sampled_from(
    [
        *("Die Stadt ", "zerstört", " ", r"\u00e4", r"\u00C4", r"\/", "/", r"\"", r"\\", r"\n"),
        *(r"\r\n", r"\t", r"\ud83d\ude00", r"\ud800", r"\u0000", "é", "😀", "<b>", "</b>", "<p>"),
        *("&amp;", "&ouml;", "<img alt='Kämpfe'>", r"<img alt=\"", r"\u003cbr\u003e", "[MUSIC]"),
        *("\u202e", "%s", "\u2028", r"\u2029", "https://x.org/a", "Foto: dpa", "|", "&", "x_y"),
    ]
)
_STRINGS = st.lists(_WORDS, max_size=8).map(lambda each: f'"{"".join(each)}"')
_KEYS = st.sampled_from(
    [
        *('"caption"', '"title"', '"body_html"', '"text"', '"alt_text"', '"language"', '"name"'),
        *('"@type"', '"id"', '"a/b~c"', r'"c\u0061ption"', '"de"', '"value"', '"items"', '""'),
        *('"headlines"', '"descriptions"', '"role"', '"type"', '"associations"', '"bodies"'),
    ]
)
_SPACES = st.sampled_from(["", " ", "\n", "\n  "])


def _object(members: list[tuple[str, str]], space: str) -> str:
    return (
        f"{{{space}{f',{space}'.join(f'{key}:{space}{value}' for key, value in members)}{space}}}"
    )


def _array(elements: list[str], space: str) -> str:
    return f"[{space}{f',{space}'.join(elements)}{space}]"


VALUES: st.SearchStrategy[str] = st.recursive(
    st.one_of(
        _STRINGS,
        _STRINGS,
        st.sampled_from(["0", "-1.5e300", "null", "true", "NaN", "1" * 40, '"de"', '"en-GB"']),
    ),
    lambda inner: st.one_of(
        st.builds(_object, st.lists(st.tuples(_KEYS, inner), max_size=5), _SPACES),
        st.builds(_array, st.lists(inner, max_size=4), _SPACES),
    ),
    max_leaves=12,
)
"""Any JSON, full of what readers of it get wrong."""

FILES: st.SearchStrategy[bytes] = st.builds(
    lambda value, line_break, encoding: (
        f'{{"x": {value}, "caption": "Zerstörte Häuser"}}\n'.replace("\n", line_break)
    ).encode(encoding),
    VALUES,
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(ENCODINGS),
)
