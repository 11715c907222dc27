"""Romance word order: adjectives go before their noun, titles and nouns keep theirs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from capqa.model import Span
from capqa.translation.grammar.english.articles import name_takes_the
from capqa.translation.grammar.language import SourceGrammar
from capqa.translation.grammar.romance.function_words import function_words
from capqa.translation.grammar.word import Kind, Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.translation.lexicon.lexicon import Lexicon

_DAY: Final = re.compile(r"(?P<day>[12]?\d|3[01])(?:er|º|°)?(?=\s)")
# "l'Irak", "d'une", "dell'Ucraina": an elided word and what it leans on.
_ELIDED: Final = frozenset({"l", "d", "dell", "nell", "all", "sull", "un", "qu", "s", "n", "c"})


def grammar(language: str) -> SourceGrammar:
    """Return the grammar of one of the Romance languages by its ISO 639-1 code."""
    return SourceGrammar(
        function_words=function_words(language), special_form=_special_form, arrange=_arrange
    )


def _special_form(text: str, span: Span, lexicon: Lexicon) -> Word | None:
    word = span.of(text)
    if word.lower() in _ELIDED and text[span.end : span.end + 1] in ("'", "’"):
        elided = Span(span.start, span.end + 1)
        target = "of" if word.lower() in ("d", "dell") else ""
        kind = Kind.PREPOSITION if target else Kind.ARTICLE
        return Word(elided, elided.of(text), kind, target, "function")
    return None


def _arrange(words: list[Word], *, opens: bool) -> list[Word]:
    words = _without_apostrophes(words)
    position = 0
    while position + 1 < len(words):
        noun, adjective = words[position], words[position + 1]
        if noun.kind is Kind.NOUN and adjective.kind in (Kind.ADJECTIVE, Kind.PARTICIPLE):
            end = position + 1
            while end < len(words) and words[end].kind in (Kind.ADJECTIVE, Kind.PARTICIPLE):
                end += 1
            words[position:end] = [*reversed(words[position + 1 : end]), noun]
            position = end
        else:
            position += 1
    _articles(words)
    return words


def _without_apostrophes(words: Sequence[Word]) -> list[Word]:
    kept: list[Word] = []
    for word in words:
        elided = kept[-1] if kept else None
        if word.source in ("'", "’") and elided is not None and elided.lemma in _ELIDED:
            elided.span = Span(elided.span.start, word.span.end)
            elided.source += word.source
            continue
        kept.append(word)
    return kept


def _articles(words: Sequence[Word]) -> None:
    """Give "the" to names that need it after a preposition: "in the Netherlands"."""
    for position, word in enumerate(words[:-1]):
        following = words[position + 1]
        if word.kind is Kind.ARTICLE and position + 2 < len(words):
            following = words[position + 1]
        if word.kind in (Kind.PREPOSITION, Kind.ARTICLE) and following.kind is Kind.PROPER:
            after_article = word.kind is Kind.ARTICLE and position > 0
            if name_takes_the(following.target) and (word.target or after_article):
                word.target = f"{word.target} the".strip()
