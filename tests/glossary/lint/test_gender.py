from __future__ import annotations

from tests.glossary.lint.files import found


def test_german_nouns_need_one_others_do_not() -> None:
    rows = "Waffe,weapon,noun\nrot,red,adjective\nEU,EU,proper noun\nX,y"
    assert len(found("gender", rows)) == 1
    assert found("gender", "arma,weapon,noun", pair="es-en") == []


def test_files_without_the_column_are_not_asked_for_it() -> None:
    assert found("gender", "Waffe,noun,weapon", columns="source,part_of_speech,target") == []


def test_unknown_ones_are_told() -> None:
    assert found("gender", "Waffe,weapon,noun,w") == ["a:2: unknown gender 'w'; use m, f, n or p"]
