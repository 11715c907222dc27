from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capqa.glossary.entry import Status
from capqa.glossary.suggesting.edits import Edited, candidates, renderings
from capqa.model import Part, Span

# Source word, what was proposed for it, and where that comes from if not from the glossary.
WORDS = {
    "Irak": "Iraq",
    "Befreiungsaktion": "liberation operation",
    "Mossul": "Mosul",
    "Kiesgrube": "Kiesgrube",
    "Armee": "army",
    "irakischen": "Iraqi",
    "Lauf": "the",
    "in": "in",
    "der": "the",
}
FUNCTION_WORDS = ("in", "der", "Lauf")


def edited(source: str, written: str, language: str = "de") -> Edited:
    parts, start = [], 0
    for word in source.split():
        start = source.index(word, start)
        origin = "function" if word in FUNCTION_WORDS else "glossary"
        if word in WORDS:
            parts.append(Part(Span(start, start + len(word)), WORDS[word], origin))
        start += len(word)
    proposal = " ".join(WORDS.get(word, word) for word in source.split())
    return Edited(source, language, proposal[:1].upper() + proposal[1:], parts, written, "a.txt")


@pytest.mark.parametrize(
    ("source", "written", "found"),
    [
        ("Irak | Kiesgrube", "Iraq | gravel pit", ["Kiesgrube = gravel pit"]),
        ("in der Kiesgrube", "In a gravel pit", ["Kiesgrube = gravel pit"]),
        ("Kiesgrube in Mossul", "Gravel pit in Mosul", ["Kiesgrube = Gravel pit"]),
        ("Befreiungsaktion | Irak", "Rescue operation | Iraq",
         ["Befreiungsaktion = rescue operation"]),
        ("Irak | Befreiungsaktion", "Iraq | operation", ["Befreiungsaktion = operation"]),
        ("Irak | Befreiungsaktion", "Iraq | liberation air operation",
         ["Befreiungsaktion = liberation air operation"]),
        ("Befreiungsaktion Mossul", "Mosul rescue operation",
         ["Befreiungsaktion = rescue operation"]),
        ("Armee in Mossul", "Troops in Mossul", ["Armee = troops", "Mossul = Mossul"]),
        ("irakischen Armee | Irak", "Baghdad’s forces | Iraq",
         ["irakischen Armee = Baghdad’s forces"]),
    ],
)  # fmt: skip
def test_a_replaced_word_leads_to_its_term(source: str, written: str, found: list[str]) -> None:
    assert [f"{each.source} = {each.target}" for each in renderings(edited(source, written))] == (
        found
    )


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("Irak | Mossul", "Iraq | Mosul"),
        ("Irak | Mossul", "IRAQ – Mosul!"),
        ("in der Kiesgrube", "Into a Kiesgrube"),
        ("Irak | Mossul", "Iraq | Battle of Mosul today"),
        ("Armee in Mossul", "Mosul"),
        ("Befreiungsaktion Mossul", "Mosul rescue"),
        ("Befreiungsaktion Mossul Armee", "Something else altogether that nobody can match to it"),
        ("Irak", ""),
    ],
)
def test_small_changes_additions_and_new_sentences_lead_to_none(source: str, written: str) -> None:
    assert list(renderings(edited(source, written))) == []


def test_where_nothing_was_proposed_a_short_text_is_the_term() -> None:
    short = Edited("Zwilchknödel", "de", "", (), "A linen dumpling", "a.txt")
    assert [each.target for each in renderings(short)] == ["linen dumpling"]
    long = Edited("Zwilchknödel " * 9, "de", "", (), "linen", "a.txt")
    assert list(renderings(long)) == []


def test_the_same_rendering_is_counted_whatever_its_case() -> None:
    edits = [
        edited("Kiesgrube in Mossul", "Gravel pit in Mosul"),
        edited("Irak | Kiesgrube", "Iraq | gravel pit"),
        edited("Irak | Kiesgrube", "Iraq | gravel quarry"),
        edited("Irak | Kiesgrube", "Iraq | gravel pit", "nl"),
    ]
    found = [(c.language, c.source, c.target, c.edits, c.replaced) for c in candidates(edits)]
    assert found == [
        ("de", "Kiesgrube", "gravel pit", 2, ("Kiesgrube",)),
        ("de", "Kiesgrube", "gravel quarry", 1, ("Kiesgrube",)),
        ("nl", "Kiesgrube", "gravel pit", 1, ("Kiesgrube",)),
    ]


def test_what_is_put_back_is_to_be_kept_as_it_is() -> None:
    (found,) = candidates([edited("Armee in Irak", "Armee in Iraq")])
    assert (found.source, found.status) == ("Armee", Status.KEEP_AS_IS)


words = st.lists(st.sampled_from([*WORDS, "|", "Iraq", "pit", "the"]), max_size=8).map(" ".join)


@given(words, words)
def test_every_source_stands_in_the_text_and_every_target_in_the_edit(
    source: str, written: str
) -> None:
    for found in renderings(edited(source, written)):
        assert found.source in source
        assert found.target.casefold() in " ".join(written.split()).casefold()
        assert found.target.casefold() != found.proposed.casefold()
