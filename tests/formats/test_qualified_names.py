"""Names of fields that first say what they are of: the same in tables, front matter and JSON."""

from __future__ import annotations

import json

import pytest

from capqa.formats import csv, markdown
from capqa.formats import json as json_format
from capqa.model import Role

TEXT = "Die Stadt ist zerstört"


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("featured_image_caption", Role.CAPTION),
        ("heroImageAlt", Role.ALT),
        ("field_image_caption", Role.CAPTION),
        ("field_kicker", Role.HEADLINE),
        ("post_title", Role.HEADLINE),
        ("og_image_alt", Role.ALT),
        ("og_title", Role.META),
        ("seo-title", Role.META),
        ("SEODescription", Role.META),
        ("image_description", Role.CAPTION),
        ("videoTitle", Role.CAPTION),
        ("cover_credit", Role.CREDIT),
    ],
)
def test_what_a_name_ends_with_tells_the_role_in_every_format(name: str, role: Role) -> None:
    table = f"id,{name}\n1,{TEXT}\n"
    page = f"---\n{name}: {TEXT}\n---\n"
    record = json.dumps({name: TEXT})
    documents = (
        csv.read(table.encode(), "a.csv"),
        markdown.read(page.encode(), "a.md"),
        json_format.read(record.encode(), "a.json"),
    )
    for document in documents:
        assert [(each.text, each.role) for each in document.segments] == [(TEXT, role)]


@pytest.mark.parametrize(
    "name", ["featured_image", "image_id", "caption_id", "title_image", "post_type", "user_title"]
)
def test_other_names_tell_nothing(name: str) -> None:
    page = f"---\n{name}: {TEXT}\n---\n"
    assert markdown.read(page.encode(), "a.md").segments == ()
    assert json_format.read(json.dumps({name: TEXT}).encode(), "a.json").segments == ()


def test_a_column_says_its_language_behind_such_a_name() -> None:
    table = f"id,hero_caption_de,heroCaption_en\n1,{TEXT},The city\n"
    document = csv.read(table.encode(), "a.csv")
    assert [(each.role, each.language) for each in document.segments] == [
        (Role.CAPTION, "de"),
        (Role.CAPTION, "en"),
    ]
