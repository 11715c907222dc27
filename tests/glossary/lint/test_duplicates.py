from __future__ import annotations

from tests.glossary.lint.files import found


def test_between_files_the_later_one_is_told() -> None:
    assert found("duplicates", "Waffe,weapon,noun", "Waffe,weapon,noun") == [
        "b:2: 'Waffe' -> 'weapon' stands in a.de-en.csv:2 already; remove one of them"
    ]


def test_contradicting_statuses_are_told() -> None:
    rows = "Kiew,Kyiv,noun,n,preferred\nKiew,Kyiv,noun,n,forbidden"
    assert found("duplicates", rows) == [
        "a:3: 'Kiew' -> 'Kyiv' is forbidden here, preferred in line 2; decide which"
    ]


def test_another_part_of_speech_or_case_is_another_entry() -> None:
    assert found("duplicates", "essen,meal,verb\nessen,meal,noun\nEssen,meal,noun") == []


def test_white_space_does_not_hide_one() -> None:
    assert len(found("duplicates", "Waffe,civil war\nWaffe , civil  war")) == 1


def test_another_spelling_of_a_source_is_the_same_source() -> None:
    assert found("duplicates", "Ampel-Koalition,coalition\nAmpelkoalition,coalition") == [
        "a:3: 'Ampelkoalition' -> 'coalition' stands in line 2 already, spelt 'Ampel-Koalition'; "
        "either spelling finds both, remove one"
    ]
    assert len(found("duplicates", "Flüchtling,refugee", "Fluechtling,refugee")) == 1


def test_case_and_open_hyphens_make_another_source() -> None:
    assert found("duplicates", "Groß-,large\ngroß,large\nGroß,large\nGROSS,large") == []
