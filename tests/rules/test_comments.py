"""Comments in a document that pass over findings."""

from __future__ import annotations

import pytest

from capqa import checking
from capqa.config import Settings
from capqa.formats import html, po, text, webvtt

CAPTION = "Irak | Befreiungsaktion Mossul"
OTHER = "Geflüchtete Kinder in einem Lager"


def found(page: str, format_: object = html, name: str = "page.html") -> list[str]:
    document = format_.read(page.encode(), name)  # type: ignore[attr-defined]
    return [finding.text for finding in checking.check(document, Settings())]


@pytest.mark.parametrize(
    ("page", "left"),
    [
        (f"<p>{CAPTION}</p>\n<p>{OTHER}</p>", [CAPTION, OTHER]),
        (f"<p>{CAPTION}</p> <!-- capqa: ignore -->\n<p>{OTHER}</p>", [OTHER]),
        (f"<!-- capqa: ignore -->\n<p>{CAPTION}</p>\n<p>{OTHER}</p>", [OTHER]),
        (f"<!-- capqa: ignore untranslated --><p>{CAPTION}</p>\n<p>{OTHER}</p>", [OTHER]),
        (f"<!-- capqa: ignore doubled-word -->\n<p>{CAPTION}</p>", [CAPTION]),
        (
            f"<!-- capqa:off --><p>{CAPTION}</p><!-- capqa:on --><p>{OTHER}</p>",
            [OTHER],
        ),
        (f"<p>{CAPTION}</p>\n<!-- capqa: off -->\n<p>{OTHER}</p>", [CAPTION]),
        (f"<p>{CAPTION}</p>\n<p>{OTHER}</p><!-- capqa: ignore-file -->", []),
        (f"<p>{CAPTION}</p>\n<p>Write capqa: ignore-file</p>", [CAPTION]),
        (f"<p>{CAPTION}</p>\n<!-- capqa: ignore -->", [CAPTION]),
        (f"<!-- capqa: ignored -->\n<p>{CAPTION}</p>", [CAPTION]),
        (f"<!-- capqa: ignore -->\r\n<p>{CAPTION}</p>\r\n<p>{OTHER}</p>", [OTHER]),
        (f"<!-- capqa: off doubled-word --><p>{CAPTION}</p>", [CAPTION]),
    ],
)
def test_html(page: str, left: list[str]) -> None:
    assert found(page) == left


def test_other_syntaxes() -> None:
    catalogue = f'# capqa: ignore\nmsgid "a"\nmsgstr "{CAPTION}"\n\nmsgid "b"\nmsgstr "{OTHER}"\n'
    assert found(catalogue, po, "a.po") == [OTHER]
    cues = (
        f"WEBVTT\n\nNOTE capqa: ignore\n\n00:01.000 --> 00:02.000\n{CAPTION}\n\n"
        f"00:03.000 --> 00:04.000\n{OTHER}\n"
    )
    assert found(cues, webvtt, "a.vtt") == [OTHER]


def test_plain_text_has_no_comments() -> None:
    assert found(f"{CAPTION}\n\ncapqa: ignore-file\n", text, "a.txt") == [CAPTION]


def test_many_comments_take_linear_time() -> None:
    page = "<!-- capqa: ignore --><p>x</p>\n" * 20_000
    assert found(page) == []
