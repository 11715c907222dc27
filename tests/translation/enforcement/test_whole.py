from __future__ import annotations

import pytest

from capqa.glossary.entry import Entry
from capqa.glossary.termbase import Termbase
from capqa.translation.engine import Candidate, TranslationRequest
from capqa.translation.lexicon.lexicon import Lexicons
from capqa.translation.translation_under_terms import translate_under_terms
from tests.translation.enforcement.test_cascade import Model
from tests.translation.worlds import KNOWLEDGE

TEXT = "Irak | Rebellen nahe Rom"
ENTRIES = [Entry("Irak", "Iraq", "proper noun"), Entry("Rebell", "insurgent", "noun", "m")]
ASKED = "Irak_|_Rebellen_nahe_Rom"
# What a model says that knows no caption without its country.
PIECE = {"Rebellen_nahe_Rom": ["Rebels | Rebels near Rome"], "Rebellen": ["rebels"]}


def translate(model: Model, text: str = TEXT) -> Candidate:
    request = TranslationRequest(text, "de", "en")
    (found,) = translate_under_terms(
        [request], Lexicons(Termbase([ENTRIES]), KNOWLEDGE), model, "1"
    )
    return found


def test_a_text_whose_piece_gains_a_separator_is_translated_as_a_whole() -> None:
    found = translate(Model(**PIECE, **{ASKED: ["Iraq | Rebels near Rome"]}))
    assert found.text == "Iraq | Insurgents near Rome"
    assert [
        (part.span.of(TEXT), part.target, part.origin, part.detail) for part in found.parts
    ] == [
        ("Irak", "Iraq", "glossary", ""),
        (
            "Rebellen nahe Rom",
            "Insurgents near Rome",
            "engine",
            "replaced what the model calls the term alone",
        ),
    ]


@pytest.mark.parametrize(
    "whole",
    [
        # The known piece is another, or stands in another place.
        "Syria | Insurgents near Rome",
        "Insurgents near Rome | Iraq",
        # A separator is lost, gained, or another.
        "Iraq Insurgents near Rome",
        "Iraq | Insurgents | near Rome",
        "Iraq: Insurgents near Rome",
        "Iraq | Insurgents near Rome. It rains",
        # The term stands, but not in its own piece.
        "Iraq insurgents | Men near Rome",
        # A piece is lost.
        "Iraq | ",
        "",
    ],
)
def test_a_whole_in_which_anything_is_off_is_not_taken(whole: str) -> None:
    found = translate(Model(**PIECE, **{ASKED: [whole]}))
    assert found.text == "Iraq | Insurgents | Rebels near Rome"


def test_a_text_whose_pieces_come_out_well_is_not_asked_for_again() -> None:
    model = Model(Rebellen_nahe_Rom=["Insurgents near Rome"])
    assert translate(model).text == "Iraq | Insurgents near Rome"
    assert model.asked == ["Rebellen nahe Rom"]


def test_a_text_that_had_to_be_split_at_a_term_is_tried_as_a_whole() -> None:
    model = Model(
        Rebellen_nahe_Rom=["nonsense"],
        Rebellen=["rebels"],
        nahe_Rom=["aleppo Rome"],
        **{ASKED: ["Iraq | Insurgents near Rome"]},
    )
    assert translate(model).text == "Iraq | Insurgents near Rome"


def test_lines_are_never_put_to_a_model_as_one_text() -> None:
    model = Model(**PIECE)
    assert translate(model, "Irak\nRebellen nahe Rom").text.startswith("Iraq\n")
    assert not any("\n" in each for each in model.asked)
