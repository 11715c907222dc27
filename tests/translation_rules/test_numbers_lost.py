"""Numbers that the translation lacks, however the two languages write them."""

from __future__ import annotations

import pytest

from tests.translation_rules.asking import problems


@pytest.mark.parametrize(
    ("languages", "source", "text"),
    [
        ("de-en", "12.000 Menschen", "120,000 people"),
        ("de-en", "am 3. Mai 2016", "on May 4, 2016"),
        ("de-en", "3 Milliarden Euro", "3 million euros"),
        ("de-en", "1,5 Mio. Euro", "15 million euros"),
        ("fr-en", "1 500 personnes", "1,600 people"),
        ("ar-en", "٤٥ قتيلا", "54 dead"),
        ("en-de", "at 4:30 p.m.", "um 17.30 Uhr"),
        ("de-en", "Die 7 Toten", "The eight dead"),
        ("de-en", "im Jahr 1989", "in the year 1998"),
        ("de-en", "fünfzig (50) Tote", "fifty dead"),
        ("de-en", "Die 10 Soldaten", "The soldiers on the bridge"),
    ],
)
def test_reported(languages: str, source: str, text: str) -> None:
    assert problems("numbers-lost", source, text, languages)


@pytest.mark.parametrize(
    ("languages", "source", "text"),
    [
        ("de-en", "12.000 Menschen", "12,000 people"),
        ("de-fr", "12.000 Menschen", "12\u202f000 personnes"),
        ("de-en", "1.234,56 Euro", "1,234.56 euros"),
        ("de-en", "2,50 Euro", "2.5 euros"),
        ("de-es", "1,5 Milliarden", "1.500 millones"),
        ("pl-de", "750 tys. euro", "750.000 Euro"),
        ("tr-en", "50 bin kişi", "50,000 people"),
        ("de-en", "16 200 Menschen", "On the 16th, 200 people"),
        ("de-en", "am 5.3.2020", "on March 5, 2020"),
        ("en-ru", "on 5/3/2020", "5 марта 2020"),
        ("de-fr", "im 19. Jahrhundert", "au XIXe siècle"),
        ("de-en", "um 20.15 Uhr", "at 8:15 p.m."),
        ("en-de", "6 p.m.", "18 Uhr"),
        ("en-uk", "6 p.m.", "18:00"),
        ("de-en", "Die 1990er", "The '90s"),
        ("de-en", "Die 3 Kinder", "The three children"),
        ("de-pl", "2 Kinder", "dwoje dzieci"),
        ("en-ar", "Past 7 days", "الأيام السبعة الماضية"),
        ("en-sv", "&#169; 2016", "© 2016"),
        ("en-de", "%1$s of 5", "5 von %1$s"),
        ("de-en", "Version 1.2.3", "Version 1.2.3"),
        ("de-ka", "Die 2 Kinder", "ორი ბავშვი"),
        ("de-en", "ohne Zahlen", "without numbers in 2016"),
    ],
)
def test_clean(languages: str, source: str, text: str) -> None:
    assert problems("numbers-lost", source, text, languages) == []


@pytest.mark.parametrize(
    ("source", "text", "marked"),
    [
        ("2,5 Millionen Euro", "25 million euros", "25 million"),
        ("3 Milliarden Euro", "3 million euros", "3 million"),
        ("12 Tote, 30 Verletzte", "12 dead, 31 injured", "31"),
        ("12 Tote, 30 Verletzte", "People died", "People died"),
    ],
)
def test_the_number_that_stands_instead_is_marked(source: str, text: str, marked: str) -> None:
    (problem,) = problems("numbers-lost", source, text)
    assert problem.span.of(text) == marked


def test_all_that_is_lost_is_one_problem() -> None:
    (problem,) = problems("numbers-lost", "21, 22, 23, 24 und 25", "some")
    assert problem.message == "lost: 21, 22, 23, ..."
