"""Which unknown words are names, and how the page spells them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from capqa.translation.grammar.english.titles import TITLES
from capqa.translation.grammar.word import Kind, Word
from capqa.translation.grammar.word_lists import word_set

if TYPE_CHECKING:
    from capqa.model import Span
    from capqa.translation.grammar.language import SourceGrammar
    from capqa.translation.lexicon.lexicon import Lexicon

TAKEN_FOR_A_NAME: Final = "taken for a name"
"""The detail of a name that is only guessed to be one."""

_PARTICLES: Final = word_set(
    "von van der den de del della di da dos bin ibn al el ul abu zu y ter ten le la du bint"
)
_ARABIC_ARTICLE: Final = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|ul)[-‐‑][A-ZÀ-Þ]")
_ACRONYM: Final = re.compile(r"(?:[A-ZÄÖÜ0-9][A-ZÄÖÜ0-9-]+s?|[A-Z][a-z]?[A-Z]\w*)$")
# Two spellings of a name from another script sound alike: Selenskyj, Zelenskyy, Zelensky.
_SOUNDS: Final = (
    ("schtsch", "c"),
    ("shch", "c"),
    ("tsch", "c"),
    ("tch", "c"),
    ("ch", "h"),
    ("sch", "s"),
    ("sh", "s"),
    ("zh", "s"),
    ("kh", "h"),
    ("gh", "g"),
    ("dsch", "j"),
    ("dj", "j"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ph", "f"),
    ("th", "t"),
    ("ck", "k"),
    ("ya", "ja"),
    ("yu", "ju"),
    ("x", "ks"),
    ("q", "k"),
    ("w", "v"),
    ("z", "s"),
    ("y", "i"),
    ("j", "i"),
    ("e", "i"),
)


def sound(name: str) -> str:
    """Return a key that spellings of the same name in different transliterations share."""
    plain = unicodedata.normalize("NFD", name.casefold().replace("ß", "ss"))
    key = "".join(character for character in plain if character.isalpha())
    for written, spoken in _SOUNDS:
        key = key.replace(written, spoken)
    return re.sub(r"(.)\1+", r"\1", key)


# A reader serves one caption, but all captions of a page share its names.
@lru_cache(maxsize=8)
def _by_sound(page_names: frozenset[str]) -> dict[str, list[str]]:
    filed: dict[str, list[str]] = {}
    for name in page_names:
        if name[:1].isupper() and len(name) > 3:
            filed.setdefault(sound(name), []).append(name)
    return filed


class NameReader:
    """Reads words as names, in the page's own spelling where it has one."""

    def __init__(
        self, grammar: SourceGrammar, lexicon: Lexicon, page_names: frozenset[str]
    ) -> None:
        """Take the names of the page; "" and function words among them do no harm."""
        self._grammar = grammar
        self._lexicon = lexicon
        self._page_names = page_names

    def known(self, text: str, span: Span) -> Word | None:
        """Return a word as a name if its shape or the page leaves no doubt, else None."""
        word = span.of(text)
        if word in self._page_names and word[:1].isupper():
            return self._name(span, word, word, "as the page spells it")
        if _ACRONYM.match(word) or _ARABIC_ARTICLE.match(word):
            return self._name(span, word, word)
        if word[:1].isupper() and len(word) > 3:
            alike = self._alike(word)
            if alike is not None:
                return self._name(span, word, alike, "as the page spells it")
        if word[:1].isupper() and self._lexicon.is_person_name(word):
            person = self._name(span, word, word, TAKEN_FOR_A_NAME)
            person.form = "person"
            return person
        return None

    def guessed(self, text: str, span: Span, before: Word | None) -> Word:
        """Return a word no list knows: a name if it looks like one, else unknown."""
        word = span.of(text)
        if word[:1].isupper() and self._is_name(word, before):
            return self._name(span, word, word, TAKEN_FOR_A_NAME)
        if any(character.isdigit() for character in word):
            return self._name(span, word, word)
        if word[:1].islower() and self._lexicon.is_target_word(word):
            return Word(span, word, Kind.PHRASE, word, "kept", "already translated")
        return Word(span, word, Kind.UNKNOWN, word, "unknown", lemma=word.lower())

    def _is_name(self, word: str, before: Word | None) -> bool:
        after_name = before is not None and before.origin == "name" and not before.place
        if self._lexicon.is_person_name(word):
            return True
        if not self._grammar.nouns_are_capitalised:
            # A capital opens the line too: "Marché à Abidjan" begins with no name.
            return after_name or not self._lexicon.is_only_source_word(word)
        base = word.removesuffix("s")
        known = base in self._page_names or (
            self._is_known(base) and self._lexicon.is_commoner(base, word)
        )
        if base != word and known:
            # "Merkels Rede": English texts know Merkel, but hardly her genitive.
            return True
        shared = self._lexicon.is_shared_word(word)
        if self._grammar.looks_native(word) and not shared:
            return False
        return after_name or not self._lexicon.is_only_source_word(word)

    def as_on_page(self, name: str) -> str:
        """Return the page's spelling of a name in the target language, else the name itself."""
        if name in self._page_names or len(name) < 4:
            return name
        return self._alike(name) or name

    def _is_known(self, word: str) -> bool:
        return self._lexicon.is_person_name(word) or self._lexicon.is_shared_word(word)

    def particle(self, span: Span, word: str, before: Word | None, following: str) -> Word | None:
        """Return "von", "der", "bin" and the like as part of a name between two of its words."""
        if before is None or before.place:
            return None
        titled = before.kind is Kind.NOUN and before.head in TITLES and following in _PARTICLES
        if before.origin != "name" and not titled:
            return None
        if word.lower() not in _PARTICLES or not (
            following[:1].isupper() or following in _PARTICLES
        ):
            return None
        return self._name(span, word, word)

    def _alike(self, word: str) -> str | None:
        found = _by_sound(self._page_names).get(sound(word), [])
        return found[0] if len(found) == 1 else None

    @staticmethod
    def _name(span: Span, word: str, target: str, detail: str = "") -> Word:
        return Word(span, word, Kind.PROPER, target, "name", detail, lemma=word.lower())
