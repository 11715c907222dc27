from __future__ import annotations

import pytest

from tests.glossary.lint.files import found


@pytest.mark.parametrize(
    "character",
    ["\u200b", "\u200e", "\u202e", "\xad", "\ufeff", "\x1b", "\x7f", "\u3164", "\ue000"],
)
def test_each_is_named_by_its_number(character: str) -> None:
    (message,) = found("invisible-characters", f"Waf{character}fe,weapon")
    assert f"source has the invisible character U+{ord(character):04X} (" in message


def test_joiners_belong_to_persian_and_not_to_german() -> None:
    assert found("invisible-characters", "می\u200cخواهم,I want", pair="fa-en") == []
    assert len(found("invisible-characters", "Waf\u200cfe,weapon")) == 1
    assert len(found("invisible-characters", "\u200dWaffe,weapon")) == 1


def test_visible_signs_of_all_kinds_are_fine() -> None:
    assert found("invisible-characters", "Größe – „x“,size’s €\nसूची,list\ne\u0301,e") == []
