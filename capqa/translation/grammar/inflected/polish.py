"""Polish."""

from __future__ import annotations

from functools import partial
from typing import Final

from capqa.translation.grammar.inflected.cases import slavic_place, with_genitives
from capqa.translation.grammar.inflected.function_words import function_words
from capqa.translation.grammar.language import SourceGrammar

GRAMMAR: Final = SourceGrammar(
    function_words=function_words("pl"),
    special_form=partial(slavic_place, "pl"),
    arrange=with_genitives,
)
