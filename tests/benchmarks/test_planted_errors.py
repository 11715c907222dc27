"""The planted errors are errors: the text is another one, and its rule says so."""

from __future__ import annotations

from random import Random

import pytest

from benchmarks.translation_rules.objecting import ALL, objection
from benchmarks.translation_rules.planted import SPOILERS, spoilt
from benchmarks.translation_rules.samples import context_of
from capqa.translation_rules import Translation

CLEAN = (
    Translation(
        "Irak | Offensive auf Mossul (Archiv)", "Iraq | Offensive on Mosul (archive)", "de", "en"
    ),
    Translation(
        "Gut 50 Prozent der 1.200 erwachsenen Befragten sagten „Ja“. Mehr auf www.dw.com/klima.",
        "More than 50 percent of the 1,200 adults asked said “Yes”. More at www.dw.com/klima.",
        "de",
        "en",
    ),
    Translation(
        "Delete the selected files of %(name)s?",
        "Die ausgewählten Dateien von %(name)s löschen?",
        "en",
        "de",
    ),
    Translation(
        "Die Biologin Maria Thun in ihrem Labor",
        "The biologist Maria Thun in her laboratory",
        "de",
        "en",
    ),
)


def test_every_rule_that_looks_at_one_translation_has_an_error() -> None:
    by_other_means = {
        "cue-length",
        "forbidden-term",
        "inconsistent-translation",
        "missing-term",
        "reading-speed",
        "wrong-language-target",
    }
    assert set(SPOILERS) == set(ALL) - by_other_means


@pytest.mark.parametrize("rule", sorted(SPOILERS))
def test_an_error_is_planted_and_found(rule: str) -> None:
    found = []
    for translation in CLEAN:
        assert objection(rule, translation, context_of([translation])) is None
        after = spoilt(translation, rule, Random(1))
        if after is not None:
            assert after.text != translation.text
            found.append(objection(rule, after, context_of([after])) is not None)
    assert any(found)
