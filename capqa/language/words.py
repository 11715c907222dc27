"""Whether a word is spelt as a language spells it, as far as the compiled word lists tell."""

from __future__ import annotations

from capqa.language.compounds import is_compound
from capqa.language.folding import fold
from capqa.language.languages import INDEX, canonical
from capqa.language.lexicon import shared_lexicon
from capqa.language.lexicon_layout import FREQUENCIES

# Rarer words of the lists are as often misspellings as not.
_SEEN_OFTEN = 6e-8


def is_word(word: str, language: str) -> bool:
    """Return whether a word is known in a language, or is a compound of known words there.

    False for every word of a language without a word list. Source: wordfreq. Raises CapqaError
    when the language data have not been built.
    """
    index = INDEX.get(canonical(language))
    folded = fold(word.strip())
    if index is None or not folded:
        return False
    lexicon = shared_lexicon()
    profile = lexicon.profile(folded)
    for code, value in zip(profile[::2], profile[1::2], strict=True):
        if code == index:
            return FREQUENCIES[value] >= _SEEN_OFTEN
    return is_compound(folded, index, lexicon)
