from __future__ import annotations

from capqa.glossary.suggesting.candidate import MOST_EXAMPLES, Candidate, Example
from capqa.glossary.suggesting.unknown_words import UnknownWord, candidates, merged


def words(*texts: str, language: str = "de") -> list[UnknownWord]:
    return [UnknownWord(t, language, Example("a.txt", at, t)) for at, t in enumerate(texts, 1)]


def counts(found: list[Candidate]) -> list[tuple[str, int]]:
    return [(each.source, each.seen) for each in found]


def test_forms_count_for_the_dictionary_form_that_was_met() -> None:
    found = candidates(words("Kiesgruben", "Kiesgrube", "Kiesgruben", "Bagger", "Baggers"))
    assert counts(found) == [("Kiesgrube", 3), ("Bagger", 2)]


def test_a_form_whose_dictionary_form_was_not_met_stays_as_it_is() -> None:
    assert counts(candidates(words("Kiesgruben"))) == [("Kiesgruben", 1)]


def test_spellings_and_languages() -> None:
    found = candidates(
        [*words("KIESGRUBE", "Kiesgrube", "Kiesgrube"), *words("kies", language="nl")]
    )
    assert counts(found) == [("Kiesgrube", 3), ("kies", 1)]


def test_numbers_and_snippets_are_none() -> None:
    assert candidates(words("2017", "ab", "--")) == []


def test_a_few_examples_are_kept() -> None:
    (found,) = candidates(words(*["Kiesgrube"] * 9))
    assert [each.line for each in found.examples] == list(range(1, MOST_EXAMPLES + 1))


def test_a_word_that_was_translated_counts_for_its_likeliest_entry() -> None:
    edited = [
        Candidate("Kiesgrube", "quarry", "de", edits=1),
        Candidate("Kiesgrube", "gravel pit", "de", edits=2),
    ]
    found = merged(edited, candidates(words("Kiesgrube", "Bagger")))
    assert [(c.target, c.edits, c.seen) for c in found] == [
        ("quarry", 1, 0),
        ("gravel pit", 2, 1),
        ("", 0, 1),
    ]
