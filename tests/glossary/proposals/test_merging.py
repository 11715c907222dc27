"""Git may put the lines of two branches in any order, and leave some twice."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from capqa.glossary.proposals import journal
from capqa.glossary.proposals.events import Change, Event, Proposal, Rejection, Undoing
from capqa.glossary.proposals.rows import latest_of, rows

if TYPE_CHECKING:
    from random import Random

PAIR = ("de", "en")


def at(second: int) -> str:
    return f"2026-05-31T12:00:{second:02}.000Z"


EVENTS: list[Event] = [
    Proposal(by="ana", source="Kiesgrube", target="gravel pit", id="a", at=at(0)),
    Proposal(by="ben", source="Kiesgrube", target="gravel pit", id="b", at=at(1)),
    Proposal(by="ben", source="Kiesgrube", target="quarry", id="c", at=at(2)),
    Proposal(by="ana", source="Aal", target="eel", id="d", at=at(3)),
    Rejection(by="eva", proposals=("a",), reason="no", id="e", at=at(4)),
    Change(by="leo", proposals=("a", "b"), glossary="x", before={}, after={}, id="f", at=at(5)),
    Rejection(by="eva", proposals=("c",), id="g", at=at(6)),
    Undoing(by="eva", undone="g", id="h", at=at(7)),
    Proposal(by="carla", source="Aal", target="eel", id="i", at=at(8)),
]


@given(st.randoms(use_true_random=False), st.integers(0, len(EVENTS)))
@settings(max_examples=40)
def test_the_order_of_lines_says_nothing(random: Random, twice: int) -> None:
    shuffled = [*EVENTS, *EVENTS[:twice]]
    random.shuffle(shuffled)
    with TemporaryDirectory() as folder:
        path = Path(folder, "house.de-en.proposals.jsonl")
        journal.append(path, shuffled)
        events = journal.read(path).events
    assert rows(PAIR, events) == rows(PAIR, EVENTS)
    for name in ("eva", "leo", "ana"):
        assert latest_of(events, name) == latest_of(EVENTS, name)
