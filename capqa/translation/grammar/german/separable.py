"""Separable verbs: "rücken auf Mossul vor" is advance, whatever "rücken" alone may be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.translation.grammar.german.verbs import forms
from capqa.translation.grammar.word import Kind, Word
from capqa.translation.grammar.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.translation.lexicon.lexicon import Lexicon

_PREFIXES: Final = word_set(
    """
    ab an auf aus bei ein fest her hin nach nieder statt teil um vor zu zurück zusammen weg weiter
    los
    """
)
_MAY_BE_PREFIXES: Final = frozenset({Kind.PREPOSITION, Kind.ADVERB, Kind.ARTICLE, Kind.UNKNOWN})
_BREAKS: Final = frozenset(",;:–—/|()")


def join(words: list[Word], lexicon: Lexicon) -> None:
    """Read each clause's verb together with the prefix at its end.

    A prefix whose verb is not known stays as it is and counts as unknown.
    """
    clause: list[Word] = []
    for word in words:
        if word.kind is Kind.PUNCTUATION and word.target in _BREAKS:
            _join(clause, lexicon)
            clause = []
        elif word.kind is not Kind.PUNCTUATION:
            clause.append(word)
    _join(clause, lexicon)


def _join(clause: Sequence[Word], lexicon: Lexicon) -> None:
    if len(clause) < 2:
        return
    last = clause[-1]
    prefix = last.source
    if prefix not in _PREFIXES or last.kind not in _MAY_BE_PREFIXES:
        return
    for word in clause[:-1]:
        meaning = _meaning(word, prefix, lexicon)
        if meaning is not None:
            word.kind, word.origin = Kind.VERB, "function"
            word.target, word.form, word.lemma = meaning
            word.detail = f"{word.source} ... {prefix}"
            last.target, last.kind, last.origin = "", Kind.ADVERB, "function"
            return
    if last.kind is Kind.PREPOSITION:
        last.kind, last.target, last.origin = Kind.UNKNOWN, last.source, "unknown"


def _meaning(word: Word, prefix: str, lexicon: Lexicon) -> tuple[str, str, str] | None:
    """Return English infinitive, form and German infinitive of a verb with its prefix."""
    if word.kind not in (Kind.VERB, Kind.PARTICIPLE, Kind.ADJECTIVE):
        return None
    for form in forms().get(word.source.lower(), ()):
        if form.name in ("participle", "infinitive"):
            continue
        if form.prefix == prefix:
            return form.english, form.name, form.infinitive
        for entry in lexicon.lookup(prefix + form.infinitive):
            if entry.part_of_speech == "verb" and entry.status.usable:
                return entry.target.removeprefix("to "), form.name, entry.source
    if word.kind is Kind.VERB and word.lemma:
        for entry in lexicon.lookup(prefix + word.lemma):
            if entry.part_of_speech == "verb" and entry.status.usable:
                form_name = "present-plural" if word.form == "infinitive" else word.form
                return entry.target.removeprefix("to "), form_name, entry.source
    return None
