"""Which words a fragment holds: what a reviewer would replace, and nothing beside it."""

from __future__ import annotations

import pytest

from capqa.language.detection import Detector
from capqa.model import Role


@pytest.fixture(scope="module")
def english() -> Detector:
    return Detector("en")


def fragments(detector: Detector, text: str) -> list[str]:
    spans = detector.foreign_spans(text, role=Role.CAPTION)
    return [span.span.of(text) for span in spans if span.confidence >= Detector.threshold]


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        # Names before and after it, which English spells alike.
        ("Sigourney Weaver auf der Pressekonferenz", "auf der Pressekonferenz"),
        ("Peru Überschwemmungen im Armenviertel", "Überschwemmungen im Armenviertel"),
        ("Kundgebung gegen Rassismus, Bochum", "Kundgebung gegen Rassismus"),
        ("Rafael Nadal après sa victoire", "après sa victoire"),
        # Names that its own words govern.
        ("Hollande auf dem Weg nach Mali", "auf dem Weg nach Mali"),
        ("Protest vor dem Hotel Moskva", "Protest vor dem Hotel Moskva"),
        # The sentence around it.
        ("Workers auf der Baustelle in Doha on Monday", "auf der Baustelle"),
        ("Nurses in einem Feldlazarett near the front", "in einem Feldlazarett"),
        ("Syrian civil war | Luftangriffe auf Homs", "Luftangriffe auf Homs"),
        # A year belongs to a caption, but not where the name beside it is left out.
        ("Eröffnung der Brücke 1964", "Eröffnung der Brücke 1964"),
        ("Bolivia Präsidentschaftswahlen 2019", "Präsidentschaftswahlen"),
    ],
)
def test_the_names_beside_it_are_left_out(english: Detector, text: str, fragment: str) -> None:
    assert fragments(english, text) == [fragment]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The army shelled villages near Charkiw on Friday", ["Charkiw"]),
        ("A ferry from Genua to Palermo caught fire", ["Genua"]),
        ("Tourists flock to the beaches of Sansibar", ["Sansibar"]),
        ("The army shelled villages near Kharkiv on Friday", []),
        ("Dr Florenz spoke for an hour about the election", []),
    ],
)
def test_places_in_the_wrong_spelling_are_found_in_sentences(
    english: Detector, text: str, places: list[str]
) -> None:
    assert fragments(english, text) == places


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("Trains to Poltava затримуються again", "затримуються"),
        ("Police block the road 在上海 on Tuesday", "在上海"),
        ("A market in Busan (자료사진)", "자료사진"),
        ("A ferry near Gotland (arkivbild)", "arkivbild"),
    ],
)
def test_words_in_other_letters_and_markers_are_found(
    english: Detector, text: str, fragment: str
) -> None:
    assert [found.strip("()") for found in fragments(english, text)] == [fragment]


@pytest.mark.parametrize(
    "text",
    [
        # What brackets explain, and what in brackets explains.
        "Reporter ohne Grenzen (Reporters Without Borders)",
        "The federal police (Bundespolizei und Zoll) searched the building",
        "Woche der Brüderlichkeit, or Week of Fraternity, began on Sunday",
        "北京 (Beijing) seen from above",
        # Postal addresses.
        "Pariser Straße 12, 10719 Berlin",
        "ul. Marszałkowska 8, 00-590 Warszawa",
        "12 rue Oudinot, 75007 Paris",
        # Firms and clubs, by their form.
        "Vereinigte Papierwerke AG",
        "Schachfreunde Brackel",
        "Shell Deutschland",
        # Cells that name languages.
        "Listen to us in English | Auf Deutsch | En español",
        # Days of the month end no sentence.
        "Straße des 17. Juni",
        # Vietnamese names give each syllable a capital.
        "Phạm Văn Đồng",
        # Initials.
        "Folha de S. Paulo",
        # A title in Romance has capitals where a caption has none.
        "Fiesta Nacional de la Vendimia",
    ],
)
def test_it_is_no_fragment(english: Detector, text: str) -> None:
    assert fragments(english, text) == []


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        # An address needs its number beside the street.
        ("Mauerbau 1961 Bernauer Straße", "Mauerbau"),
        # A listed name inside a caption is part of it.
        ("Anhänger der Tweede Kamer demonstrieren", "Anhänger der Tweede Kamer demonstrieren"),
        # A caption after its credit.
        ("Foto: dpa/M. Muster Kinder spielen auf der Straße", "Kinder spielen auf der Straße"),
        # Brackets that tell about the picture explain nothing.
        ("Feuerwehrleute löschen Brand (file photo)", "Feuerwehrleute löschen Brand"),
    ],
)
def test_what_looks_like_a_name_may_be_a_fragment(
    english: Detector, text: str, fragment: str
) -> None:
    assert fragments(english, text) == [fragment]
