"""The structures that are measured beside each other give the same answers."""

from __future__ import annotations

from benchmarks.glossary.parts import rows


def test_parts_are_counted() -> None:
    found = {row[0]: row[3] for row in rows(["bund", "tag", "bundestag"], ["bundestage", "tag"])}
    beginnings = [found.pop(name) for name in list(found) if "beginnings" in name]
    assert beginnings == ["3", "3"]
    assert set(found.values()) <= {"4"}
