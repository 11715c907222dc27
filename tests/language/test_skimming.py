"""Lines that are left unread hold nothing, for what they are judged by bounds what is found."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from capqa.language.detection import Detector
from capqa.language.evidence import WordJudge
from capqa.language.languages import INDEX
from capqa.language.lexicon import shared_lexicon
from capqa.language.line import LineReader
from capqa.language.line_bound import LineBound
from capqa.language.phrases import shared_phrases
from capqa.language.skimming import Skimmer
from capqa.language.token_evidence import TokenJudge
from capqa.language.word_lists import shared_word_lists
from tests.language.marked_lines import clean_lines, foreign_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

ENGLISH = INDEX["en"]
JUDGE = TokenJudge(WordJudge(shared_lexicon(), ENGLISH, {}), ENGLISH, shared_word_lists())
READER = LineReader(JUDGE, ENGLISH, shared_lexicon())
BOUND = LineBound(JUDGE, shared_phrases(), shared_lexicon())
SKIMMER = Skimmer(JUDGE, ENGLISH, shared_phrases(), shared_lexicon(), only_ours=True)
DETECTOR = Detector("en")

PROSE = """
The handler reads each byte of the identifier and a comma after the suite was naming them there
when people said that more than two hundred houses were damaged by the storm in May 2019.
"""
NAMES = """
Frankfurt an der Oder|Las Palmas de Gran Canaria|Rio de Janeiro|Ursula von der Leyen|Le Monde
Deutsche Bank's|Universität zu Köln|the Bundestag|Deutscher Wetterdienst|Berliner Straße
Museum für Naturkunde|Frankfurt am Main|vice versa|Die Zeit|Cirque du Soleil|dpa/Kay Nietfeld
Photo: Jan Woitas|(Symbolbild)|"Der Untergang der Titanic"|‘Wir schaffen das’|BBC News Türkçe
I. Hoz|Real Madrid vs Bayern|www.dw.com|the comma (Komma und Punkt)|Kiew|Doctors Without Borders
"""
SMALL = """
the of and to a - | , ( ) “ ” ' 17. x is by from Image: : 12 die und
"""
PARTS = st.one_of(
    st.sampled_from(PROSE.split()),
    st.sampled_from(NAMES.strip().replace("\n", "|").split("|")),
    st.sampled_from(SMALL.split()),
    st.sampled_from(" ".join(clean_lines()).split()),
)
LINES = st.lists(PARTS, min_size=1, max_size=14).map(" ".join)


def _most_said(text: str, stretches: list[str]) -> Iterator[tuple[int, list[float]]]:
    """Yield for each stretch with words the most that each of them says once the line is read."""
    starts, at = [], 0
    for stretch in stretches:
        starts.append(text.index(stretch, at))
        at = starts[-1] + len(stretch)
    said: dict[int, list[float]] = {}
    line = READER.read(text, thorough=True)
    for token, word in zip(line.tokens, line.evidence, strict=True):
        most = max([word.absent, *word.weights.values()])
        said.setdefault(bisect_right(starts, token.start) - 1, []).append(most)
    yield from said.items()


@given(text=LINES)
@example("Befreiungsaktion was seen | BBC world service Türkçe")
@example('Befreiungsaktion he said "the house of the people" and the other was seen')
@example("Befreiungsaktion was seen on the Isle of Man")
@example("Befreiungsaktion was seen Photo: Reuters/from the house")
@example("Befreiungsaktion was seen #the of @the house")
@example("Befreiungsaktion was seen, the (house of the people) was")
@settings(max_examples=400, deadline=None)
def test_no_stretch_says_more_than_its_bound(text: str) -> None:
    stretches = text.split()
    bounds = BOUND.bounds(text, stretches)
    if bounds is None or BOUND.may_hold_name(stretches) or SKIMMER.may_hold_telling(stretches):
        return
    for at, said in _most_said(text, stretches):
        most = said[0] if len(said) == 1 else sum(max(0.0, each) for each in said)
        assert most <= bounds[0][at] + 1e-9, stretches[at]


@given(text=LINES)
@settings(max_examples=400, deadline=None)
def test_what_is_left_unread_holds_nothing(text: str) -> None:
    if SKIMMER.holds_nothing(text):
        assert DETECTOR.explain(text).spans == ()


def test_fragments_are_read_whatever_stands_around_them() -> None:
    for line in foreign_lines():
        if DETECTOR.explain(line.text).spans:
            assert not SKIMMER.holds_nothing(line.text)


@pytest.mark.parametrize(
    "text",
    [
        "The prime minister visited the flooded region on Tuesday",
        # A word other languages have as well, amid a sentence.
        "An optional trailing comma may be present after the arguments",
        # Names nobody lists.
        "Police said that Mwadura was arrested",
        # English furniture gives no other language away.
        "See also: how the search continues",
    ],
)
def test_plain_lines_are_left_unread(text: str) -> None:
    assert SKIMMER.holds_nothing(text)


def test_a_word_that_nobody_lists_may_be_a_slip() -> None:
    text = "Regierungstrupen"
    assert not SKIMMER.holds_nothing(f"{text} gegen Stadt")


def test_what_a_page_allows_is_no_reason_to_leave_a_fragment_unread() -> None:
    text = "Irak | Befreiungsaktion Mossul"
    assert Detector("en", allowed=["Irak | Befreiungsaktion"]).explain(text).spans == tuple(
        Detector("en", allowed=["Irak | Befreiungsaktion"]).foreign_spans(text)
    )
