"""What a decision records beside who, when and what: languages, origin, glossaries, place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from capqa.model import Action, Decision
from capqa.review.glossary_state import glossary_states
from capqa.review.log import DecisionLog
from capqa.review.pairs import DecisionPairs
from capqa.review.session import Session
from tests.review.desk import PAGE, items_in, translation

IRAK, MOSSUL, SYRIEN, KRIEG, CREDIT = range(5)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_bytes(PAGE.encode())
    return path


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "log.sqlite3"


def session(page: Path, log: Path) -> Session:
    return Session(
        [replace(item, target_language="en") for item in items_in(page)],
        DecisionLog(log),
        reviewer="ana",
        suggest=translation,
        glossary_state=lambda language, target: f"{language}-{target}-1",
    )


def test_every_decision_records_languages_glossaries_and_place(page: Path, log: Path) -> None:
    review = session(page, log)
    review.accept(IRAK)
    review.dismiss(SYRIEN)
    review.undo()
    review.redo()
    decisions = DecisionLog(log).decisions()
    assert {(each.language, each.target_language) for each in decisions} == {("de", "en")}
    assert {each.glossary for each in decisions} == {"de-en-1"}
    assert [each.place for each in decisions] == ["1:1", "5:1", "5:1", "5:1"]


def test_the_origin_is_that_of_the_suggestion_accepted(page: Path, log: Path) -> None:
    review = session(page, log)
    review.accept(IRAK)
    review.suggestion(MOSSUL)
    review.accept(MOSSUL, "Mosul!")
    review.accept(SYRIEN, "the Syria nobody proposed")
    review.edit(KRIEG, "war")
    assert [each.origin for each in DecisionLog(log).decisions()] == ["test", "test", "", ""]


def test_the_memory_uses_the_languages_recorded(page: Path, log: Path) -> None:
    session(page, log).accept(IRAK)
    DecisionLog(log).append(
        Decision("old", "page.txt", Action.ACCEPT, "war", "Krieg", "ben", "2024", "00")
    )
    pairs = DecisionPairs([log], target_language="fr")()
    assert [(each.source, each.source_language, each.target_language) for each in pairs] == [
        ("Irak", "de", "en"),
        ("Krieg", "", "fr"),
    ]


def test_the_memory_reads_a_log_that_is_open_as_well(page: Path, log: Path) -> None:
    review = session(page, log)
    read = DecisionPairs([DecisionLog(log)])
    assert read() == []
    review.accept(IRAK)
    assert [each.target for each in read()] == ["Iraq"]
    assert read() is read()


def test_the_state_of_the_glossaries_changes_with_their_contents_alone(tmp_path: Path) -> None:
    own = tmp_path / "own.de-en.csv"
    own.write_text("source,target\nAmt,office\n", encoding="utf-8")
    shipped = glossary_states([])("de", "en")
    first = glossary_states([own])("de", "en")
    assert len(shipped) == len(first) == 12
    assert shipped != first
    assert glossary_states([own])("de", "en") == first
    renamed = own.rename(tmp_path / "other.de-en.csv")
    assert glossary_states([renamed])("de", "en") == first
    renamed.write_text("source,target\nAmt,agency\n", encoding="utf-8")
    assert glossary_states([renamed])("de", "en") not in (shipped, first)
    assert glossary_states([renamed])("xx", "yy") == ""
    assert glossary_states([Path("/no/such/file")])("de", "en") == ""
