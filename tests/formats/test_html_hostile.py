"""HTML: pages made to take forever or to overflow the stack; each must be done in linear time."""

from __future__ import annotations

import pytest

from capqa.formats import html
from tests.formats.html_pages import read
from tests.formats.markup_properties import edit

MEGABYTE = 1_000_000
LONG = 100_000
DEEP = 100_000


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "<",
            "</",
            "<!",
            "<!-",
            "<!--",
            "<!-->",
            "<?",
            "<a",
            "<a ",
            "<a b",
            "<a b=",
            "&",
            "&#",
            "&a",
        ),
        *("<p>", "<b>", "</b>", "</p>", "<a>", "<li>", "<td>", "<p><b>", "<b><p>", "<b></p>"),
        *("<i lang=de>", "<i lang=de><i lang=fr>", "<i lang=de>x<p>", "<div lang=de>x", "x<br>"),
        *("<svg>", "<template>", "<code>", "<button>", "<select>", "<ul><b>", "<table><b>", "<h1>"),
        *(
            "<ul><li>",
            "<b></i>",
            "a ",
            " ",
            "a\u00ad",
            "&shy;",
            "<title>",
            "<script>",
            "<plaintext>",
        ),
        *(
            "<img alt=",
            '<img alt="',
            "<img alt='x'>",
            "x<img alt=x>",
            "x<span class=credit>",
            '"',
            "=",
        ),
        *("Foto ", "By Jane ", "\n", "\r", "<small>x", "<figure>", "&notin", "&CounterClockwise"),
    ],
)
def test_a_long_run_of_anything(unit: str) -> None:
    page = "<p>x" + unit * (LONG // len(unit))
    document = read(page)
    assert document.segments[0].text.startswith("x")


@pytest.mark.parametrize(
    "unit",
    ['"', '{"name":', "[", '{"', "\\", '"\\', '"name":"x",', "]", '{"name":"x","inLanguage":'],
)
def test_a_long_run_of_json(unit: str) -> None:
    data = unit * (LONG // len(unit))
    page = f'<p>x</p><script type="application/ld+json">{{"name":"y", {data}</script>'
    assert [each.text for each in read(page).segments][:2] == ["x", "y"]


@pytest.mark.parametrize("unit", ["<", "<!", "&", " ", '<img alt="'])
def test_a_megabyte(unit: str) -> None:
    read("<p>x" + unit * (MEGABYTE // len(unit)))


@pytest.mark.parametrize("name", ["div", "svg", "i lang=de"])
def test_deep_nesting(name: str) -> None:
    tag = name.split()[0]
    page = f"<p>x<{name}>" + f"<{name}>" * (DEEP - 1) + "y" + f"</{tag}>" * DEEP + "<p>z"
    shown = [each.text for each in read(page).segments]
    assert shown[0].startswith("x")
    assert shown[-1] == "z"


def test_deep_inline_tags_inside_an_edit() -> None:
    page = "<p>a" + "<b>" * 20_000 + "b" + "</b>" * 20_000 + "c"
    document = read(page)
    segment = document.segments[0]
    data = html.apply(document, [edit(segment, 0, 3, "new")])
    assert data == (b"<p>new" + page.encode()[4:]).replace(b">b<", b"><").removesuffix(b"c")


def test_very_many_edits() -> None:
    document = read("<p>Irak <b>x</b>" * 5_000)
    edits = [edit(each, 0, 4, "Iraq") for each in document.segments]
    assert html.apply(document, edits).decode() == "<p>Iraq <b>x</b>" * 5_000
