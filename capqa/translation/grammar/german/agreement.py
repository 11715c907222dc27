"""What a word takes from its subject: whose "ihr" is, whether police arrest, who leaves 30 dead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.translation.grammar.english.adverbs import adverb
from capqa.translation.grammar.word import Kind, Word

if TYPE_CHECKING:
    from collections.abc import Sequence

_GENITIVE_POSSESSIVES: Final = frozenset(
    {"ihres", "ihrer", "seines", "seiner", "unseres", "unserer", "deren", "dessen"}
)
_PLURAL_IN_ENGLISH: Final = frozenset({"police", "people", "cattle"})


def settle(words: Sequence[Word]) -> None:
    """Choose possessives by their subject, and adverbs by what follows."""
    subject: Word | None = None
    for position, word in enumerate(words):
        before = words[position - 1] if position else None
        if word.kind is Kind.PRONOUN and word.target in ("their", "his"):
            _possessive(word, subject, before)
        elif word.kind is Kind.ADJECTIVE and word.inflection is None:
            _adverb(word, words[position + 1 :])
        if subject is None and word.is_nominal:
            subject = word
        elif word.kind is Kind.PUNCTUATION and word.target in ".;:":
            subject = None


def agree(words: Sequence[Word]) -> None:
    """Set the number of verbs, once they stand behind their English subject."""
    for position, word in enumerate(words):
        if word.kind is Kind.VERB:
            before = words[position - 1] if position else None
            _verb(word, before, words[position + 1 :])


def _possessive(word: Word, subject: Word | None, before: Word | None) -> None:
    if subject is not None and not subject.plural:
        if subject.place:
            word.target = "its"
        elif subject.gender == "f" and word.lemma.startswith("ihr"):
            word.target = "her"
    if word.lemma in _GENITIVE_POSSESSIVES and before is not None and before.kind is Kind.NOUN:
        word.target = f"of {word.target}"


def _verb(word: Word, before: Word | None, following: Sequence[Word]) -> None:
    if before is not None and before.head in _PLURAL_IN_ENGLISH and word.form == "present-singular":
        word.form = "present-plural"
    if word.lemma == "fordern" and following and following[0].kind is Kind.NUMBER:
        word.target, word.origin = "leave", "function"


def _adverb(word: Word, following: Sequence[Word]) -> None:
    if not word.source.islower() or not following:
        return
    if following[0].kind in (Kind.VERB, Kind.PARTICIPLE) and word.origin != "exonym":
        word.target = adverb(word.target)
        word.kind = Kind.ADVERB
