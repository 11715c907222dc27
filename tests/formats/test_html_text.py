"""HTML: which texts a page shows, as browsers read its source."""

from __future__ import annotations

import pytest

from tests.formats.html_pages import read, texts
from tests.formats.markup_properties import place


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>a <a href=x>b</a> <em>c</em>, <strong>d</strong>e<br>f<wbr>g</p>", ["a b c, de fg"]),
        ("<p>a</p><p>b</p>c<div>d<p>e</div>f", ["a", "b", "c", "d", "e", "f"]),
        ("<ul><li>a<li>b<ul><li>c</ul>d</ul>", ["a", "b", "c", "d"]),
        ("<table><tr><td>a<td>b<tr><th>c</table>", ["a", "b", "c"]),
        ("<p> a \n\t b\r\n c\f </p>", ["a b c"]),
        ("<p>a <b> b </b> c</p>", ["a b c"]),
        ("<p>a\u00a0 b\u2003c\u00a0</p>", ["a\u00a0 b\u2003c"]),
        ("<p>Befreiungs\u00adaktion Regie&shy;rung</p>", ["Befreiungsaktion Regierung"]),
        ("<p>a<!-- no --><!-->b<!--->c<!-- -- --!>d<!doctype x><?php no ?>e", ["abcde"]),
        ("<p>a<script>no</script>b<style>no</style>c<template><p>no</template>d", ["abcd"]),
        ("<script><!-- <script> </script> no --> no</script>a", ["a"]),
        ("<script><!-- </script>a", ["a"]),
        ("<script><!--> <script> </script>a", ["a"]),
        ("<script><!-- <script> --> </script>a", ["a"]),
        ("<p>a<noscript><p>no</noscript>b", ["ab"]),
        ("<p>a<code>no</code>b <kbd>no</kbd> c<samp>no</samp>d", ["a b c d"]),
        ("<p>a<svg><text>no</text></svg>b<img alt=''>c", ["a b c"]),
        ("<p>a<textarea>no</textarea>b</p><pre>no <b>no</b></pre>c", ["a b", "c"]),
        ("<svg><title>no</title><path/><g/></svg><p>a", ["a"]),
        ("<svg><foreignObject><p>no</p></foreignObject></svg>a", ["a"]),
        ("<svg><svg><g><p>a<math><mrow>no<p>b", ["a", "b"]),
        ("<iframe><p>no</iframe><video><p>no</p></video><p>a", ["a"]),
        ("<p translate=no>no</p><p>a <b translate=no>no</b> c", ["a c"]),
        ("<html translate=no><body translate=no><p>a", ["a"]),
        ("<title>a <b> &amp; b</title>", ["a <b> & b"]),
        ("<title>the rest is title <p>x", ["the rest is title <p>x"]),
        ("<p>a<plaintext><p>no</p>", ["a"]),
        ("<p>\0a\0b", ["ab"]),
        ("<p>&nbsp;</p><p> </p>", []),
        ("", []),
    ],
)  # fmt: skip
def test_the_visible_text(page: str, expected: list[str]) -> None:
    # NUL makes a file binary unless a byte-order mark says that it is text.
    assert texts(f"\ufeff<html>{page}") == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("&amp;&lt;&gt;&quot;&apos;", "&<>\"'"),
        ("&auml;&Auml;&szlig;&euro;", "äÄß€"),
        ("&#228;&#xe4;&#XE4;&#228x", "äääär".replace("r", "x")),
        ("f&uuml r &copy2016 &amp", "fü r ©2016 &"),
        ("&notit; &notin; &notina", "¬it; ∉ ¬ina"),
        ("&mdash &nosuch; &; & &#; &#x; &#xg", "&mdash &nosuch; &; & &#; &#x; &#xg"),
        ("&#128;&#x92;&#150;&#x81;", "€’–\x81"),
        ("a&#0;&#xD800;&#x110000;&#" + "9" * 5000 + ";", "a" + "\ufffd" * 4),
        ("&NotEqualTilde;&acE;", "≂̸∾̳"),
        ("a&Tab;&#32; &NewLine;b", "a b"),
        ("AT&T & R&D", "AT&T & R&D"),
    ],
)
def test_character_references(source: str, expected: str) -> None:
    assert texts(f"<p>{source}") == [expected]


def test_references_in_attributes_may_be_parts_of_addresses() -> None:
    page = '<img alt="a&copy=b&copy1&copy;&copy &amp;&copy">'
    assert texts(page) == ["a&copy=b&copy1©© &©"]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>a < b <3 <<b>c</b> d</p", ["a < b <3 <c d"]),
        ("<p>a</ b>c</>d</1>e", ["acde"]),
        ("<p>a<b <i>c</p>", ["ac"]),
        ("<img alt=a alt=b ALT=c>", ["a"]),
        ("<img ALT = 'a' x=/><IMG alt=b/c><img alt=>", ["a", "b/c"]),
        ('<img alt="a"title="b"/class=x/>c', ["a", "b", "c"]),
        ('<img alt="it\'s <b>"><img alt=\'"x"\'>', ["it's <b>", '"x"']),
        ('<p>a<img alt="never closed>b', ["a"]),
        ("<img =alt=x alt='y'>", ["y"]),
        ("<p>a<script>no</scripty></script >b", ["ab"]),
        ("<p>a</p></p></div></b>b</td>c", ["a", "b", "c"]),
        ("<b><p>a</b>b<p>c", ["ab", "c"]),
        ("<p><kbd>no<p>a<p><code>no</p>b", ["a", "b"]),
        ("<h1>a<h2>b</h1>c", ["a", "b", "c"]),
        ("<select><option>a<option>b</select>c", ["a", "b", "c"]),
        ("<dl><dt>a<dd>b<dt>c</dl>", ["a", "b", "c"]),
        ("<button>a<button>b</button>c", ["a", "b", "c"]),
    ],
)
def test_broken_markup(page: str, expected: list[str]) -> None:
    assert texts(page) == expected


def test_xhtml_lets_any_element_close_itself() -> None:
    page = "<title/><p>a<script src='x'/>b<p/>c</p>"
    assert texts(page, "page.xhtml") == ["ab", "c"]
    assert texts("<?xml version='1.0'?>" + page) == ["ab", "c"]
    assert texts(page) == ["<p>a<script src='x'/>b<p/>c</p>"]


def test_lines_and_columns_are_those_of_the_source() -> None:
    page = '<p>Wir &amp;\r\n  <em>Gef&auml;hrten</em>\r  an\nBord\n<img\n alt="Irak\n &uuml;ber">'
    body, alt = read(page).segments
    assert body.text == "Wir & Gefährten an Bord"
    places = {word: place(body, at, at + len(word)) for word in ("Wir", "&", "Gefährten", "fährten")
              if (at := body.text.index(word)) >= 0}  # fmt: skip
    assert places == {"Wir": (1, 4), "&": (1, 8), "Gefährten": (2, 7), "fährten": (2, 9)}
    at = body.text.index("hrten an")
    assert place(body, at, at + 5) == (2, 16)
    assert place(body, body.text.index("Bord"), len(body.text)) == (4, 1)
    assert (alt.line, alt.column, place(alt, 5, 9)) == (6, 7, (7, 2))


def test_neighbours_and_repeated_texts() -> None:
    segments = read("<p>a<p>b<p>x<p>a<p>b<p>x").segments
    assert [(each.previous, each.following, each.occurrence) for each in segments[:5]] == [
        ("", "b", 0),
        ("a", "x", 0),
        ("b", "a", 0),
        ("x", "b", 0),
        ("a", "x", 1),
    ]
