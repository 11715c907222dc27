"""Word order: what German sends to the end of a clause goes behind the subject in English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from capqa.translation.grammar.english import verbs as english
from capqa.translation.grammar.german.verbs import forms
from capqa.translation.grammar.word import Kind, Word
from capqa.translation.grammar.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# These form the perfect with "sein": somebody has done it, nobody has had it done to them.
_INTRANSITIVE: Final = word_set("""
    fliehen flüchten kommen gehen fahren fallen sterben ertrinken abstürzen einstürzen explodieren
    ankommen eintreffen zurücktreten zurückkehren landen vorrücken sinken steigen entkommen
    ausbrechen beginnen enden scheitern reisen erscheinen treten einmarschieren wachsen
    zusammenbrechen aufsteigen stürzen
    """)
# Participles without "ge" look like the present: bombardiert, befreit, entführt.
_LIKE_PRESENT: Final = re.compile(
    r"(?!ge|(?:ab|an|auf|aus|ein|fest|vor|zu|weg|nieder)ge)[a-zäöüß]+t$"
)
_PASSIVE: Final = frozenset({"wird", "werden", "wurde", "wurden", "worden"})
_OF_THE_NOUN: Final = frozenset({"von", "gegen", "für", "zwischen"})
_MAY_BE_VERBS: Final = frozenset({Kind.VERB, Kind.PARTICIPLE, Kind.ADJECTIVE})
_BREAKS: Final = frozenset(",;:–—/|()")


def order(words: list[Word]) -> list[Word]:
    """Return the words with each clause in English order."""
    arranged: list[Word] = []
    clause: list[Word] = []
    for word in words:
        if word.kind is Kind.PUNCTUATION and word.target in _BREAKS:
            arranged += _clause(clause)
            arranged.append(word)
            clause = []
        else:
            clause.append(word)
    return arranged + _clause(clause)


def inflect(words: Sequence[Word]) -> None:
    """Put the English verbs, until now in the infinitive, into their forms."""
    for word in words:
        if word.kind is Kind.VERB and word.target:
            word.target = _INFLECTIONS.get(word.form, english.present)(word.target)


def _infinitive(verb: str) -> str:
    return verb


_INFLECTIONS: Final[dict[str, Callable[[str], str]]] = {
    "present-singular": english.third_person,
    "present-plural": english.present,
    "past-singular": english.past,
    "past-plural": english.past,
    "participle": english.participle,
    "attribute": english.participle,
    "infinitive": _infinitive,
}


def _clause(words: list[Word]) -> list[Word]:
    if not words:
        return words
    _tell_forms_apart(words)
    words = _subject_first(words)
    return _close_bracket(words)


def _tell_forms_apart(words: list[Word]) -> None:
    """Decide between the readings of a form: besucht is visits or visited, by its place."""
    has_auxiliary = any(word.kind is Kind.AUXILIARY for word in words)
    for position, word in enumerate(words):
        if word.kind not in _MAY_BE_VERBS or word.form == "attribute":
            continue
        if word.kind is not Kind.VERB and word.inflection is not None:
            continue
        names = _readings(word)
        if word.kind is Kind.VERB and word.form == "infinitive":
            names |= {"infinitive", "present-plural"}
        object_follows = _object_at(words, position + 1)
        subject_before = any(each.is_nominal for each in words[:position])
        last = position == len(words) - 1
        if word.kind is not Kind.VERB:
            finite = names & {"present-singular", "present-plural"}
            if finite and object_follows and subject_before and not has_auxiliary:
                _make_finite(word, finite)
        elif has_auxiliary and "participle" in names and not object_follows:
            word.form = "participle"
        elif has_auxiliary and "infinitive" in names:
            word.form = "infinitive"
        elif last and "participle" in names and subject_before and word.form != "past-singular":
            word.form = "participle"
        elif "present-plural" in names and word.form == "infinitive":
            word.form = "present-plural" if subject_before or not last else "infinitive"
        if (
            word.form in ("present-plural", "present-singular")
            and position == 0
            and not has_auxiliary
        ):
            _attribute(word, words)


def _attribute(word: Word, words: list[Word]) -> None:
    # "Verlassen Haus" does not happen, an inflected participle at the front is caught before.
    if len(words) > 1 and words[1].kind is Kind.NOUN and word.form == "present-singular":
        word.form = "participle"


def _readings(word: Word) -> set[str]:
    names = {form.name for form in forms().get(word.source.lower(), ())}
    if not names and word.kind is Kind.PARTICIPLE and _LIKE_PRESENT.match(word.source):
        return {"participle", "present-singular"}
    return names


def _make_finite(word: Word, names: set[str]) -> None:
    for form in forms().get(word.source.lower(), ()):
        if form.name in names:
            word.kind, word.form, word.target = Kind.VERB, form.name, form.english
            word.lemma = form.infinitive
            return
    word.kind, word.form = Kind.VERB, "present-singular"
    word.target = english.infinitive(word.target)


def _object_at(words: Sequence[Word], position: int) -> bool:
    return position < len(words) and (
        words[position].is_nominal
        or words[position].is_attribute
        or words[position].kind in (Kind.ARTICLE, Kind.PRONOUN)
    )


def _subject_first(words: list[Word]) -> list[Word]:
    """Turn "In Mossul kämpfen Soldaten" round: the subject goes before its verb."""
    if words[0].kind not in (Kind.PREPOSITION, Kind.ADVERB):
        return words
    for position, word in enumerate(words):
        if word.kind is Kind.AUXILIARY or (word.kind is Kind.VERB and word.form != "participle"):
            end = _phrase_end(words, position + 1)
            if end == position + 1 or word.form == "infinitive":
                return words
            subject = words[position + 1 : end]
            return [*words[:position], *subject, word, *words[end:]]
    return words


def _close_bracket(words: list[Word]) -> list[Word]:
    """Bring the participle or infinitive at the end of a clause forward."""
    last = len(words) - 1
    while last > 0 and (words[last].kind is Kind.PUNCTUATION or not words[last].target):
        last -= 1
    closing = words[last]
    nonfinite = closing.kind is Kind.PARTICIPLE and closing.inflection is None
    if not nonfinite and not (
        closing.kind is Kind.VERB and closing.form in ("participle", "infinitive")
    ):
        return words
    _name_agent(words[:last], closing)
    opening = next((at for at, word in enumerate(words) if word.kind is Kind.AUXILIARY), None)
    if opening is not None and opening < last:
        _set_tense(words[opening], closing)
        target = opening + 1
        while target < last and words[target].kind is Kind.ADVERB:
            target += 1
    elif closing.form == "infinitive":
        return words
    else:
        _tell_story(closing, words)
        target = _subject_end(words, last)
    if target >= last:
        return words
    return [*words[:target], closing, *words[target:last], *words[last + 1 :]]


def _name_agent(words: Sequence[Word], closing: Word) -> None:
    """With a participle "von" says who did it: "von Rebellen getötet" is killed by rebels."""
    passive = any(word.source.lower() in _PASSIVE for word in words)
    for position, word in enumerate(words[:-1]):
        if word.kind is not Kind.PREPOSITION or word.lemma != "von" or closing.form == "infinitive":
            continue
        doer = words[position + 1]
        if passive or (doer.kind is Kind.PROPER and not doer.place):
            word.target, word.lemma = "by", "von somebody"


def _set_tense(auxiliary: Word, closing: Word) -> None:
    lower = auxiliary.source.lower()
    if closing.lemma in _INTRANSITIVE or _lemma(closing) in _INTRANSITIVE:
        perfect = {"ist": "has", "sind": "have", "war": "had", "waren": "had"}
        auxiliary.target = perfect.get(lower, auxiliary.target)
    if closing.form == "infinitive" and lower in ("wird", "werden"):
        auxiliary.target = "will"


def _tell_story(closing: Word, words: Sequence[Word]) -> None:
    """A bare participle of an intransitive verb tells what happened: "Flugzeug abgestürzt"."""
    lemma = _lemma(closing)
    if lemma not in _INTRANSITIVE:
        return
    for form in forms().get(closing.source.lower(), ()):
        if form.name == "participle":
            closing.kind, closing.form, closing.target = Kind.VERB, "past-singular", form.english
            return


def _lemma(word: Word) -> str:
    for form in forms().get(word.source.lower(), ()):
        if form.name == "participle":
            return form.infinitive
    return word.lemma


def _subject_end(words: Sequence[Word], last: int) -> int:
    """Return where the subject ends: before the first preposition that says where or when."""
    for position, word in enumerate(words[:last]):
        if word.kind is Kind.PREPOSITION and position and not _belongs_to_noun(word):
            return position
    return last


def _belongs_to_noun(preposition: Word) -> bool:
    # "Protest gegen Maduro", "Evakuierung von Zivilisten": no place or time, but part of the noun.
    return preposition.lemma.startswith("genitive") or preposition.lemma in _OF_THE_NOUN


def _phrase_end(words: Sequence[Word], start: int) -> int:
    position = start
    nominal = False
    while position < len(words):
        word = words[position]
        if word.kind is Kind.ARTICLE or word.is_attribute or word.kind is Kind.PRONOUN:
            if nominal:
                break
        elif word.is_nominal:
            nominal = True
        elif not (nominal and word.kind is Kind.PREPOSITION and word.lemma.startswith("genitive")):
            break
        position += 1
    return position if nominal else start
