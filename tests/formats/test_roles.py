"""Roles of the lines of a plain page, through the segments the text format makes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from capqa.formats import text
from capqa.model import Role

SEED = Path(__file__).parents[2] / "seeds" / "dw-mosul.txt"


def roles(page: str) -> list[Role]:
    return [segment.role for segment in text.read(page.encode(), "page.txt").segments]


@pytest.mark.parametrize(
    "line",
    [
        "Image: picture-alliance/abaca/Y. Keles",
        "Photo: Jörg Carstensen/dpa",
        "FOTO: Stringer",
        "Foto : AFP",
        "Bild: dpa",
        "Picture: Reuters",
        "Credit: AP",
        "Photo credit: Jane Doe",
        "Bildnachweis: imago",
        "Crédit photo : AFP",
        "Фото: Reuters",
        "Photo by Sean Gallup/Getty Images",
        "Photo courtesy of NASA",
        "© dpa",
        "(c) dpa",
        "© 2024 Reuters",
        "Copyright © 2024 Reuters",
        "(AP Photo/Hussein Malla)",
        "AP Photo/Hussein Malla",
        "picture alliance/dpa/M. Kappeler",
        "picture-alliance / dpa",
        "AFP via Getty Images",
        "Getty Images",
        "[Foto: dpa]",
    ],
)
def test_credits_make_the_line_before_them_a_caption(line: str) -> None:
    page = f"A paragraph stands here.\n\nIrak | Mossul.\n{line}\n\nMore text follows."
    assert roles(page) == [Role.BODY, Role.CAPTION, Role.CREDIT, Role.BODY]


@pytest.mark.parametrize(
    "line",
    [
        "Imagery of the region was published on Monday.",
        "Photos show the city in ruins.",
        "Photo by photo, she rebuilt the album.",
        "Credit where it is due, he said.",
        "Reuters reported the deaths on Friday.",
        "Getty Images declined to comment.",
        "Copyright law needs a reform, they say.",
        "Bilder der Zerstörung gehen um die Welt.",
        "APA, the group's name, means father.",
        "Image: " + "a long description of the picture " * 10,
    ],
)
def test_sentences_that_begin_like_credits_are_none(line: str) -> None:
    assert roles(f"A paragraph stands here.\n{line}\n") == [Role.BODY, Role.BODY]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("jbh/jr (AP, AFP)", Role.BYLINE),
        ("fb/sri (dpa, KNA)", Role.BYLINE),
        ("ss (Reuters)", Role.BYLINE),
        ("(AP, AFP)", Role.BYLINE),
        ("By Jane Doe", Role.BYLINE),
        ("By Jane Doe and Élodie van der Berg", Role.BYLINE),
        ("Von Ömer Çelik, Berlin", Role.BYLINE),
        ("Author: Jane Doe", Role.BYLINE),
        ("Autorin: Erika Mustermann", Role.BYLINE),
        ("Edited by: Rob Mudge", Role.BYLINE),
        ("Edited by Rob Mudge", Role.BYLINE),
        ("By now the city had fallen", Role.HEADLINE),
        ("Von der Leyen will mehr Waffen.", Role.BODY),
        ("Irak (Archiv)", Role.HEADLINE),
        ("Skip to content", Role.NAVIGATION),
        ("2. Skip to main menu", Role.NAVIGATION),
        ("- Zum Inhalt", Role.NAVIGATION),
        ("Aller au contenu", Role.NAVIGATION),
        ("Skipping school for the climate", Role.HEADLINE),
        ("October 20, 2016", Role.META),
        ("20.10.2016", Role.META),
        ("2016-10-20", Role.META),
        ("20 October 2016, 14:05 UTC", Role.META),
        ("Elections 2024 in Iraq and Syria", Role.HEADLINE),
        ("'IS' leaders flee besieged Iraqi city of Mosul", Role.HEADLINE),
        ("Can run but can't hide?", Role.HEADLINE),
        ("He left.", Role.BODY),
        ('"He left."', Role.BODY),
        ("The following towns were retaken:", Role.BODY),
        ("- towns in the north", Role.BODY),
        ("* * *", Role.BODY),
        ("word " * 30, Role.BODY),
        ("Trümmer in Aleppo (Foto: dpa)", Role.CAPTION),
        ("Ein Mann vor seinem Haus. (AP Photo/Hussein Malla)", Role.CAPTION),
        ("Ein Mann vor seinem Haus. Foto: Jane Doe/dpa", Role.CAPTION),
        ("Zerstörte Häuser in Aleppo © dpa", Role.CAPTION),
        ("Zerstörte Häuser in Aleppo (Symbolbild)", Role.HEADLINE),
    ],
)
def test_a_line_between_blank_lines(line: str, role: Role) -> None:
    page = f"A paragraph stands here.\n\n{line}\n\nMore text follows.\n"
    assert roles(page) == [Role.BODY, role, Role.BODY]


def test_the_caption_rule_wins_over_the_others() -> None:
    for line in ("By Jane Doe", "Skip to content", "October 20, 2016", "A sentence."):
        assert roles(f"{line}\nImage: dpa\n") == [Role.CAPTION, Role.CREDIT]


def test_a_credit_before_a_credit_is_no_caption() -> None:
    assert roles("Image: dpa\nPhoto: Reuters\n") == [Role.CREDIT, Role.CREDIT]


def test_a_line_parted_from_the_credit_by_a_blank_line_is_no_caption() -> None:
    assert roles("A sentence ends.\n\nImage: dpa\n") == [Role.BODY, Role.CREDIT]


def test_lines_of_one_block_are_no_headlines() -> None:
    assert roles("Home\nNews\nSport\n") == [Role.BODY] * 3


def test_the_seed_page() -> None:
    segments = text.read(SEED.read_bytes(), str(SEED)).segments
    captions = [segment.text for segment in segments if segment.role is Role.CAPTION]
    assert captions == [
        "Irak | Befreiungsaktion Mossul",
        "Irak Mossul Offensive der Regierungstrupen gegen IS",
    ]
    assert [segment.role for segment in segments[:6]] == [
        *[Role.NAVIGATION] * 3,
        Role.HEADLINE,
        Role.META,
        Role.BODY,
    ]
    assert segments[-1].role is Role.BYLINE


def test_a_line_of_a_megabyte_takes_no_time_to_speak_of() -> None:
    for unit in ("By Jane ", "Foto ", "(AP, ", "a/", "© (c) "):
        line = unit * (1_000_000 // len(unit))
        assert roles(f"{line}\n{line}\n") == [Role.BODY] * 2
