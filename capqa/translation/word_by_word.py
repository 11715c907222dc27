"""Translating one fragment with lexicon and grammar alone; every word says where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.translation.grammar import source_grammar
from capqa.translation.grammar.english.rendering import join
from capqa.translation.grammar.reading import read
from capqa.translation.grammar.word import Kind
from capqa.translation.parts import parts_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from capqa.glossary.entry import Entry
    from capqa.model import Part
    from capqa.translation.grammar.word import Word
    from capqa.translation.lexicon.lexicon import Lexicon


# Grammar looks from every word to all others of its sentence: longer runs are cut, being none.
_LONGEST_SENTENCE: Final = 250
_AS_PREFERRED: Final[Mapping[int, Entry]] = {}


def translate_fragment(
    text: str,
    lexicon: Lexicon,
    page_names: frozenset[str],
    instead: Mapping[int, Entry] = _AS_PREFERRED,
    *,
    opens: bool = True,
) -> tuple[str, list[Part]]:
    """Return the translation of a piece between separators, not yet capitalised, and its parts.

    White space at both ends is kept; part spans are relative to the fragment. ``instead`` gives
    other entries for the terms that start at these offsets. ``opens`` is whether a sentence or line
    begins with the fragment.
    """
    grammar = source_grammar(lexicon.source_language)
    found = read(text, grammar, lexicon, page_names, instead)
    words: list[Word] = []
    for start in range(0, len(found), _LONGEST_SENTENCE):
        words += grammar.arrange(found[start : start + _LONGEST_SENTENCE], opens=opens or start > 0)
    if not any(word.target for word in words if word.kind is not Kind.PUNCTUATION):
        # A lone article has no English; it stays visible rather than vanish.
        for word in words:
            word.target, word.origin = word.source, "unknown"
    left = text[: len(text) - len(text.lstrip())]
    right = text[len(text.rstrip()) :] if text.strip() else ""
    return left + join(words) + right, parts_of(words)


def read_parts(text: str, lexicon: Lexicon, page_names: frozenset[str]) -> list[Part]:
    """Return what every word of a text is by itself, before any grammar."""
    grammar = source_grammar(lexicon.source_language)
    return parts_of(read(text, grammar, lexicon, page_names))
