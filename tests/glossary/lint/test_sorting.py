from __future__ import annotations

from tests.glossary.lint.files import found


def test_case_aside_then_status_then_target() -> None:
    rows = "Abend,evening\nandere,b,,,preferred\nandere,a,,,admitted\nandere,b,,,admitted\nZaun,x"
    assert found("sorting", rows) == []
    assert len(found("sorting", "andere,a,,,admitted\nandere,b,,,preferred")) == 1


def test_each_step_down_is_told_once() -> None:
    assert [each[:4] for each in found("sorting", "b,x\na,x\nc,x\nb,x")] == ["a:3:", "a:5:"]
