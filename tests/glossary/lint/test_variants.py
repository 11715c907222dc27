from __future__ import annotations

from tests.glossary.lint.files import found


def test_a_variant_of_two_terms_is_told_at_the_second() -> None:
    rows = "Kiew,Kyiv,,,,,Kijew\nKiewer Rus,Kyivan Rus,,,,,Kijew"
    assert found("variants", rows) == [
        "a:3: the variant 'Kijew' is one of 'Kiew' in line 2 too; remove one"
    ]


def test_rows_of_one_source_may_share_theirs() -> None:
    assert found("variants", "Kiew,Kyiv,,,,,Kijew\nKiew,Kiev,,,deprecated,,Kijew") == []


def test_another_file_may_overrule_them() -> None:
    assert found("variants", "Kiew,Kyiv,,,,,Kijew", "Kijew,Kyiv") == []
