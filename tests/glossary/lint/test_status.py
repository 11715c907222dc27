from __future__ import annotations

from tests.glossary.lint.files import found


def test_what_resembles_none_gets_them_all() -> None:
    assert found("status", "Waffe,weapon,noun,f,xyz") == [
        "a:2: unknown status 'xyz'; "
        "use one of preferred, keep-as-is, admitted, deprecated, forbidden"
    ]


def test_case_counts_as_it_does_for_the_reader() -> None:
    assert found("status", "Waffe,weapon,noun,f,Preferred") == [
        "a:2: unknown status 'Preferred'; did you mean 'preferred'?"
    ]


def test_known_ones_and_none_are_fine() -> None:
    assert found("status", "Waffe,weapon\nNATO,NATO,,,keep-as-is\nX,y,,,forbidden") == []
