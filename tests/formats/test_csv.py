"""Tables: which cells are read, how they are called, and edits that touch their cells alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from capqa.errors import ConfigurationError, ConflictError, UnreadableError
from capqa.formats import csv
from capqa.model import Role
from tests.formats.markup_properties import check_places, edit_of, place

if TYPE_CHECKING:
    from capqa.model import Document

TABLE = 'id;caption;alt_de;Photo credit\r\n1;"Irak; ""Mossul""\r\nda";Ein Bild;dpa\r\n2;;x;\r\n'


def read(table: str, name: str = "page.csv", **options: object) -> Document:
    configuration = csv.configured(options, "capqa.toml") if options else None
    return csv.read(table.encode(), name, configuration)


def texts(table: str, name: str = "page.csv", **options: object) -> list[str]:
    return [each.text for each in read(table, name, **options).segments]


def test_columns_with_a_name_for_text_are_read() -> None:
    document = read(TABLE)
    assert [
        (each.text, each.role, each.language, each.locator, each.line, each.column)
        for each in document.segments
    ] == [
        ('Irak; "Mossul"\nda', Role.CAPTION, None, "row 2, column caption", 2, 4),
        ("Ein Bild", Role.ALT, "de", "row 2, column alt_de", 3, 5),
        ("dpa", Role.CREDIT, None, "row 2, column Photo credit", 3, 14),
        ("x", Role.ALT, "de", "row 3, column alt_de", 4, 4),
    ]
    check_places(document)
    assert place(document.segments[0], 15, 16) == (3, 1)


@pytest.mark.parametrize(
    "header",
    ["Bildunterschrift", "Légende", "ALT TEXT", "caption_de", "Title (German)", "Überschrift"],
)
def test_columns_are_known_in_many_languages(header: str) -> None:
    assert texts(f"id,{header},x\n1,Die Stadt,nicht\n") == ["Die Stadt"]


def test_without_such_a_column_cells_that_look_like_text_are_read() -> None:
    table = (
        "nr,wer,wann,bild,mail,link\n"
        "1,Die Stadt,2024-05-01,a.jpg,a@b.cd,https://x.y\n"
        "A-12,Foto: dpa,1. Mai 2024,bilder/b.png,@x,#mossul\n"
    )
    document = read(table)
    assert [(each.text, each.role, each.locator) for each in document.segments] == [
        ("Die Stadt", Role.BODY, "row 2, column wer"),
        ("Foto: dpa", Role.CREDIT, "row 3, column wer"),
    ]
    without = read("Die Stadt,5\nDas Bild,6\n")
    assert [each.locator for each in without.segments] == ["row 1, column A", "row 2, column A"]


@pytest.mark.parametrize(
    ("table", "name"),
    [
        ("caption;n\nDie, Stadt;1\nEin, Bild;2\n", "page.csv"),
        ("caption\tn\nDie, Stadt\t1\nEin, Bild\t2\n", "page.csv"),
        ("caption\tn\nDie, Stadt\t1\nEin, Bild\t2\n", "page.tsv"),
        ("caption|n\nDie, Stadt|1\nEin, Bild|2\n", "page.tab"),
        ("caption,n\n\"Die, Stadt\",1\n\"Ein, Bild\",2\n", "page.csv"),
        ("sep=;\ncaption;n\nDie, Stadt;1\nEin, Bild;2\n", "page.csv"),
        ("caption\n\"Die, Stadt\"\n\n\"Ein, Bild\"\n", "page.csv"),
    ],
)  # fmt: skip
def test_the_dialect_is_told_from_the_content(table: str, name: str) -> None:
    for line_break in ("\n", "\r\n", "\r"):
        assert texts(table.replace("\n", line_break), name) == ["Die, Stadt", "Ein, Bild"]
    assert texts("\ufeff" + table, name) == ["Die, Stadt", "Ein, Bild"]
    marked = csv.read(table.encode("utf-16"), name)
    assert [each.text for each in marked.segments] == ["Die, Stadt", "Ein, Bild"]


def test_settings_say_what_a_table_is() -> None:
    table = "a;b;c\nDie Stadt;Das Bild;de\n"
    assert texts(table, columns=(("b", "alt"),)) == ["Das Bild"]
    document = read(table, columns=(("1", "headline"), ("b", "alt")), **{"language-column": "c"})
    assert [(each.text, each.role, each.language) for each in document.segments] == [
        ("Die Stadt", Role.HEADLINE, "de"),
        ("Das Bild", Role.ALT, "de"),
    ]
    assert texts("caption\nStadt\n", header=False) == ["caption", "Stadt"]
    assert texts("Das Bild,5\nStadt,6\n", header=True) == ["Stadt"]
    assert texts("Die; Stadt,x\n", delimiter="semicolon") == ["Die", "Stadt,x"]
    assert texts('caption\tx\n"Die Stadt\t1\n', "page.tsv", quotes=False) == ['"Die Stadt']
    edited = csv.apply(document, [edit_of(document, "Das", "The")])
    assert edited == table.replace("Das", "The").encode()


@pytest.mark.parametrize(
    ("options", "what"),
    [
        ({"column": "a"}, "unknown option 'column'"),
        ({"columns": "caption"}, "'format.csv.columns' is not usable"),
        ({"columns": (("a", "legend"),)}, "the column 'a' has the role 'legend'"),
        ({"delimiter": "ab"}, "'format.csv.delimiter' is not usable"),
        ({"header": "yes"}, "'format.csv.header' is not usable"),
        ({"language-column": True}, "'format.csv.language-column' is not usable"),
    ],
)
def test_impossible_settings_are_refused(options: dict[str, object], what: str) -> None:
    with pytest.raises(ConfigurationError, match=rf"^capqa\.toml: {what}.*; "):
        csv.configured(options, "capqa.toml")


def test_a_configured_column_that_is_missing_is_refused() -> None:
    with pytest.raises(
        UnreadableError, match=r"^page\.csv: has no column 'text'; .* it has 'id', 'x'"
    ):
        read("id,x\n1,Die Stadt\n", columns=(("text", "caption"),), header=True)
    with pytest.raises(UnreadableError, match="has no column 'lang'"):
        read("id,caption\n1,Die Stadt\n", **{"language-column": "lang"})


def test_languages_are_those_of_rows_and_columns() -> None:
    table = "lang,caption\nde-AT,Die Stadt\n,Das Bild\n"
    assert [each.language for each in read(table).segments] == ["de", None]
    document = read("key,de,en\na.b,Die Stadt,The city\n")
    assert [(each.text, each.language) for each in document.segments] == [
        ("Die Stadt", "de"),
        ("The city", "en"),
    ]


def test_a_glossary_is_no_document() -> None:
    assert texts("source,target,note\nBild,image,Ein Wort\n") == []
    assert texts("source,target\nBild,image\n", columns=(("source", "body"),)) == ["Bild"]


@pytest.mark.parametrize("rest", ["", "\n2,Noch eine\n"])
def test_a_mark_that_is_never_closed_is_refused_with_its_line(rest: str) -> None:
    with pytest.raises(UnreadableError, match=r"never closed \(line 3\)"):
        read(f'id,caption\n1,"a"\n2,"Die Stadt{rest}')


@pytest.mark.parametrize(
    ("table", "old", "new", "after"),
    [
        ("caption,x\nIrak,1\n", "Irak", "Iraq", "caption,x\nIraq,1\n"),
        ("caption,x\nIrak,1\n", "Irak", "a, b", 'caption,x\n"a, b",1\n'),
        ('caption,x\nDer "Irak" da,1\n', "Irak", "a,b", 'caption,x\n"Der ""a,b"" da",1\n'),
        ("caption,x\n Irak ,1\n", "Irak", "a\nb", 'caption,x\n" a\nb ",1\n'),
        ('caption,x\n"Irak",1\n', "Irak", 'a "b"', 'caption,x\n"a ""b""",1\n'),
        ("caption;x\nIrak;1\n", "Irak", "a, b", "caption;x\na, b;1\n"),
        ("caption,x\n-Irak,1\n", "-Irak", "-a", "caption,x\n-a,1\n"),
        ("caption,x\nDer Irak,1\n", "Irak", "=a", "caption,x\nDer =a,1\n"),
    ],
)
def test_a_cell_keeps_its_marks_and_gets_those_it_needs(
    table: str, old: str, new: str, after: str
) -> None:
    document = read(table)
    assert csv.apply(document, [edit_of(document, old, new)]).decode() == after


@pytest.mark.parametrize("mark", ["=", "+", "-", "@", "\t", "＝"])
@pytest.mark.parametrize(
    "table", ["caption\nIrak, da\n", 'caption,x\n"Irak",1\n', "caption\n Irak\n"]
)
def test_no_cell_comes_to_begin_like_a_formula(table: str, mark: str) -> None:
    document = read(table, delimiter=";" if "x" not in table else ",")
    with pytest.raises(ConflictError, match=r"would make a formula of its cell"):
        csv.apply(document, [edit_of(document, "Irak", f"{mark}cmd")])


def test_an_edit_that_leaves_a_formula_at_the_beginning_is_refused() -> None:
    document = read("caption\nIrak =cmd\n")
    with pytest.raises(ConflictError, match=r"would make a formula"):
        csv.apply(document, [edit_of(document, "Irak ", "")])


def test_long_cells_and_ragged_rows_are_read() -> None:
    cell = "Die Stadt. " * 20_000
    document = read(f'id,caption\n1,"{cell}",2,3\n4\n\n5,Ende\n')
    assert [(len(each.text), each.locator) for each in document.segments] == [
        (len(cell) - 1, "row 2, column caption"),
        (4, "row 5, column caption"),
    ]
