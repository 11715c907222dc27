from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from capqa.commands._glossary._json import dumped


@given(st.text())
def test_nothing_acts_on_a_terminal_and_nothing_is_lost(text: str) -> None:
    printed = dumped({"text": text})
    assert json.loads(printed) == {"text": text}
    assert not set(printed) & set("\x1b\x9b\u202e\u2028\u200b\ufeff\x7f")


def test_letters_stay_letters() -> None:
    assert '"Flüchtling، оружие"' in dumped("Flüchtling، оружие")
