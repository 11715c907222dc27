from __future__ import annotations

import pytest

from capqa.glossary.editing.word_guesses import guess
from capqa.glossary.files import read_glossary, shipped_folder


@pytest.mark.parametrize(
    ("source", "target", "part_of_speech", "gender"),
    [
        ("Fluchthelfer", "escape agent", "noun", ""),
        ("Volksverhetzung", "incitement to hatred", "noun", "f"),
        ("Föderalismus", "federalism", "noun", "m"),
        ("Ursprung", "origin", "noun", ""),
        ("Essen", "food", "noun", ""),
        ("Mossul", "Mosul", "proper noun", ""),
        ("terroristisch", "terrorist", "adjective", ""),
        ("Bundes-", "federal", "prefix", ""),
        ("Islamist", "Islamist", "", ""),
        ("neben", "beside", "", ""),
        ("-haft", "like", "", ""),
    ],
)
def test_what_is_sure_of_german(source: str, target: str, part_of_speech: str, gender: str) -> None:
    assert guess(source, target, "de", "en") == (part_of_speech, gender)


def test_places_are_names_in_every_language_and_capitals_no_nouns() -> None:
    assert guess("Varsovie", "Warsaw", "fr", "en").part_of_speech == "proper noun"
    assert guess("Premier", "prime minister", "fr", "en") == ("", "")


def test_guesses_agree_with_what_people_wrote() -> None:
    wrong = {"part of speech": 0, "gender": 0}
    sure = {"part of speech": 0, "gender": 0}
    for path in sorted(shipped_folder().glob("*.de-en.csv")):
        for entry in read_glossary(path):
            found = guess(entry.source, entry.target, "de", "en")
            for name, guessed, written in (
                ("part of speech", found.part_of_speech, entry.part_of_speech),
                ("gender", found.gender, entry.gender),
            ):
                sure[name] += bool(guessed)
                wrong[name] += bool(guessed) and guessed != written
    assert sure["part of speech"] > 4_000
    assert wrong["part of speech"] <= sure["part of speech"] * 0.005
    assert sure["gender"] > 400
    assert wrong["gender"] == 0
