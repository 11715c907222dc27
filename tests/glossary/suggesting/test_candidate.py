from __future__ import annotations

from capqa.glossary.suggesting.candidate import Candidate, ranked


def test_often_met_comes_first_then_translated_then_by_name() -> None:
    given = [
        Candidate("rar", "", "de", seen=1),
        Candidate("b", "", "de", seen=3),
        Candidate("a", "", "de", seen=3),
        Candidate("c", "x", "de", edits=2, seen=1),
        Candidate("d", "x", "de", edits=4),
    ]
    assert [each.source for each in ranked(given, 2)] == ["d", "c", "a", "b"]
