"""Reading a source text: what is each word, and what is it in the target language?

The order of the questions matters: terms of several words, function words, terms, places, forms
the language's own grammar knows, names, and last of all what may be a typing mistake.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from capqa.glossary.matching import How
from capqa.glossary.word_class import WordClass, word_class
from capqa.glossary.words import words as word_spans
from capqa.model import Span
from capqa.translation.grammar.addresses import ADDRESS
from capqa.translation.grammar.credits import CREDIT
from capqa.translation.grammar.names import NameReader
from capqa.translation.grammar.terms import term_word
from capqa.translation.grammar.word import Kind, Word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from capqa.glossary.entry import Entry
    from capqa.glossary.matching import TermMatch
    from capqa.translation.grammar.language import SourceGrammar
    from capqa.translation.lexicon.lexicon import Lexicon

_SURE: Final = frozenset({How.EXACT, How.VARIANT, How.FOLDED, How.INFLECTED})
_MOST_PLACE_WORDS: Final = 3
_LONGEST_PLACE: Final = 40


def read(
    text: str,
    grammar: SourceGrammar,
    lexicon: Lexicon,
    page_names: frozenset[str],
    instead: Mapping[int, Entry] | None = None,
) -> list[Word]:
    """Return the words of one fragment in their order; spans are relative to the fragment.

    ``instead`` gives other entries for the terms that start at these offsets.
    """
    return _Reader(text, grammar, lexicon, page_names, instead or {}).words()


class _Reader:
    def __init__(
        self,
        text: str,
        grammar: SourceGrammar,
        lexicon: Lexicon,
        page_names: frozenset[str],
        instead: Mapping[int, Entry],
    ) -> None:
        self._text = text
        self._grammar = grammar
        self._lexicon = lexicon
        self._names = NameReader(grammar, lexicon, page_names)
        # A glossary that only forbids has nothing to offer; the word counts as unknown then.
        self._matches = {
            match.span.start: match for match in lexicon.find(text) if match.entry.status.usable
        }
        for start, entry in instead.items():
            self._matches[start] = replace(self._matches[start], entry=entry)
        self._spans = list(word_spans(text))
        self._words: list[Word] = []

    def words(self) -> list[Word]:
        position = index = 0
        while position < len(self._text):
            while index < len(self._spans) and self._spans[index].start < position:
                index += 1
            if self._text[position].isspace():
                position += 1
                continue
            word = self._word_at(position, index)
            word.glued = position > 0 and not self._text[position - 1].isspace()
            self._words.append(word)
            position = max(word.span.end, position + 1)
        self._grammar.complete(self._words, self._lexicon)
        return self._words

    def _word_at(self, position: int, index: int) -> Word:
        text = self._text
        if kept := ADDRESS.match(text, position) or CREDIT.match(text, position):
            return self._kept(Span(position, kept.end()))
        figure = self._grammar.figure_at(text, position)
        at_word = index < len(self._spans) and self._spans[index].start == position
        match = self._matches.get(position)
        if figure and not (match and match.span.end >= figure[0]):
            end, target, _ = figure
            span = Span(position, end)
            origin = "kept" if target == span.of(text) else "function"
            return Word(span, span.of(text), Kind.NUMBER, target, origin)
        if not at_word:
            span = Span(position, position + 1)
            return Word(span, text[position], Kind.PUNCTUATION, text[position], "kept")
        return self._read(self._spans[index], index, match)

    def _read(self, span: Span, index: int, match: TermMatch | None) -> Word:
        word = span.of(self._text)
        if match is not None and match.span.end > span.end:
            return term_word(self._text, match, self._lexicon)
        particle = self._particle(index, word)
        if particle is not None:
            return particle
        function_word = self._function_word(span, word)
        if function_word is not None:
            return function_word
        if self._text[span.end : span.end + 1] in ("'", "’"):
            # Before an apostrophe stands an elided article or a name with a case: "Irak'ta".
            special = self._grammar.special_form(self._text, span, self._lexicon)
            if special is not None and special.span.end > span.end:
                return special
        place = self._place(index)
        if place is not None and place.span.end > span.end:
            return place
        whole = match if match is not None and match.span == span else None
        if place is not None and whole is not None and self._names_a_place(whole):
            return place
        if whole is not None and whole.how in _SURE and not self._is_name_after_all(span, whole):
            return term_word(self._text, whole, self._lexicon)
        if place is not None:
            return place
        special = self._grammar.special_form(self._text, span, self._lexicon)
        if special is not None:
            return special
        if word.isdecimal():
            return Word(span, word, Kind.NUMBER, word, "kept")
        if whole is not None and whole.how is How.COMPOUND and not self._is_brand(word):
            return term_word(self._text, whole, self._lexicon)
        known = self._names.known(self._text, span)
        if known is not None:
            return known
        if whole is not None and whole.how is How.TYPO:
            return term_word(self._text, whole, self._lexicon)
        return self._names.guessed(self._text, span, self._words[-1] if self._words else None)

    def _function_word(self, span: Span, word: str) -> Word | None:
        lower = word.lower()
        found = self._grammar.function_words.get(lower)
        if found is None:
            return None
        kind, target = found
        if word[:1].isupper() and not self._opens(span):
            # An article with a capital opens a title: "Filmszene Das Leben der Anderen".
            if kind is not Kind.ARTICLE or not word.istitle():
                return None
            target = target.capitalize()
        contracted = self._grammar.contractions.get(lower)
        return Word(
            span,
            word,
            kind,
            target,
            "function",
            lemma=contracted or lower,
            definite=contracted is not None,
        )

    def _particle(self, index: int, word: str) -> Word | None:
        if not self._words or index + 1 >= len(self._spans):
            return None
        following = self._spans[index + 1]
        if following.start in self._matches or self._place(index + 1) is not None:
            return None
        return self._names.particle(
            self._spans[index], word, self._words[-1], following.of(self._text)
        )

    def _place(self, index: int) -> Word | None:
        # Scripts without capitals write places like any other word.
        if self._spans[index].of(self._text)[:1].islower():
            return None
        start = self._spans[index].start
        for count in range(min(_MOST_PLACE_WORDS, len(self._spans) - index), 0, -1):
            span = Span(start, self._spans[index + count - 1].end)
            if len(span) > _LONGEST_PLACE:
                continue
            name = self._lexicon.place_name(span.of(self._text))
            if name is not None:
                source = span.of(self._text)
                name = self._names.as_on_page(name)
                origin = "name" if name == source else "exonym"
                return Word(span, source, Kind.PROPER, name, origin, place=True)
        return None

    def _names_a_place(self, match: TermMatch) -> bool:
        # "Deutschland Halle" is about the city; a hall or food would not follow a country's name.
        if self._lexicon.is_term(match.entry) or match.how is not How.EXACT or not self._words:
            return False
        return self._words[-1].place and len(self._words) == 1

    def _is_name_after_all(self, span: Span, match: TermMatch) -> bool:
        # "Kanzler Kurz" is no "kurz": a capital inside a line is no adjective's or verb's, unless
        # it belongs to a title (Deutsches Historisches Museum).
        if not self._grammar.nouns_are_capitalised or self._opens(span):
            return False
        if not span.of(self._text)[:1].isupper() or match.entry.source[:1].isupper():
            return False
        if word_class(match.entry) is WordClass.OTHER or match.inflection is None:
            return True
        following = self._text[span.end : span.end + 2].strip()
        return not following[:1].isupper()

    def _is_brand(self, word: str) -> bool:
        # English texts know the name of Volkswagen, but no other German compounds.
        return "-" not in word and self._lexicon.is_shared_word(word)

    def _opens(self, span: Span) -> bool:
        return not self._spans or span.start <= self._spans[0].start

    def _kept(self, span: Span) -> Word:
        return Word(span, span.of(self._text), Kind.PROPER, span.of(self._text), "kept")
