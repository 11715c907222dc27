"""What the reader asks of a source language: one subfolder or module each answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from capqa.model import Span
    from capqa.translation.grammar.word import Kind, Word
    from capqa.translation.lexicon.lexicon import Lexicon


def _no_figure(_text: str, _position: int) -> tuple[int, str, bool] | None:
    return None


def _no_form(_text: str, _span: Span, _lexicon: Lexicon) -> Word | None:
    return None


def _never(_word: str) -> bool:
    return False


def _as_it_stands(words: list[Word], *, opens: bool) -> list[Word]:
    return words


def _nothing_to_complete(_words: list[Word], _lexicon: Lexicon) -> None:
    pass


class Arrange(Protocol):
    """Puts the words of a fragment into English order and inflection."""

    def __call__(self, words: list[Word], *, opens: bool) -> list[Word]:
        """Return the words arranged; may change them in place."""


@dataclass(frozen=True, slots=True)
class SourceGrammar:
    """The grammar of a source language; without any of its parts words stay in their order.

    ``function_words`` are in lower case. ``figure_at(text, position)`` gives the end of a figure,
    its English and whether it is a date. ``special_form`` reads words that no lexicon lists,
    ``complete`` those that only another word gives their meaning. ``arrange`` sets order and
    inflection; it is told whether a sentence or line opens here. ``nouns_are_capitalised`` tells
    whether a capital says nothing about being a name. ``looks_native(word)`` is whether an unknown
    capitalised word has the shape of the language's own nouns.
    """

    function_words: Mapping[str, tuple[Kind, str]] = field(default_factory=dict)
    contractions: Mapping[str, str] = field(default_factory=dict)
    figure_at: Callable[[str, int], tuple[int, str, bool] | None] = _no_figure
    special_form: Callable[[str, Span, Lexicon], Word | None] = _no_form
    complete: Callable[[list[Word], Lexicon], None] = _nothing_to_complete
    arrange: Arrange = _as_it_stands
    nouns_are_capitalised: bool = False
    looks_native: Callable[[str], bool] = _never
