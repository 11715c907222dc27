"""Proposing keeps at once what a reviewer says, and refuses what the glossary says already."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capqa.errors import CapqaError, ConfigurationError
from capqa.glossary.proposals import journal
from capqa.glossary.proposals.events import (
    Change,
    Proposal,
    Rejection,
    Undoing,
    event_in,
    line_of,
)
from capqa.glossary.proposals.proposing import ProposalError, example_of, rows_of
from capqa.glossary.proposals.rows import State
from capqa.glossary.suggesting.candidate import Example
from capqa.model import Finding, Role, Segment, Span
from tests.glossary.proposals.samples import proposed, shelf

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = st.text(max_size=40)
EXAMPLES = st.builds(Example, TEXTS, st.integers(0, 9), TEXTS, TEXTS)
IDS = st.lists(TEXTS, max_size=3).map(tuple)
EVENTS = st.one_of(
    st.builds(
        Proposal,
        by=TEXTS,
        source=TEXTS,
        target=TEXTS,
        part_of_speech=TEXTS,
        gender=TEXTS,
        note=TEXTS,
        origin=st.just("suggested"),
        count=st.integers(0, 99),
        examples=st.lists(EXAMPLES, max_size=2).map(tuple),
        id=TEXTS,
        at=TEXTS,
    ),
    st.builds(Rejection, by=TEXTS, proposals=IDS, reason=TEXTS, id=TEXTS, at=TEXTS),
    st.builds(Undoing, by=TEXTS, undone=TEXTS, id=TEXTS, at=TEXTS),
    st.builds(
        Change,
        by=TEXTS,
        proposals=IDS,
        glossary=TEXTS,
        before=st.dictionaries(TEXTS, TEXTS, max_size=2),
        after=st.dictionaries(TEXTS, TEXTS, max_size=2),
        id=TEXTS,
        at=TEXTS,
    ),
)


@given(EVENTS)
def test_what_is_kept_is_read_again(event: Proposal | Rejection | Undoing | Change) -> None:
    line = line_of(event)
    assert event_in(line) == event
    assert len(line.splitlines()) == 1
    assert not any(ord(each) < 32 or 0x7F <= ord(each) < 0xA0 for each in line)
    assert not any(each in line for each in "\u202e\u2066\u200b\ufeff")
    assert event_in(line.encode().decode()) == event


@given(
    st.one_of(st.text(), st.recursive(st.none() | st.text(max_size=3), st.lists).map(json.dumps))
)
def test_any_line_is_refused_with_one_kind_of_error(line: str) -> None:
    with pytest.raises(ValueError, match=r"(?s).*"):
        event_in(line)


def test_a_proposal_is_beside_the_glossary_at_once(tmp_path: Path) -> None:
    at = shelf(tmp_path)
    before = at.glossary.read_bytes()
    row = proposed(at, "Kiesgrube", "gravel pit")
    assert at.glossary.read_bytes() == before
    (line,) = (tmp_path / "house.de-en.proposals.jsonl").read_text(encoding="utf-8").splitlines()
    content = json.loads(line)
    assert (content["by"], content["source"], content["target"]) == (
        "ana",
        "Kiesgrube",
        "gravel pit",
    )
    assert content["part_of_speech"] == "noun"
    assert content["examples"][0]["written"] == "Workers in a gravel pit"
    assert (row.state, row.reviewers) == (State.OPEN, ("ana",))
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "house.de-en.csv",
        "house.de-en.proposals.jsonl",
    ]


def test_alike_proposals_are_one_row_with_all_their_examples(tmp_path: Path) -> None:
    at = shelf(tmp_path)
    proposed(at, "Kiesgrube", "gravel pit", by="ana", text="one Kiesgrube", note="in Bavaria")
    proposed(at, " Kiesgrube ", "gravel  pit", by="ben", text="two Kiesgrube", note="a pit")
    proposed(at, "Kiesgrube", "quarry", by="ben")
    row, other = rows_of(at)
    assert (row.count, row.reviewers) == (2, ("ana", "ben"))
    assert [each.text for each in row.examples] == ["two Kiesgrube", "one Kiesgrube"]
    assert row.values["note"] == "in Bavaria; a pit"
    assert (other.target, other.count) == ("quarry", 1)


def test_the_same_reviewer_proposes_the_same_of_one_text_once(tmp_path: Path) -> None:
    at = shelf(tmp_path)
    proposed(at, "Kiesgrube", "gravel pit")
    with pytest.raises(ProposalError, match="you have proposed 'Kiesgrube' -> 'gravel pit'"):
        proposed(at, "Kiesgrube", "gravel pit")
    assert proposed(at, "Kiesgrube", "gravel pit", text="elsewhere").count == 2


@pytest.mark.parametrize(
    ("values", "message"),
    [
        (("Zaun", "fence"), "has 'Zaun' -> 'fence' already"),
        (("Befreiung", "liberation"), "has 'Befreiung' -> 'liberation' already"),
        (("", "fence"), "source: .* says nothing"),
        (("Kiesgrube", " "), "target: .* says nothing"),
        (("Kies\x1b[31mgrube", "gravel pit"), "source: .* control character"),
        (("Kies\u202egrube", "gravel pit"), "source: .* control character"),
        (("=cmd|x", "gravel pit"), "source: .* formula"),
        (("x" * 10_000, "gravel pit"), "source: .* 10000 characters"),
    ],
)
def test_what_may_not_be_or_is_there_already_is_refused(
    tmp_path: Path, values: tuple[str, str], message: str
) -> None:
    at = shelf(tmp_path)
    with pytest.raises(ConfigurationError, match=message):
        proposed(at, *values)
    assert not at.journal.exists()


def test_damaged_lines_are_counted_and_swallow_nothing(tmp_path: Path) -> None:
    at = shelf(tmp_path)
    proposed(at, "Kiesgrube", "gravel pit")
    with at.journal.open("a", encoding="utf-8") as file:
        file.write('<<<<<<< HEAD\n{"event": "proposal", "id": "cut sh')
    proposed(at, "Baggersee", "quarry pond")
    read = journal.read(at.journal)
    assert read.unreadable == 2
    assert [row.source for row in rows_of(at)] == ["Kiesgrube", "Baggersee"]


def test_a_merge_that_keeps_a_line_twice_counts_it_once(tmp_path: Path) -> None:
    at = shelf(tmp_path)
    proposed(at, "Kiesgrube", "gravel pit")
    at.journal.write_bytes(at.journal.read_bytes() * 2)
    assert rows_of(at)[0].count == 1


def test_a_folder_that_cannot_be_written_is_an_error_of_one_line(tmp_path: Path) -> None:
    at = shelf(tmp_path)
    at.journal.mkdir()
    with pytest.raises(CapqaError, match="cannot be read"):
        proposed(at, "Kiesgrube", "gravel pit")


def test_an_example_is_the_line_around_the_words(tmp_path: Path) -> None:
    text = "above\n" + "x" * 1000 + " Kiesgrube " + "y" * 1000 + "\nbelow"
    start = text.index("Kiesgrube")
    segment = Segment(text, Role.CAPTION, 0, 3)
    finding = Finding("untranslated", "a.html", segment, Span(start, start + 9), "", "de", 0.9)
    example = example_of(finding, "gravel pit")
    assert (example.path, example.line, example.written) == ("a.html", 4, "gravel pit")
    assert "Kiesgrube" in example.text
    assert len(example.text) < 300
    assert "above" not in example.text
