from __future__ import annotations

from tests.glossary.lint.files import found


def test_between_files() -> None:
    assert found("conflicts", "Waffe,weapon,noun", "Waffe,arm,noun") == [
        "b:2: 'Waffe' is 'arm' here and 'weapon' in a.de-en.csv:2, both preferred; "
        "make one of them admitted"
    ]


def test_keep_as_is_is_a_preferred_target_too() -> None:
    rows = "Bundestag,Bundestag,noun,m,keep-as-is\nBundestag,parliament,noun,m,preferred"
    assert len(found("conflicts", rows)) == 1


def test_admitted_targets_and_other_parts_of_speech_are_none() -> None:
    assert found("conflicts", "Waffe,weapon,noun\nWaffe,arm,noun,f,admitted") == []
    assert found("conflicts", "essen,eat,verb\nessen,meal,noun") == []


def test_another_spelling_of_a_source_is_the_same_source() -> None:
    (message,) = found("conflicts", "Flüchtling,refugee,noun\nFluechtling,migrant,noun")
    assert "'refugee' in line 2, spelt 'Flüchtling', both preferred" in message
