from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capqa.translation.separators import fragments, opens_sentence, rejoined, separators

TEXT = st.text(alphabet=st.sampled_from("ab1Ä |:-–+.!?\n\r\t();„“\u202e\x1b"), max_size=60)


@given(TEXT)
def test_pieces_put_together_again_are_the_text(text: str) -> None:
    pieces = fragments(text)
    same = rejoined(text, pieces, [piece.span.of(text) for piece in pieces])
    # The space French puts before a colon is the one thing that is mended.
    assert "".join(same.split()) == "".join(text.split())
    assert all(any(map(str.isalnum, piece.span.of(text))) for piece in pieces)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Irak | Mossul", ["Irak", "Mossul"]),
        ("Irak: Mossul", ["Irak", "Mossul"]),
        ("07.03.2021+++Mossul, Irak+++", ["07.03.2021", "Mossul, Irak"]),
        ("Am 07. März. Der Krieg", ["Am 07. März", "Der Krieg"]),
        ("St. Petersburg", ["St. Petersburg"]),
        ("20:30 Uhr", ["20:30 Uhr"]),
        ("a\nb", ["a", "b"]),
        ("Bayern - Dortmund", ["Bayern", "Dortmund"]),
        ("Al-Hol", ["Al-Hol"]),
        ("https://dw.com", ["https://dw.com"]),
        ("|||", []),
    ],
)
def test_where_captions_fall_apart(text: str, pieces: list[str]) -> None:
    assert [piece.span.of(text) for piece in fragments(text)] == pieces


def test_colons_and_dashes_may_stay_whole_for_a_model() -> None:
    found = fragments("Irak | Foto: Mossul - heute", inside_sentences=False)
    assert [piece.span.of("Irak | Foto: Mossul - heute") for piece in found] == [
        "Irak",
        "Foto: Mossul - heute",
    ]


def test_only_the_first_piece_can_be_the_middle_of_a_sentence() -> None:
    assert [piece.opens for piece in fragments("a | b", opens=False)] == [False, True]


@pytest.mark.parametrize(
    ("text", "position", "opens"),
    [
        ("Krieg", 0, True),
        ("The Krieg", 4, False),
        ("Syria | Krieg", 8, True),
        ("Syria: Krieg", 7, True),
        ("“Krieg”", 1, True),
        ("It ended. Krieg", 10, True),
    ],
)
def test_where_a_sentence_begins(text: str, position: int, opens: bool) -> None:
    assert opens_sentence(text, position) is opens


def test_ends_of_sentences_are_no_separators() -> None:
    assert separators("Eins. Zwei | Drei\nVier: fünf") == ["|", "\n", ":"]
