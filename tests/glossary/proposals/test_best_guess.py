"""What a reviewer most likely proposes: the word nobody knew, and what they wrote for it."""

from __future__ import annotations

import pytest

from capqa.glossary.proposals.best_guess import best_guess
from capqa.model import Finding, Part, Role, Segment, Span, Suggestion, TermVerdict, Verdict

PIT = "Menschen in der Kiesgrube"


def finding(text: str) -> Finding:
    segment = Segment(f"before {text} after", Role.CAPTION, 0, 1)
    return Finding("untranslated", "a.html", segment, Span(7, 7 + len(text)), "", "de", 0.9)


def suggestion(source: str, *parts: tuple[str, str, str], text: str = "") -> Suggestion:
    """Return a suggestion of parts (source words, what they became, origin)."""
    made = []
    for words, target, origin in parts:
        start = source.index(words)
        made.append(Part(Span(start, start + len(words)), target, origin))
    return Suggestion(text or " ".join(part.target for part in made), "glossary", parts=tuple(made))


UNKNOWN = suggestion(
    PIT,
    ("Menschen", "People", "glossary"),
    ("in", "in", "function"),
    ("der", "the", "function"),
    ("Kiesgrube", "Kiesgrube", "unknown"),
)


def test_the_edit_says_what_the_unknown_word_is() -> None:
    assert best_guess(finding(PIT), "en", UNKNOWN, "People in the gravel pit") == {
        "source": "Kiesgrube",
        "target": "gravel pit",
        "part_of_speech": "noun",
    }


def test_without_an_edit_the_unknown_word_is_asked_for() -> None:
    assert best_guess(finding(PIT), "en", UNKNOWN, None) == {"source": "Kiesgrube", "target": ""}


def test_unknown_words_that_follow_one_another_are_one_term() -> None:
    text = "Rosa Panter im Zoo Zebra"
    made = suggestion(
        text,
        ("Rosa", "Rosa", "unknown"),
        ("Panter", "Panter", "unknown"),
        ("im", "in the", "function"),
        ("Zoo", "zoo", "glossary"),
        ("Zebra", "Zebra", "unknown"),
    )
    assert best_guess(finding(text), "en", made, None)["source"] == "Rosa Panter"


def test_an_edit_of_a_known_term_proposes_that_term() -> None:
    text = "Irak | Befreiungsaktion Mossul"
    made = suggestion(
        text,
        ("Irak", "Iraq", "exonym"),
        ("Befreiungsaktion", "liberation operation", "compound"),
        ("Mossul", "Mosul", "glossary"),
        text="Iraq | liberation operation Mosul",
    )
    written = "Iraq | liberation campaign Mosul"
    guess = best_guess(finding(text), "en", made, written)
    assert (guess["source"], guess["target"]) == ("Befreiungsaktion", "liberation campaign")


def test_an_accepted_suggestion_offers_its_least_trusted_word() -> None:
    made = suggestion(PIT, ("Menschen", "People", "glossary"), ("Kiesgrube", "gravel pit", "gloss"))
    guess = best_guess(finding(PIT), "en", made, made.text)
    assert (guess["source"], guess["target"]) == ("Kiesgrube", "gravel pit")


def test_a_term_that_was_not_kept_comes_first() -> None:
    made = Suggestion(
        "attack", "engine", terms=(TermVerdict("Offensive", "push", Verdict.MISSING),)
    )
    guess = best_guess(finding("Offensive"), "en", made, None)
    assert (guess["source"], guess["target"]) == ("Offensive", "push")


@pytest.mark.parametrize(
    ("text", "written", "expected"),
    [
        ("Kiesgrube", None, ("Kiesgrube", "")),
        ("Kiesgrube", "The gravel pit", ("Kiesgrube", "gravel pit")),
        ("Alte Kiesgrube", "old  gravel pit", ("Alte Kiesgrube", "old gravel pit")),
        ("Ein langer Satz über die Kiesgrubenarbeiter hier", None, ("Kiesgrubenarbeiter", "")),
        ("!!", None, ("", "")),
    ],
)
def test_where_nothing_is_known_the_words_are_the_term(
    text: str, written: str | None, expected: tuple[str, str]
) -> None:
    guess = best_guess(finding(text), "en", None, written)
    assert (guess["source"], guess["target"]) == expected
