from __future__ import annotations

from tests.glossary.lint.files import found


def test_unknown_ones_are_told() -> None:
    first, second = found("part-of-speech", "Waffe,weapon,Noun\nrot,red,zzzz")
    assert first == "a:2: unknown part of speech 'Noun'; did you mean 'noun'?"
    assert "use one of noun, proper noun, adjective" in second


def test_known_ones_and_none_are_fine() -> None:
    assert found("part-of-speech", "Waffe,weapon\nrot,red,adjective\nEU,EU,proper noun") == []
