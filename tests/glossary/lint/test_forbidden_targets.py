from __future__ import annotations

from tests.glossary.lint.files import found

FORBIDDEN = "Kiew,Kyiv,proper noun,n,preferred\nKiew,Kiev,proper noun,n,forbidden"


def test_a_forbidden_name_is_found_in_other_files() -> None:
    assert found("forbidden-targets", FORBIDDEN, "Tagebuch,Kiev diary,noun") == [
        "b:2: the target 'Kiev diary' has 'Kiev', which a.de-en.csv:3 forbids; reword it"
    ]


def test_whole_words_only_and_in_their_case() -> None:
    assert found("forbidden-targets", FORBIDDEN, "Kiewer,Kievan\nX,KIEV") == []


def test_a_common_word_is_forbidden_where_the_source_is_part_of_the_row_s() -> None:
    rows = (
        "Flüchtling,refugee,noun,m,preferred\nFlüchtling,illegal alien,noun,m,forbidden\n"
        "Flüchtlingslager,illegal alien camp\nKriegsflüchtling,war illegal alien\n"
        "minderjähriger Flüchtling,minor illegal alien\nEinwanderer,illegal alien"
    )
    assert [each[:4] for each in found("forbidden-targets", rows)] == ["a:4:", "a:5:", "a:6:"]


def test_deprecated_and_forbidden_targets_may_hold_it() -> None:
    assert found("forbidden-targets", FORBIDDEN + "\nKiewer,Kiev man,noun,m,deprecated") == []
