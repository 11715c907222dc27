"""Markdown: edits that touch nothing but their words, escaped where they would be markup."""

from __future__ import annotations

import pytest

from capqa.errors import ConflictError
from capqa.formats import markdown
from tests.formats.markdown_pages import edited, read
from tests.formats.markup_properties import edit, edit_of


@pytest.mark.parametrize(
    ("page", "old", "new", "after"),
    [
        ("Ein **Irak** hier", "Irak", "Iraq", "Ein **Iraq** hier"),
        ("Irak", "Irak", "5 * 3 [sic] R&D snake_case", "5 * 3 [sic] R&D snake_case"),
        ("Irak", "Irak", "*a*", "\\*a\\*"),
        ("Irak", "Irak", "<b> & &amp; `c`", "\\<b> & \\&amp; \\`c\\`"),
        ("Irak", "Irak", "# a", "\\# a"),
        ("Irak", "Irak", "- a", "\\- a"),
        ("Irak", "Irak", "1. a", "1\\. a"),
        ("Irak", "Irak", "{{ a }}", "&#123;{ a }}"),
        ("|a|b|\n|-|-|\n|Irak|c|", "Irak", "x | y", "|a|b|\n|-|-|\n|x \\| y|c|"),
        ('[a](x "Irak")', "Irak", 'a "b"', '[a](x "a \\"b\\"")'),
        ("![Irak](x)", "Irak", "a ] b", "![a \\] b](x)"),
        ("Irak\nund mehr", "Irak und", "Iraq and", "Iraq and mehr"),
        ("> - Irak  \n>   da", "Irak\nda", "Iraq\nit", "> - Iraq  \n>   it"),
        ("> - Irak", "Irak", "Iraq\nit", "> - Iraq  \n>   it"),
        ("<p title='Irak'>x</p>", "Irak", "a'<b>", "<p title='a&#39;&lt;b>'>x</p>"),
        ("<p>Irak</p>", "Irak", "*a* <b>", "<p>*a* &lt;b&gt;</p>"),
        ('{{< figure caption="Irak" >}}', "Irak", 'a "b"', '{{< figure caption="a \\"b\\"" >}}'),
    ],
)
def test_a_new_text_is_escaped_only_where_it_must_be(
    page: str, old: str, new: str, after: str
) -> None:
    for line_break in ("\n", "\r\n"):
        source = page.replace("\n", line_break)
        used = line_break if "\n" in page else "\n"
        assert edited(source, (old, new)) == after.replace("\n", used)


def test_many_edits_at_once_leave_the_rest_as_it_is() -> None:
    page = "---\ntitle: Irak\n---\n\n# Irak *da*\n\n![Irak](a)  \n*Irak eins*\n\tmehr Irak"
    document = read(page)
    title, *others = document.segments
    edits = [edit(title, 0, 4, "x: y")]
    for segment in others:
        start = segment.text.index("Irak")
        edits.append(edit(segment, start, start + 4, "*I*"))
    expected = page.replace("title: Irak", 'title: "x: y"').replace("# Irak", "# \\*I\\*")
    expected = expected.replace("![Irak]", "![\\*I\\*]").replace("*Irak eins*", "*\\*I\\* eins*")
    assert markdown.apply(document, edits).decode() == expected


def test_an_edit_that_would_lose_markup_is_refused() -> None:
    document = read("Ein **fetter** Satz")
    with pytest.raises(ConflictError, match="has markup inside"):
        markdown.apply(document, [edit_of(document, "Ein fetter", "A bold")])


def test_what_the_encoding_lacks_is_written_as_a_reference() -> None:
    document = markdown.read("Über größere Häuser".encode("cp1252"), "page.md")
    data = markdown.apply(document, [edit_of(document, "Über", "Ж")])
    assert data == "&#1046; größere Häuser".encode("cp1252")


def test_shared_old_text_is_verified() -> None:
    document = read("Irak")
    other = read("Iran")
    with pytest.raises(ConflictError, match="no longer reads"):
        markdown.apply(document, [edit_of(other, "Iran", "x")])
