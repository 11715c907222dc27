"""Terms of several words: the longest wins, every word may be inflected, spaces may vary."""

from __future__ import annotations

import pytest

from capqa.glossary.entry import Entry
from capqa.glossary.termbase import Termbase


@pytest.mark.parametrize(
    ("text", "found", "target"),
    [
        ("Kämpfer des Islamischen Staates in Rakka", "Islamischen Staates", "Islamic State"),
        ("im Ersten Weltkrieg", "Ersten Weltkrieg", "World War I"),
        ("Roten Meeres", "Roten Meeres", "Red Sea"),
        ("Vereinigten Staaten", "Vereinigten Staaten", "United States"),
        (
            "im Deutschen Historischen Museum",
            "Deutschen Historischen Museum",
            "German Historical Museum",
        ),
        ("der Olympischen Spiele", "Olympischen Spiele", "Olympic Games"),
        ("Vereinte  Nationen", "Vereinte  Nationen", "United Nations"),
        ("Vereinte\u00a0Nationen", "Vereinte\u00a0Nationen", "United Nations"),
        ("Vereinte\nNationen", "Vereinte\nNationen", "United Nations"),
        ("VEREINTE NATIONEN", "VEREINTE NATIONEN", "United Nations"),
        ("(v.l.n.r.) Merkel", "v.l.n.r.", "from left to right"),
        ("Im Gespräch mit Merkel", "Im Gespräch mit", "in conversation with"),
        ("Internationaler Strafgerichtshof", "Internationaler Strafgerichtshof", None),
        ("Den Haag", "Den Haag", "The Hague"),
        ("Masar-i-Scharif", "Masar-i-Scharif", "Mazar-i-Sharif"),
    ],
)
def test_phrase(german: Termbase, text: str, found: str, target: str | None) -> None:
    matches = [match for match in german.find(text) if match.span.of(text) == found]
    assert len(matches) == 1
    assert matches[0].target == (target or "International Criminal Court")


@pytest.mark.parametrize(
    "text",
    ["Vereinte, Nationen", "Vereinte | Nationen", "Vereinte    \n   Nationen", "Nationen Vereinte"],
)
def test_what_stands_apart_is_no_phrase(german: Termbase, text: str) -> None:
    assert all(match.target != "United Nations" for match in german.find(text))


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        ("Tag der Arbeit", "Am Tage der Arbeit", "Tage der Arbeit"),
        ("Tag der Arbeit", "Feier des Tages der Arbeit", "Tages der Arbeit"),
        ("Bad Schandau", "in Bads Schandau", "Bads Schandau"),
        ("Rote Armee", "der Roten Armeen", "Roten Armeen"),
        ("Öl ins Feuer", "Oel ins Feuer gießen", "Oel ins Feuer"),
        ("Kalter Krieg", "des kalten Krieges", "kalten Krieges"),
    ],
)
def test_short_words_of_a_phrase_are_inflected_too(source: str, text: str, found: str) -> None:
    (match,) = Termbase([[Entry(source, "x", "phrase")]]).find(text)
    assert match.span.of(text) == found


def test_longest_match_wins() -> None:
    entries = [
        Entry("Krieg", "war", "noun", "m"),
        Entry("Kalter Krieg", "Cold War", "noun", "m"),
        Entry("Kalter Krieg der Worte", "cold war of words", "noun", "m"),
        Entry("kalt", "cold", "adjective"),
    ]
    termbase = Termbase([entries])
    assert [m.target for m in termbase.find("Ein Kalter Krieg der Worte")] == ["cold war of words"]
    assert [m.target for m in termbase.find("Kalten Krieges der Mächte")] == ["Cold War"]
    assert [m.target for m in termbase.find("kalte Kriege")] == ["cold", "war"]


def test_a_script_without_spaces_is_matched_inside_a_run() -> None:
    termbase = Termbase([[Entry("北京", "Beijing"), Entry("国", "country")]], source_language="zh")
    text = "我在北京中国"
    assert [(m.span.of(text), m.target) for m in termbase.find(text)] == [
        ("北京", "Beijing"),
        ("国", "country"),
    ]
