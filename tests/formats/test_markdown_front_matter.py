"""Markdown: front matter in YAML and TOML, read to the letter and written back."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from capqa.errors import ConflictError, UnreadableError
from capqa.formats import markdown
from capqa.model import Role
from tests.formats.markdown_pages import edited, read, texts
from tests.formats.markup_properties import check_places, drawn_edit

YAML = """\
---
title: "Irak: \\u201eKampf\\u201c um Mossul"
subtitle: Die Stadt   # no text
lang: de-AT
date: 2024-05-01
image:
  caption: Ein Soldat
    in Mossul
  title: 'Soldat''s Bild'
gallery: [{alt: Ein Alt, caption: "Bild"}, *x]
x: &x
  alt: Einmal
description: >-
  Das ist
  lang.

  Noch eins.
summary: |
  Zeile
    mehr
---
Text
"""
TOML = '''\
+++
title = "Irak: \\"Kampf\\""
language = "en"
tags = ["nicht", "dies"]
description = """
Zeile \\
  weiter
mehr"""
[image]
caption = 'Ein Soldat'  # no text
cover.alt = "Alt"
[[gallery]]
bild = { caption = "Eins", n = [1, 2] }
+++
Text
'''


def test_fields_of_yaml_are_read_in_every_style() -> None:
    document = read(YAML.replace("*x]", "{alt: Zwei}]").replace("x: &x", "x:"))
    assert document.language == "de"
    assert [(each.text, each.role, each.locator[14:]) for each in document.segments] == [
        ("Irak: „Kampf“ um Mossul", Role.HEADLINE, "title"),
        ("Die Stadt", Role.HEADLINE, "subtitle"),
        ("Ein Soldat in Mossul", Role.CAPTION, "image.caption"),
        ("Soldat's Bild", Role.CAPTION, "image.title"),
        ("Ein Alt", Role.ALT, "gallery.alt"),
        ("Bild", Role.CAPTION, "gallery.caption"),
        ("Zwei", Role.ALT, "gallery.alt"),
        ("Einmal", Role.ALT, "x.alt"),
        ("Das ist lang.\nNoch eins.", Role.META, "description"),
        ("Zeile\n  mehr", Role.META, "summary"),
        ("Text", Role.BODY, ""),
    ]
    check_places(document)


def test_fields_of_toml_are_read_in_every_style() -> None:
    document = read(TOML)
    assert document.language == "en"
    assert [(each.text, each.role, each.locator[14:]) for each in document.segments] == [
        ('Irak: "Kampf"', Role.HEADLINE, "title"),
        ("Zeile weiter\nmehr", Role.META, "description"),
        ("Ein Soldat", Role.CAPTION, "image.caption"),
        ("Alt", Role.ALT, "image.cover.alt"),
        ("Eins", Role.CAPTION, "gallery.bild.caption"),
        ("Text", Role.BODY, ""),
    ]
    check_places(document)


@pytest.mark.parametrize(
    ("page", "line"),
    [
        ("---\ntitle: a: b\n---\n", 2),
        ("---\ntitle: 'a\n---\n", 3),
        ("---\na: 1\ntitle: *nothing\n---\n", 3),
        ("---\ntitle: a\x01\n---\n", 2),
        ("+++\na = 1\ntitle = x\n+++\n", 3),
        pytest.param("---\ntitle: " + "[" * 3_000 + "\n---\n", 2, id="nested too deep"),
    ],
)
def test_broken_front_matter_is_refused_in_one_line(page: str, line: int) -> None:
    with pytest.raises(
        UnreadableError, match=rf"^page\.md: has broken front matter \(line {line}: [^\n]+\); mend"
    ):
        read(page)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("---\n\nDie Stadt\n\n---\n\nText", ["Die Stadt", "Text"]),
        ("---\n\n**Fett** und: mehr\n\n---\n", ["Fett und: mehr"]),
        ("---\ntitle: offen\n", ["title: offen"]),
        ("---\n---\nText", ["Text"]),
        ("---\r\ntitle: Titel\r\n...\r\nText", ["Titel", "Text"]),
        ("---\ntitle: 2024\nalt: no\n---\n", []),
    ],
)
def test_only_fields_between_fences_are_front_matter(page: str, expected: list[str]) -> None:
    assert texts(page) == expected


@pytest.mark.parametrize(
    ("before", "old", "new", "after"),
    [
        ("title: Irak", "Irak", "Iraq", "title: Iraq"),
        ("title: Irak", "Irak", "Iraq: war", 'title: "Iraq: war"'),
        ("title: Das Irak", "Irak", "a #b", 'title: "Das a #b"'),
        ('title: Ein "Irak" da', "Irak", "x: y", 'title: "Ein \\"x: y\\" da"'),
        ("title: Irak", "Irak", "yes", 'title: "yes"'),
        ("alt: [Irak]", "Irak", "a, b", 'alt: ["a, b"]'),
        ("title: 'Irak'", "Irak", "Iraq's", "title: 'Iraq''s'"),
        ('title: "Irak"', "Irak", 'a "b" \\', 'title: "a \\"b\\" \\\\"'),
        ("title: |\n  Irak\n  da", "Irak\nda", "Iraq: #\nit", "title: |\n  Iraq: #\n  it"),
    ],
)
def test_a_scalar_of_yaml_is_quoted_where_it_must_be(
    before: str, old: str, new: str, after: str
) -> None:
    page = "---\n{}\ndraft: true\n---\nText\n"
    assert edited(page.format(before), (old, new)) == page.format(after)


@pytest.mark.parametrize(
    ("before", "new", "after"),
    [
        ("title = 'Irak'", "Iraq", "title = 'Iraq'"),
        ("title = 'Irak \"C:\\'", "Iraq's", 'title = "Iraq\'s \\"C:\\\\"'),
        ('title = "Irak"', 'a "b"', 'title = "a \\"b\\""'),
        ('title = """Irak"""', 'a "b"', 'title = """a \\"b\\""""'),
    ],
)
def test_a_string_of_toml_is_written_within_its_quotes(before: str, new: str, after: str) -> None:
    assert edited(f"+++\n{before}\n+++\n", ("Irak", new)) == f"+++\n{after}\n+++\n"


@given(
    st.text(st.sampled_from("ab é:#'\"\\\n[]{},-|>&*!%@`?~=😀 "), min_size=1, max_size=30),
    st.sampled_from([None, "'", '"', "|", ">"]),
    st.booleans(),
    st.data(),
)
def test_whatever_pyyaml_writes_is_read_and_edited(
    value: str, style: str | None, flow: bool, draw: st.DataObject
) -> None:
    fields = {"image": {"caption": value}}
    written = yaml.dump(
        fields, default_style=style, default_flow_style=flow, allow_unicode=True, width=20
    )
    page = f"---\n{written}---\nText\n"
    document = read(page)
    found = [each.text for each in document.segments if each.role is Role.CAPTION]
    assert found == [value.strip()] * bool(value.strip())
    check_places(document)
    if found:
        edit = drawn_edit(draw, document, "ab:#'\"\\[]{},-|>&*! Ж")
        try:
            data = markdown.apply(document, [edit]).decode()
        except ConflictError:
            return
        loaded = yaml.safe_load(re.split(r"(?m)^---\n", data)[1])
        words = edit.segment.text
        words = words[: edit.span.start] + edit.new + words[edit.span.end :]
        if edit.segment.role is Role.CAPTION:
            assert str(loaded["image"]["caption"] or "").split() == words.split()
        else:
            assert loaded == fields
