from __future__ import annotations

import csv
from pathlib import Path

import pytest

import capqa.translation.lexicon
from capqa.glossary.entry import Entry
from capqa.glossary.termbase import Termbase
from capqa.translation.enforcement.terms import required_terms
from capqa.translation.grammar.names import sound
from capqa.translation.lexicon.lexicon import Lexicons, lexicons_of
from tests.translation.worlds import KNOWLEDGE, lexicons, noun, termbase

COMMON = Path(capqa.translation.lexicon.__file__).parent / "common"


def test_common_words_help_but_do_not_bind() -> None:
    lexicon = lexicons().of("de", "en")
    (match,) = lexicon.find("Lagerhaus")
    assert match.entry.target == "warehouse"
    assert not lexicon.is_term(match.entry)
    assert required_terms("Lagerhaus", lexicon) == ()


def test_a_term_of_the_user_s_replaces_the_common_word_and_binds() -> None:
    lexicon = lexicons(noun("Lagerhaus", "depot", "n")).of("de", "en")
    (match,) = lexicon.find("Lagerhauses")
    assert match.entry.target == "depot"
    assert [term.target for term in required_terms("Lagerhauses", lexicon)] == ["depot"]


def test_words_of_the_domain_general_do_not_bind() -> None:
    general = Entry("Baum", "tree", "noun", "m", domain="general")
    lexicon = Lexicons(Termbase([[general]]), KNOWLEDGE).of("de", "en")
    assert required_terms("Baum", lexicon) == ()


def test_a_compound_of_terms_and_common_words_does_not_bind() -> None:
    lexicon = lexicons().of("de", "en")
    assert [term.source for term in required_terms("Lagerhausoffensive", lexicon)] == []
    assert [term.source for term in required_terms("Regierungsoffensive", lexicon)] == [
        "Regierungsoffensive"
    ]


def test_lexicons_are_shared_by_all_who_use_a_termbase() -> None:
    base = termbase()
    assert lexicons_of(base) is lexicons_of(base)
    assert lexicons_of(base).of("de", "en") is lexicons_of(base).of("de", "en")
    assert lexicons_of(base) is not lexicons_of(termbase())


@pytest.mark.parametrize("path", sorted(COMMON.glob("*.csv")), ids=lambda path: path.name)
def test_the_lists_of_common_words_are_sorted_without_doubles(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["source", "target", "part_of_speech", "gender"]
    sources = [row[0] for row in rows[1:]]
    assert all(len(row) == 4 and row[0].strip() and row[1].strip() for row in rows)
    assert len(sources) == len(set(sources))
    assert sources == sorted(sources, key=lambda source: (source.casefold(), source))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Selenskyj", "Zelenskyy"),
        ("Lukaschenko", "Lukashenko"),
        ("Lawrow", "Lavrov"),
        ("Poroschenko", "Poroshenko"),
    ],
)
def test_transliterations_of_a_name_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


def test_different_names_do_not_sound_alike() -> None:
    assert len({sound(name) for name in ("Merkel", "Putin", "Obama", "Scholz", "Macron")}) == 5


def test_a_compound_no_list_holds_is_a_word_and_no_name() -> None:
    german = lexicons_of(Termbase()).of("de", "en")
    assert german.is_only_source_word("Zwergpinguine")
    assert not german.is_only_source_word("Okonkwo")
