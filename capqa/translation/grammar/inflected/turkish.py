"""Turkish."""

from __future__ import annotations

from typing import Final

from capqa.translation.grammar.inflected.cases import turkish_place
from capqa.translation.grammar.inflected.function_words import function_words
from capqa.translation.grammar.language import SourceGrammar

GRAMMAR: Final = SourceGrammar(function_words=function_words("tr"), special_form=turkish_place)
