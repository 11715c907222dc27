from __future__ import annotations

from tests.glossary.lint.files import found


def test_a_row_in_another_file_does_not_help() -> None:
    files = "Kiew,Kyiv,noun,n,preferred", "Kiew,Kiev,noun,n,forbidden\nKiew,Kief,noun,n,deprecated"
    assert found("missing-targets", *files) == [
        "b:2: 'Kiew' has no target to use; add a preferred one"
    ]


def test_a_preferred_one_anywhere_in_the_file_is_enough() -> None:
    rows = "Kiew,Kiev,noun,n,forbidden\nWaffe,weapon\nKiew,Kyiv,noun,n,preferred"
    assert found("missing-targets", rows) == []
