from __future__ import annotations

import pytest

from capqa.translation.grammar.english.adverbs import adverb
from capqa.translation.grammar.english.articles import indefinite, name_takes_the
from capqa.translation.grammar.english.nouns import is_plural, plural, singular
from capqa.translation.grammar.english.rendering import capitalised
from capqa.translation.grammar.english.verbs import (
    agreeing,
    gerund,
    infinitive,
    participle,
    past,
    present,
    third_person,
)


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("liberation operation", "liberation operations"),
        ("army", "armies"),
        ("coup attempt", "coup attempts"),
        ("policewoman", "policewomen"),
        ("German", "Germans"),
        ("child soldier", "child soldiers"),
        ("member of parliament", "members of parliament"),
        ("hostage crisis", "hostage crises"),
        ("embassy", "embassies"),
        ("torpedo", "torpedoes"),
        ("church", "churches"),
        ("VIP", "VIPs"),
    ],
)
def test_plurals_and_back(one: str, several: str) -> None:
    assert plural(one) == several
    assert is_plural(several)
    if " of " not in one:
        assert singular(several) == one


@pytest.mark.parametrize("noun", ["rubble", "police", "government troops", "people", "aircraft"])
def test_what_is_a_plural_or_has_none_stays(noun: str) -> None:
    assert plural(noun) == noun


@pytest.mark.parametrize("noun", ["gas", "crisis", "virus", "terrorist", "bus", "mass"])
def test_singulars_in_s_are_no_plurals(noun: str) -> None:
    assert not is_plural(noun)


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("flee", ("flees", "flee", "fled", "fled", "fleeing")),
        ("be", ("is", "are", "was", "been", "being")),
        ("take part", ("takes part", "take part", "took part", "taken part", "taking part")),
        ("carry", ("carries", "carry", "carried", "carried", "carrying")),
        ("stop", ("stops", "stop", "stopped", "stopped", "stopping")),
        (
            "search for",
            ("searches for", "search for", "searched for", "searched for", "searching for"),
        ),
        ("die", ("dies", "die", "died", "died", "dying")),
    ],
)
def test_verb_forms(verb: str, forms: tuple[str, ...]) -> None:
    inflected = (third_person, present, past, participle, gerund)
    assert tuple(inflect(verb) for inflect in inflected) == forms


@pytest.mark.parametrize(
    "verb",
    [
        "capture",
        "attack",
        "liberate",
        "besiege",
        "evacuate",
        "flee",
        "stop",
        "plan",
        "free",
        "invade",
        "defeat",
        "injure",
        "raid",
        "shell",
        "topple",
        "kidnap",
        "mine",
        "execute",
        "damage",
    ],
)
def test_the_infinitive_is_found_again(verb: str) -> None:
    assert infinitive(past(verb)) == verb


def test_a_verb_takes_the_form_of_the_one_it_replaces() -> None:
    assert agreeing("capture", "takes") == "captures"
    assert agreeing("capture", "took") == "captured"
    assert agreeing("capture", "taking over") == "capturing"
    assert agreeing("capture", "take") == "capture"


@pytest.mark.parametrize(
    ("word", "article"),
    [("army", "an"), ("UN", "a"), ("FDP", "an"), ("hour", "an"), ("EU", "an"), ("unit", "a")],
)
def test_a_or_an(word: str, article: str) -> None:
    assert indefinite(word) == article


def test_names_with_the() -> None:
    assert [
        name for name in ("Netherlands", "Gaza Strip", "EU", "North Sea") if name_takes_the(name)
    ]
    assert not [name for name in ("Iraq", "NATO", "IS", "Mosul") if name_takes_the(name)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("war", "War"),
        ("“war”", "“War”"),
        ("(war)", "(War)"),
        ("@dw_sport", "@dw_sport"),
        ("https://dw.com", "https://dw.com"),
        ("al-Abadi", "al-Abadi"),
        ("picture-alliance/dpa", "picture-alliance/dpa"),
        ("20 dead", "20 dead"),
        ("überall", "Überall"),
        ("", ""),
    ],
)
def test_sentence_case_spares_names_that_begin_small(text: str, expected: str) -> None:
    assert capitalised(text) == expected


def test_adverbs() -> None:
    adjectives = ("complete", "heavy", "terrible", "basic", "full", "good")
    assert [adverb(each) for each in adjectives] == [
        "completely",
        "heavily",
        "terribly",
        "basically",
        "fully",
        "well",
    ]
