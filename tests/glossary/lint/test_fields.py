from __future__ import annotations

from capqa.glossary.files import LONGEST_FIELD
from tests.glossary.lint.files import found


def test_endless_fields_are_told() -> None:
    assert found("fields", f"Waffe,weapon,,,,,,{'x' * (LONGEST_FIELD + 1)}") == [
        "a:2: note has 2001 characters, 2000 are read; shorten it or close a quote"
    ]


def test_a_source_of_signs_says_nothing() -> None:
    assert found("fields", "--,weapon") == [
        "a:2: source says nothing; fill it in or remove the row"
    ]


def test_lines_are_those_of_the_file_after_a_field_of_several_lines() -> None:
    rows = 'Waffe,"a\nb"\nKrieg,'
    assert found("fields", rows, columns="source,target")[0].startswith("a:4: target says nothing")
