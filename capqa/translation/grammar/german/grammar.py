"""German, put together: the order in which its rules are applied to the words of a fragment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.lazy_pattern import lazy_pattern
from capqa.translation.grammar.german import (
    agreement,
    articles,
    clauses,
    genitives,
    nouns,
    numbers,
    prepositions,
    separable,
    spelling,
    titles,
)
from capqa.translation.grammar.german.function_words import CONTRACTED, closed_class
from capqa.translation.grammar.german.special_forms import special_form
from capqa.translation.grammar.language import SourceGrammar

if TYPE_CHECKING:
    from capqa.translation.grammar.word import Word

_NATIVE: Final = lazy_pattern(
    r"(?:ung|heit|keit|schaft|tät|tion|ismus|nis|chen|lein|tum|haus|straße|platz|lage|zeit|kraft"
    r"|werk|stelle|gebiet|truppe|kämpfer|führer|recht|gesetz|wahl|krise|politik)(?:s|es|e|en|er|n|sse)?$"
)
_LONGEST_NAME: Final = 14


def arrange(words: list[Word], *, opens: bool) -> list[Word]:
    """Return the words in English order and inflection."""
    nouns.set_number(words)
    words = genitives.resolve(words)
    titles.set_apart(words)
    agreement.settle(words)
    words = clauses.order(words)
    agreement.agree(words)
    prepositions.choose(words)
    articles.settle(words)
    spelling.settle(words, opens=opens)
    clauses.inflect(words)
    return words


def looks_native(word: str) -> bool:
    """Return whether an unknown word has the shape of a German noun, above all of a compound."""
    return bool(_NATIVE.search(word)) or (len(word) > _LONGEST_NAME and "-" not in word)


GRAMMAR: Final = SourceGrammar(
    function_words=closed_class(),
    contractions=CONTRACTED,
    figure_at=numbers.figure_at,
    special_form=special_form,
    complete=separable.join,
    arrange=arrange,
    nouns_are_capitalised=True,
    looks_native=looks_native,
)
