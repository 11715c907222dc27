from __future__ import annotations

import pytest

from tests.glossary.lint.files import found


@pytest.mark.parametrize("column", ["source", "target", "variants"])
def test_every_column_is_looked_at(column: str) -> None:
    row = {"source": "Waffe", "target": "weapon", "variants": "Waffen", column: "Wаffe"}
    columns = "source,target,variants"
    (message,) = found("homoglyphs", ",".join(row.values()), columns=columns)
    assert f"{column}: 'Wаffe' mixes Latin with Cyrillic letters (а, U+0430)" in message


def test_the_alphabet_of_fewer_letters_is_the_strange_one() -> None:
    (message,) = found("homoglyphs", "вoйна,war", pair="ru-en")
    assert "mixes Cyrillic with Latin letters (o, U+006F)" in message


@pytest.mark.parametrize("word", ["IT-компания", "д'Артаньян", "Tシャツ", "Größe", "COVID19"])
def test_what_is_meant_is_left_alone(word: str) -> None:
    assert found("homoglyphs", f"{word},x", pair="ru-en") == []
