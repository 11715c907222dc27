from __future__ import annotations

from tests.glossary.lint.files import found


def test_each_place_is_told() -> None:
    rows = "Waffe ,weapon\n Krieg,war\nZaun,a\u00a0fence\nTor,a\tgate\n\nTür,door"
    assert [each.partition(";")[0] for each in found("whitespace", rows)] == [
        "a:2: source ends in white space",
        "a:3: source begins with white space",
        "a:4: target has white space other than single spaces",
        "a:5: target has white space other than single spaces",
        "a:6: a blank line",
    ]


def test_a_note_may_have_lines() -> None:
    rows = 'Waffe,weapon,"one\ntwo"'
    assert found("whitespace", rows, columns="source,target,note") == []
    assert len(found("whitespace", rows, columns="source,target,variants")) == 1
