"""HTML: edits are escaped for their place, keep the tags, or are refused."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from capqa.errors import ConflictError
from capqa.formats import html
from tests.formats.html_pages import edited, read, texts
from tests.formats.markup_properties import edit, edit_of


@pytest.mark.parametrize(
    ("page", "old", "new", "expected"),
    [
        ("<p> Irak \n", "Irak", "Iraq & <co>", "<p> Iraq &amp; &lt;co&gt; \n"),
        ("<p>f&uuml;r Irak &amp; x", "Irak", '"a"', '<p>f&uuml;r "a" &amp; x'),
        ("<p>f&uuml;r", "ü", "oo", "<p>foor"),
        ("<p>f&uuml;r", "für", "for", "<p>for"),
        ("<p>a\n  Irak\r\n  Mossul b", "Irak Mossul", "Mosul", "<p>a\n  Mosul b"),
        ("<p>a\n  b", " ", " | ", "<p>a | b"),
        ("<p>Befreiungs&shy;aktion", "Befreiungsaktion", "operation", "<p>operation"),
        ("<p>&acE;", "\u0333", "x", "<p>&#x223E;x"),
        ("<title>Irak</title>", "Irak", "a<b", "<title>a&lt;b</title>"),
        ('<img alt="Irak">', "Irak", "\"a\" & 'b' <", "<img alt=\"&quot;a&quot; &amp; 'b' &lt;\">"),
        ("<img alt='Irak'>", "Irak", "\"a\" 'b'", "<img alt='\"a\" &#39;b&#39;'>"),
        ("<img alt=Irak|Mossul>", "Mossul", "a b", '<img alt="Irak|a b">'),
        ("<img alt=Irak|Mossul>", "Irak", 'a "b"', '<img alt="a &quot;b&quot;|Mossul">'),
        ("<img alt=Irak>", "Irak", "Iraq", '<img alt="Iraq">'),
        ("<img alt=a\"b'Irak>", "Irak", "Iraq", None),
        ('<img alt=Irak"x>', "Irak", "a'b", "<img alt='a&#39;b\"x'>"),
        ('<img alt="Irak\n  |  &Uuml;ber">', "Irak | Über", "Iraq", '<img alt="Iraq">'),
    ],
)
def test_a_new_text_is_escaped_for_its_place(
    page: str, old: str, new: str, expected: str | None
) -> None:
    if expected is None:
        with pytest.raises(ConflictError, match="both kinds"):
            edited(page, (old, new))
        return
    assert edited(page, (old, new)) == expected
    assert texts(expected) == [texts(page)[0].replace(old, new)]


def test_several_edits_of_one_value_quote_it_once() -> None:
    page = "<img alt=Irak|Krieg|Mossul title=Krieg>"
    changes = ("Irak", "Iraq"), ("Mossul", "in Mosul")
    assert edited(page, *changes) == '<img alt="Iraq|Krieg|in Mosul" title=Krieg>'


@pytest.mark.parametrize("ascii_only", [True, False])
def test_a_new_text_in_json_ld_stays_json_and_ends_no_script(ascii_only: bool) -> None:
    data = {"caption": 'Über "Mossul" \\ 😀 heute', "url": "x"}
    written = json.dumps(data, ensure_ascii=ascii_only)
    page = f"<meta charset=utf-8><script type='application/ld+json'>{written}</script>"
    for old, new in (
        ('"Mossul"', '</script> "\u2028" <!-- & \\ \t 😀'),
        ("\\ 😀", "x"),
        ("Über", "ÿ"),
    ):
        script = edited(page, (old, new)).split(">", 2)[2].removesuffix("</script>")
        assert "<" not in script
        assert json.loads(script) == {**data, "caption": data["caption"].replace(old, new)}
        assert script.endswith(written[written.index(" heute") :])


@pytest.mark.parametrize(
    ("page", "old", "new", "expected"),
    [
        ("<p>a <b>Irak</b> b", "Irak", "Iraq", "<p>a <b>Iraq</b> b"),
        ("<p><b>Irak</b> Mossul x", "Irak Mossul", "Iraq", "<p><b>Iraq</b> x"),
        ("<p>im <em>Norden</em> des", "im Norden des", "new", "<p>new<em></em>"),
        ("<p>im <em>Norden Iraks</em>", "im Norden", "new", "<p>new<em> Iraks</em>"),
        ("<p>im Irak <b>Mossul</b>", "im Irak Mossul", "in Irak Mosul", "<p>in Irak Mosul<b></b>"),
        ("<p>im Irak <b>Mossul</b>", "im Irak Mossul", "in Mossul", "<p>in <b>Mossul</b>"),
        ("<p>Irak<br>Mossul", "Irak Mossul", "Iraq", "<p>Iraq<br>"),
        ("<p>Irak<br>Mossul", " ", " | ", "<p>Irak<br>| Mossul"),
        ("<p>der<!-- c -->Irak", "derIrak", "Iraq", "<p>Iraq<!-- c -->"),
        ("<p>im <a href=x>Irak</a> a", "im Irak", "in Irak", "<p>in <a href=x>Irak</a> a"),
        ("<p>im <a href=x>Irak jetzt</a>", "im Irak", "in", "<p>in<a href=x> jetzt</a>"),
        ("<p><a href=x>Der Irak</a> jetzt", "Irak jetzt", "x", "<p><a href=x>Der x</a>"),
        ("<p>im <b>Irak</b> <i>a</i>", "Irak a", "x", "<p>im <b>x</b><i></i>"),
        ("<p>Wo <span>ist </span> er", "ist er", "is he", "<p>Wo <span>is he</span>"),
    ],
)
def test_an_edit_across_tags_keeps_them(page: str, old: str, new: str, expected: str) -> None:
    assert edited(page, (old, new)) == expected
    assert texts(expected) == [texts(page)[0].replace(old, new)]


@pytest.mark.parametrize(
    ("page", "old"),
    [
        ("<p>im <a href=x>Irak</a> a", "im Irak"),
        ("<p>im <a href=x>Irak</a>", "im Irak"),
        ("<p>im <a href=x>Irak", "im Irak"),
        ("<p>im <b><a href=x>Irak</a></b> a", "im Irak"),
        ("<p>im <abbr title=x>Irak</abbr> a", "im Irak"),
        ("<p>im <img src=x> Irak", "im Irak"),
        ("<p>im <code>x</code> Irak", "im Irak"),
        ("<p>im <i lang=fr>pays</i> Irak", "im Irak"),
        ("<p>im <button>x</button> Irak", "im Irak"),
    ],
)
def test_an_edit_that_would_drop_or_move_an_element_is_refused(page: str, old: str) -> None:
    with pytest.raises(ConflictError, match=r"^page.html: line 1: .* stands within; edit the page"):
        edited(page, (old, "new"))


@pytest.mark.parametrize(
    ("page", "old", "new"),
    [
        ("<p>AT&T", "T", "amp;T"),
        ("<p>a & b", " b", "lt; b"),
        ("<p>f&uuml r", "r", "\0"),
        ("<p>a&copy", "a", "a\ufffe\0"),
    ],
)
def test_what_would_read_otherwise_than_meant_is_refused(page: str, old: str, new: str) -> None:
    document = read(page)
    segment = document.segments[0]
    at = segment.text.rindex(old)
    with pytest.raises(ConflictError, match="would not read as meant"):
        html.apply(document, [edit(segment, at, at + len(old), new)])


def test_emptied_texts_leave_their_markup() -> None:
    assert edited("<p>a<p>b", ("a", "")) == "<p><p>b"
    assert edited("<p>a", ("a", "")) == "<p>"


def test_edits_that_overlap_are_refused() -> None:
    document = read("<p>Irak &uuml; Mossul")
    segment = document.segments[0]
    for spans in ([(0, 4), (2, 8)], [(5, 6), (5, 6)]):
        edits = [edit(segment, *span, f"new{span}") for span in spans]
        with pytest.raises(ConflictError, match="overlap"):
            html.apply(document, [edits[0], replace(edits[1], new="other")])


def test_what_no_longer_stands_there_is_refused() -> None:
    document = read("<p>a Irak</p><p>x")
    made = edit_of(document, "Irak", "Iraq")
    for other in (
        replace(made, old="Iran"),
        replace(made, segment=replace(made.segment, text="b Irak")),
        replace(made, segment=replace(made.segment, start=4)),
    ):
        with pytest.raises(ConflictError, match=r"line 1: .* no longer reads; run capqa review"):
            html.apply(document, [other])
