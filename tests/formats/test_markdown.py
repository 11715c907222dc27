"""Markdown: which texts are read, in which role, and where they stand."""

from __future__ import annotations

import pytest

from capqa.errors import UnreadableError
from capqa.model import Role
from tests.formats.markdown_pages import read, roles, texts
from tests.formats.markup_properties import check_places, place


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("Ein **fetter** und *schräger* Satz", ["Ein fetter und schräger Satz"]),
        ("R&amp;D \\*nichts\\* &#252;ber", ["R&D *nichts* über"]),
        ("a\nb  \nc\\\nd<br>e", ["a b\nc\nd\ne"]),
        ("Nur `code` hier", ["Nur  hier"]),
        ("    code\n\n```\ncode\n```\n\n~~~\ncode", []),
        ("<https://x.y> und <a@b.cd>", ["und"]),
        ('[Text](x "Titel") weiter', ["Text weiter", "Titel"]),
        ("![Bild [mit] *Form*](x 'Titel')", ["Bild [mit] Form", "Titel"]),
        ("[Text][r]\n\n[r]: x (Titel)", ["Text", "Titel"]),
        ("> eins\n> zwei\ndrei\n> - vier", ["eins zwei drei", "vier"]),
        ("- [x] getan\n- [ ] offen", ["getan", "offen"]),
        ("Text[^1]\n\n[^1]: Note\n    weiter", ["Text", "Note weiter"]),
        ("Wort\n: Erklärung", ["Wort", "Erklärung"]),
        ("~~weg~~ da", ["weg da"]),
        ("a <!-- nicht --> b\n\n<!--\nnicht\n-->", ["a  b"]),
        ("# Titel ##\n\nZwei\n===", ["Titel", "Zwei"]),
        ("# Titel {#id}\n\nText\n{: .klasse}", ["Titel", "Text"]),
        ("{% include x %}\n\n{{ page.title }} Text {{< ref >}}", ["Text"]),
        ("{% highlight c %}\nnicht\n\nnicht\n{% endhighlight %}\n\nText", ["Text"]),
        ("{% comment %}\n\nText, wo kein Ende ist", ["Text, wo kein Ende ist"]),
        ("Ein <code>nicht</code> Wort <code>offen", ["Ein  Wort offen"]),
    ],
)
def test_a_text_is_what_readers_see(page: str, expected: list[str]) -> None:
    assert texts(page) == expected
    check_places(read(page), apart=False)


def test_cells_are_called_by_row_and_column() -> None:
    document = read("> | Name | Wert \\| Zahl |\n> |--|--|\n> | | Die *Stadt* \\| da |\n")
    assert [(each.text, each.locator, each.line, each.column) for each in document.segments] == [
        ("Name", "row 1, column Name", 1, 5),
        ("Wert | Zahl", "row 1, column Wert | Zahl", 1, 12),
        ("Die Stadt | da", "row 2, column Wert | Zahl", 3, 7),
    ]
    check_places(document)


def test_nested_quotes_and_lists_are_read_with_their_places() -> None:
    page = "".join("> - " for _ in range(10)) + "Die Stadt\n> bleibt"
    document = read(page)
    assert [each.text for each in document.segments] == ["Die Stadt bleibt"]
    (segment,) = document.segments
    assert place(segment, 4, 5) == (1, 45)
    check_places(document)


def test_what_nests_too_deep_is_refused_and_not_dropped() -> None:
    with pytest.raises(UnreadableError, match=r"^page\.md: nests lists and quotes .* \(line 3\); "):
        read("Text\n\n" + "> " * 500 + "Die Stadt")
    assert texts("> " * 90 + "Die Stadt") == ["Die Stadt"]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("![Alt](a.jpg)\n*Unterschrift*", [("Alt", Role.ALT), ("Unterschrift", Role.CAPTION)]),
        ("![](a.jpg)\n\n*Picture: the old town after war*", [
            ("Picture: the old town after war", Role.CAPTION)]),
        ("![](a.jpg)\n\n*Foto: Max Muster/dpa*", [("Foto: Max Muster/dpa", Role.CREDIT)]),
        ("![](a.jpg)\n\nDie Stadt\n\nFoto: dpa", [
            ("Die Stadt", Role.CAPTION), ("Foto: dpa", Role.CREDIT)]),
        ("![](a.jpg)\n\nEin Absatz.\n\n![](b.jpg)\n*Foto: dpa*", [
            ("Ein Absatz.", Role.BODY), ("Foto: dpa", Role.CREDIT)]),
        ("![](a.jpg)\n\nEin Absatz.", [("Ein Absatz.", Role.BODY)]),
        ('{{< figure src="x" >}}\n*Die Stadt*', [("Die Stadt", Role.BODY)]),
        ('{{< figure src="x" >}}\n\n*Die Stadt*', [("Die Stadt", Role.CAPTION)]),
        ("By Jane Doe\n\nText.", [("By Jane Doe", Role.BYLINE), ("Text.", Role.BODY)]),
        ("- [Eins](a)\n- [Zwei](b)", [("Eins", Role.NAVIGATION), ("Zwei", Role.NAVIGATION)]),
        ("- [Eins](a)\n- Zwei", [("Eins", Role.BODY), ("Zwei", Role.BODY)]),
        ("## Titel", [("Titel", Role.HEADLINE)]),
    ],
)  # fmt: skip
def test_roles_are_told_by_structure_and_wording(
    page: str, expected: list[tuple[str, Role]]
) -> None:
    assert roles(page) == expected


def test_figures_may_hold_markdown_and_divisions_declare_its_language() -> None:
    page = (
        "<figure>\n<img src=x alt='Ein Bild'>\n\n![Alt](y)\n\n<figcaption>\n\nDie *Stadt*\n\n"
        "</figcaption>\n</figure>\n\n"
        '<div lang="de">\n\nAuf Deutsch\n\n</div>\n\nEin <span lang="fr">mot</span> hier\n'
    )
    document = read(page)
    assert [(each.text, each.role, each.language) for each in document.segments] == [
        ("Ein Bild", Role.ALT, None),
        ("Alt", Role.ALT, None),
        ("Die Stadt", Role.CAPTION, None),
        ("Auf Deutsch", Role.BODY, "de"),
        ("Ein  hier", Role.BODY, None),
        ("mot", Role.BODY, "fr"),
    ]
    check_places(document, apart=False)


def test_arguments_of_shortcodes_are_captions_and_alternatives() -> None:
    page = (
        '{{< figure src="x.jpg" title="Oben" caption="Ein \\"Bild\\" hier" alt=`Ein Alt` >}}\n\n'
        "{% include figure.html caption='Die Stadt' width=\"Breit\" %}"
    )
    document = read(page)
    assert [(each.text, each.role, each.locator) for each in document.segments] == [
        ("Oben", Role.CAPTION, "shortcode title"),
        ('Ein "Bild" hier', Role.CAPTION, "shortcode caption"),
        ("Ein Alt", Role.ALT, "shortcode alt"),
        ("Die Stadt", Role.CAPTION, "shortcode caption"),
    ]
    check_places(document)


@pytest.mark.parametrize(
    "mark", ["[", "]", "`", "*", "_", "<", "![", "- ", "{{<", "<a ", "[a](", "<!--", "|", "&", "~~"]
)
def test_hostile_pages_are_read(mark: str) -> None:
    document = read("x " + mark * 10_000 + "Die Stadt")
    assert any("Die Stadt" in each.text for each in document.segments)
