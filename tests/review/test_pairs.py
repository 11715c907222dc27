from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from capqa.errors import CapqaError
from capqa.model import Action, Decision
from capqa.review.events import FileWrite
from capqa.review.log import DecisionLog
from capqa.review.pairs import DecisionPairs, standing

if TYPE_CHECKING:
    from pathlib import Path


def decision(
    action: Action = Action.ACCEPT,
    text: str = "",
    *,
    fingerprint: str = "f",
    source: str = "Krieg",
    reviewer: str = "anna",
    second: int = 0,
    base: str = "old",
) -> Decision:
    time = f"2026-01-01T00:00:{second:02}.000+00:00"
    return Decision(fingerprint, "page.txt", action, text, source, reviewer, time, base)


def write(carried: dict[str, str], *, base: str = "old", new: str = "new") -> FileWrite:
    return FileWrite("page.txt", base, new, carried, "anna", "2026-01-01T00:00:30.000+00:00")


def texts(*events: Decision | FileWrite) -> list[str]:
    return [each.text for each in standing(events)]


def test_only_what_translates_becomes_a_pair(tmp_path: Path) -> None:
    path = tmp_path / "review.sqlite3"
    log = DecisionLog(path)
    log.append(decision(Action.ACCEPT, "war", fingerprint="a", source="Krieg"))
    log.append(decision(Action.EDIT, "peace", fingerprint="b", source="Frieden"))
    log.append(decision(Action.DISMISS, fingerprint="c"))
    log.append(decision(Action.SKIP, fingerprint="d"))
    log.close()
    found = DecisionPairs([path], target_language="en")()
    assert [(each.source, each.target, each.reviewer) for each in found] == [
        ("Krieg", "war", "anna"),
        ("Frieden", "peace", "anna"),
    ]
    assert {each.target_language for each in found} == {"en"}


def test_undone_decisions_and_those_decided_over_do_not_count() -> None:
    first, second = decision(text="war"), decision(text="conflict", second=1)
    undo = decision(Action.UNDO, second=2)
    assert texts(first, second) == ["conflict"]
    assert texts(first, second, undo) == ["war"]
    assert texts(first, undo) == []
    assert texts(first, decision(Action.DISMISS, second=1)) == [""]


def test_an_undo_after_the_file_was_written_counts() -> None:
    after = decision(Action.UNDO, fingerprint="g", base="new", second=31)
    assert texts(decision(text="war"), write({"f": "g"})) == ["war"]
    assert texts(decision(text="war"), write({"f": "g"}), after) == []


def test_a_writing_that_never_took_place_moves_no_decision() -> None:
    undo = decision(Action.UNDO, fingerprint="f", base="old", second=31)
    assert texts(decision(text="war"), write({"f": "g"}), undo) == []


def test_fingerprints_that_change_places_keep_their_decisions_apart() -> None:
    one = decision(text="war", fingerprint="f")
    two = decision(text="conflict", fingerprint="g", second=1)
    undo = decision(Action.UNDO, fingerprint="f", base="new", second=31)
    assert texts(one, two, write({"f": "h", "g": "f"}), undo) == ["war"]


def test_a_log_that_does_not_exist_is_empty_and_is_not_created(tmp_path: Path) -> None:
    path = tmp_path / "none" / "review.sqlite3"
    assert DecisionPairs([path])() == []
    assert list(tmp_path.iterdir()) == []


def test_the_log_is_read_again_only_when_it_changed(tmp_path: Path) -> None:
    path = tmp_path / "review.sqlite3"
    log = DecisionLog(path)
    log.append(decision(text="war"))
    read = DecisionPairs([path])
    before = read()
    assert read() is before
    log.append(decision(text="conflict", second=1))
    assert [each.target for each in read()] == ["conflict"]
    log.close()


def test_a_file_that_is_no_log_is_told(tmp_path: Path) -> None:
    path = tmp_path / "review.sqlite3"
    path.write_bytes(b"no log at all" * 100)
    with pytest.raises(CapqaError, match="damaged or no decision log"):
        DecisionPairs([path])()
