from __future__ import annotations

import pytest

from tests.glossary.lint.files import found


def test_swapped_columns_are_noticed() -> None:
    (message,) = found("source-language", "rescued hostages,gerettete Geiseln,noun")
    assert message.startswith("a:2: the source 'rescued hostages' is English, not German")


@pytest.mark.parametrize(
    ("pair", "source"),
    [
        ("ru-en", "weapon"),
        ("de-en", "оружие"),
        ("uk-en", "выборы"),
        ("ru-en", "місто"),
    ],
)
def test_other_alphabets_and_strange_letters(pair: str, source: str) -> None:
    assert len(found("source-language", f"{source},election", pair=pair)) == 1


@pytest.mark.parametrize(
    ("pair", "row"),
    [
        *[("ru-en", "NATO,NATO"), ("uk-en", "ООН,UN"), ("ja-en", "東京,Tokyo")],
        *[("de-en", "Team,squad,noun"), ("de-en", "Weapon,Weapon"), ("de-en", "Manager,manager")],
        *[("de-en", "Hostage,Geisel,proper noun"), ("xx-en", "weapon,arm"), ("tr-en", "ABD,US")],
    ],
)
def test_names_loans_and_unknown_languages_are_left_alone(pair: str, row: str) -> None:
    assert found("source-language", row, pair=pair) == []
