"""Units that the translation lacks beside the number."""

from __future__ import annotations

import pytest

from tests.translation_rules.asking import problems


@pytest.mark.parametrize(
    ("languages", "source", "text"),
    [
        ("de-en", "50 Prozent", "50 of them"),
        ("de-en", "300 Euro", "300 dollars"),
        ("en-de", "20 kg", "20 Pfennige"),
        ("de-en", "2,5 Millionen Euro", "2.5 million people"),
        ("en-fr", "$5 million", "5 millions de personnes"),
        ("tr-en", "yüzde 50", "50 people"),
        ("fr-en", "30 pour cent", "30 people"),
        ("ru-de", "25 процентов", "25 Menschen"),
    ],
)
def test_reported(languages: str, source: str, text: str) -> None:
    assert problems("units-lost", source, text, languages)


@pytest.mark.parametrize(
    ("languages", "source", "text"),
    [
        ("de-en", "50 Prozent", "50 %"),
        ("de-en", "20 Euro", "€20"),
        ("de-en", "50 Kilometer", "50 km"),
        ("de-en", "50 Kilometer", "31 miles (50)"),
        ("en-de", "70 pounds", "70 Kilo"),
        ("es-en", "60 por ciento", "60 percent"),
        ("tr-en", "yüzde 64", "64%"),
        ("ar-en", "20 مليون دولار", "$20 million"),
        ("en-de", "5m people", "5 Millionen Menschen"),
        ("fr-en", "5 livres", "5 books"),
        ("ru-de", "5 миллионов", "5 Millionen"),
        ("de-ka", "50 Prozent", "50"),
        ("de-en", "300 Euro", "some money"),
    ],
)
def test_clean(languages: str, source: str, text: str) -> None:
    assert problems("units-lost", source, text, languages) == []
