from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from capqa.glossary.matching import How
from capqa.translation.dictionary.dictionary import Dictionary
from tests.translation.dictionary.word_list import write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COMMON = {"attack": 1e-4, "touch": 1e-4, "broken": 1e-4, "stream": 1e-5, "brook": 1e-5}


@pytest.fixture
def dictionary(tmp_path: Path) -> Iterator[Dictionary]:
    opened = Dictionary(write(tmp_path), tmp_path / "cache", lambda word: COMMON.get(word, 1e-7))
    yield opened
    opened.close()


def targets(dictionary: Dictionary, word: str) -> list[str]:
    gloss = dictionary.look_up(word)
    return [entry.target for entry in gloss.entries] if gloss else []


def test_the_version_is_that_of_the_first_line(dictionary: Dictionary) -> None:
    assert dictionary.version == "tests 2024-02-29"


@pytest.mark.parametrize(
    ("word", "target", "kind", "gender"),
    [
        ("Anschlag", "attack", "noun", "m"),
        ("Anschläge", "attacks", "noun", "p"),
        ("Anschlaege", "attacks", "noun", "p"),
        ("Brandanschlag", "arson attack", "noun", "m"),
        ("Käscher", "landing net", "noun", "m"),
        ("flicken", "patch", "verb", ""),
        ("ausgebessert", "patched", "participle", ""),
        ("flickt", "patches", "form", ""),
        ("leise", "quietly", "other", ""),
        ("Leise", "quietly", "other", ""),
    ],
)
def test_words_as_the_list_has_them(
    word: str, target: str, kind: str, gender: str, dictionary: Dictionary
) -> None:
    gloss = dictionary.look_up(word)
    assert gloss is not None
    assert gloss.how is How.EXACT
    best = gloss.entries[0]
    assert (best.target, best.part_of_speech, best.gender) == (target, kind, gender)


@pytest.mark.parametrize(
    ("word", "target", "ending"),
    [("kaputten", "broken", "en"), ("Baches", "brook", "es"), ("flickende", "patching", "e")],
)
def test_words_in_another_form_of_theirs(
    word: str, target: str, ending: str, dictionary: Dictionary
) -> None:
    gloss = dictionary.look_up(word)
    assert gloss is not None
    assert (gloss.how, gloss.entries[0].target) == (How.INFLECTED, target)
    assert gloss.inflection is not None
    assert gloss.inflection.ending == ending


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Forellenbach", ("trout", "brook")),
        ("Forellennetze", ("trout", "nets")),
        ("Bachforellenreuse", ("brook", "trout", "trap")),
    ],
)
def test_compounds_of_known_nouns(
    word: str, parts: tuple[str, ...], dictionary: Dictionary
) -> None:
    gloss = dictionary.look_up(word)
    assert gloss is not None
    assert gloss.parts == parts
    assert gloss.entries[0].target == " ".join(parts)


@pytest.mark.parametrize(
    "word", ["", "Nichts", "forellenbach", "Bachxforelle", "bach", "Forellen" * 20, "\x00", "Bach "]
)
def test_what_the_list_does_not_know(word: str, dictionary: Dictionary) -> None:
    assert dictionary.look_up(word) is None


def test_everyday_senses_come_before_special_and_slangy_ones(dictionary: Dictionary) -> None:
    assert targets(dictionary, "Anschlag") == ["attack", "touch", "assault"]
    assert targets(dictionary, "kaputt") == ["broken", "out of order", "bust"]
