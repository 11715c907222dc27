from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capqa.translation.dictionary import ding
from capqa.translation.dictionary.ding import Sense

MARKS = st.sampled_from([*"|;:(){}[]<>/ aÄ.", " | ", " :: ", "{m}", "(x;y)", "etw.", "…"])


def senses(line: str) -> dict[str, Sense]:
    return {each.word: each for each in ding.senses(line)}


def test_the_entries_of_a_line_go_in_pairs() -> None:
    line = "Bach {m} [geogr.] | Bäche {pl} :: brook; stream | brooks; streams"
    assert list(ding.senses(line)) == [
        Sense("Bach", ("brook", "stream"), "noun", "m", ("geogr.",), ((), ())),
        Sense("Bäche", ("brooks", "streams"), "noun", "p", (), ((), ()), entry=1),
    ]


def test_when_they_do_not_go_in_pairs_only_the_first_counts() -> None:
    assert list(senses("Bach {m} | Bäche {pl} :: brook")) == ["Bach"]
    assert ding.words("Bach {m} | Bäche {pl} :: brook") == ["Bach"]


def test_words_of_the_same_meaning_share_what_the_next_braces_say() -> None:
    found = senses("flicken; ausbessern {vt} | flickend; ausbessernd :: to patch | patching")
    assert (found["flicken"].part_of_speech, found["flicken"].glosses) == ("verb", ("patch",))
    assert found["ausbessern"].wording == 1
    assert found["flickend"].part_of_speech == "participle"


def test_somebody_and_something_are_left_out_on_both_sides() -> None:
    found = senses("jdn./etw. fangen; sich etw. angeln {vt} :: to catch sb./sth.; to hook sth.")
    assert found["fangen"].glosses == ("catch", "hook")
    assert "angeln" in found


def test_the_persons_of_a_verb_are_left_out_on_both_sides() -> None:
    line = (
        "gehen {vi} | gehend | gegangen | ich/er/sie ging :: to go | going | gone | I/he/she went"
    )
    found = senses(line)["ging"]
    assert found.glosses == ("went",)


def test_brackets_are_read_and_semicolons_in_them_do_not_part() -> None:
    line = (
        "Netz {n} (zum Fischen; aus Garn) [zool.] <Nez> :: net [Br.] <nett>; web (of a spider; old)"
    )
    assert senses(line)["Netz"] == Sense(
        "Netz", ("net", "web"), "noun", "n", ("zool.",), (("Br.",), ()), explained=True
    )


@pytest.mark.parametrize(
    "line",
    [
        "",
        "# Version :: tests",
        "no separator {m}",
        "zwei Wörter {pl} :: two words",
        "Minister… :: ministerial",
        "X :: x",
        "Wort :: (nothing but an explanation)",
        "4711 {n} :: cologne",
    ],
)
def test_lines_that_explain_no_single_word_give_none(line: str) -> None:
    assert list(ding.senses(line)) == []


@given(st.lists(MARKS, max_size=40).map("".join))
def test_any_line_can_be_read_and_what_is_read_is_indexed(line: str) -> None:
    assert {each.word for each in ding.senses(line)} <= set(ding.words(line))


@pytest.mark.parametrize("mark", ["(", "[", "{", "<", "([{<", ";", "|", "jdn./", "(a", ") ("])
def test_lines_of_marks_take_linear_time(mark: str) -> None:
    # A quadratic reader would take minutes for these 64 KB.
    line = f"{mark * (60_000 // len(mark))} Bach {{m}} :: brook"
    ding.words(line)
    list(ding.senses(line))
