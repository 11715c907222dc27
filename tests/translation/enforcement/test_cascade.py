from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.model import Span
from capqa.translation.enforcement.alignment import Alignment
from capqa.translation.enforcement.cascade import Enforced, Method, enforce
from capqa.translation.enforcement.rendering import Rendering
from capqa.translation.enforcement.terms import RequiredTerm

if TYPE_CHECKING:
    from collections.abc import Sequence


class Model:
    """Translates what its table says; says the source again for anything else."""

    def __init__(self, **table: Sequence[str | Rendering]) -> None:
        self.table = table
        self.asked: list[str] = []

    def translate(self, texts: Sequence[str], count: int) -> list[list[Rendering]]:
        self.asked += texts
        return [
            [
                each if isinstance(each, Rendering) else Rendering(each)
                for each in self.table.get(text.replace(" ", "_"), [text])[:count]
            ]
            for text in texts
        ]


def term(text: str, source: str, *allowed: str, refused: tuple[str, ...] = ()) -> RequiredTerm:
    start = text.index(source)
    return RequiredTerm(Span(start, start + len(source)), source, allowed, refused)


def run(model: Model, text: str, *terms: RequiredTerm) -> Enforced:
    (found,) = enforce([text], [terms], model)
    return found


def test_without_terms_the_first_answer_stands_and_the_others_are_alternatives() -> None:
    found = run(Model(Krieg=["war", "warfare"]), "Krieg")
    assert found == Enforced("war", Method.FREE, ("warfare",))


def test_an_answer_that_keeps_the_terms_is_taken_as_it_is() -> None:
    text = "Krieg in Mali"
    model = Model(Krieg_in_Mali=["War in Mali", "Wars in Mali", "Conflict in Mali"])
    found = run(model, text, term(text, "Krieg", "war"))
    assert found == Enforced("War in Mali", Method.OWN, ("Wars in Mali",))
    assert model.asked == [text]


def test_the_second_answer_serves_when_the_first_breaks_a_term() -> None:
    text = "Krieg in Mali"
    model = Model(Krieg_in_Mali=["Conflict in Mali", "War in Mali"])
    assert run(model, text, term(text, "Krieg", "war")).method is Method.HYPOTHESIS


def test_what_the_model_calls_the_term_alone_is_replaced_in_number_and_case() -> None:
    text = "Anschläge in Mali"
    model = Model(Anschläge_in_Mali=["Attacks in Mali"], Anschläge=["attacks"])
    found = run(model, text, term(text, "Anschläge", "bombing"))
    assert found == Enforced("Bombings in Mali", Method.RENDERING)


def test_a_refused_target_is_replaced_without_asking_more() -> None:
    text = "die Hisbollah"
    model = Model(die_Hisbollah=["the Hisbollah"])
    found = run(model, text, term(text, "Hisbollah", "Hezbollah", refused=("Hisbollah",)))
    assert found.text == "the Hezbollah"


def test_the_aligned_span_is_replaced_when_the_rendering_is_not_found() -> None:
    text = "Krieg in Mali"
    links = (((0, 8), (0, 5)), ((9, 11), (6, 8)), ((12, 16), (9, 13)))
    model = Model(
        Krieg_in_Mali=[Rendering("Conflict in Mali", Alignment(links))], Krieg=["hostilities"]
    )
    found = run(model, text, term(text, "Krieg", "war"))
    assert found == Enforced("War in Mali", Method.ALIGNMENT)


def test_the_text_is_split_at_the_term_as_a_last_means() -> None:
    text = "Blick auf Charkiw heute"
    model = Model(Blick_auf_Charkiw_heute=["nonsense"], Blick_auf=["View of."], heute=["Today"])
    found = run(model, text, term(text, "Charkiw", "Kharkiv"))
    assert found == Enforced("View of Kharkiv today", Method.SPLIT)


def test_a_term_that_is_only_forbidden_and_cannot_be_replaced_is_reported() -> None:
    text = "die Hisbollah"
    found = run(
        Model(die_Hisbollah=["the Hisbollah"]),
        text,
        term(text, "Hisbollah", refused=("Hisbollah",)),
    )
    assert found.method is Method.FAILED


def test_two_terms_are_both_replaced() -> None:
    text = "Soldat nach Anschlag"
    model = Model(
        Soldat_nach_Anschlag=["Soldier after attack"], Soldat=["soldier"], Anschlag=["attack"]
    )
    found = run(model, text, term(text, "Soldat", "warrior"), term(text, "Anschlag", "bombing"))
    assert found.text == "Warrior after bombing"


def test_one_failing_text_does_not_disturb_the_others_of_its_batch() -> None:
    texts = ["Krieg", "Frieden"]
    model = Model(Krieg=["conflict"], Frieden=["peace"])
    found = enforce(texts, [[term("Krieg", "Krieg", "war")], []], model)
    assert [each.text for each in found] == ["war", "peace"]


def test_scattered_attention_aligns_nothing() -> None:
    alignment = Alignment((((0, 1), (0, 1)), ((2, 3), (2, 3)), ((4, 5), (0, 1))))
    assert alignment.target_of(Span(0, 1), "a b c") is None
    assert alignment.target_of(Span(2, 3), "a b c") == (2, 3)


def test_a_replaced_word_keeps_its_capital_after_a_colon() -> None:
    text = "Köln: Kinder"
    model = Model(**{"Köln:_Kinder": ["Cologne: Children"], "Kinder": ["children"]})
    assert run(model, text, term(text, "Kinder", "minor")).text == "Cologne: Minors"


def test_a_replaced_verb_takes_the_form_of_the_one_it_replaces() -> None:
    text = "Taliban erobern Kundus"
    model = Model(
        Taliban_erobern_Kundus=["Taliban took Kunduz"], erobern=["taking", "take", "took"]
    )
    capture = RequiredTerm(Span(8, 15), "erobern", ("capture",), is_verb=True)
    assert run(model, text, capture).text == "Taliban captured Kunduz"
