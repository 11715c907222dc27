"""Words a lexicon cannot list: forms of strong verbs, "Kölner", months, "Syriens"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.model import Span
from capqa.translation.grammar.german.numbers import month
from capqa.translation.grammar.german.verbs import Form, forms
from capqa.translation.grammar.word import Kind, Word

if TYPE_CHECKING:
    from capqa.translation.lexicon.lexicon import Lexicon

# Who is who in a picture: "Angela Merkel (l.)".
_SIDES: Final = {"l": "left", "r": "right", "m": "center", "M": "center"}
_NEAR: Final = 100
_PARTICIPLE_ENDINGS: Final = ("e", "en", "er", "es", "em")


def special_form(text: str, span: Span, lexicon: Lexicon) -> Word | None:
    """Return what a word is by the rules of German alone, or None."""
    word = span.of(text)
    side = _SIDES.get(word)
    bracket = text.rfind("(", max(0, span.start - _NEAR), span.start) >= 0
    if side and bracket and text[span.end : span.end + 2] in (".)", ".,"):
        abbreviation = Span(span.start, span.end + 1)
        return Word(abbreviation, abbreviation.of(text), Kind.ADVERB, side, "function")
    name = month(word)
    if name is not None:
        return Word(span, word, Kind.PROPER, name, "function", lemma=word.lower(), place=True)
    opens = span.start < _NEAR and not text[: span.start].strip()
    if word[:1].islower() or opens:
        verb = _verb(span, word, lexicon)
        if verb is not None:
            return verb
    if word[:1].isupper():
        return _of_a_place(span, word, lexicon)
    return None


def english_of(form: Form, lexicon: Lexicon) -> tuple[str, str]:
    """Return the English infinitive of a verb and its origin: the glossary's before our own."""
    for entry in lexicon.lookup(form.infinitive):
        if entry.part_of_speech == "verb" and entry.status.usable:
            return entry.target.removeprefix("to "), "glossary"
    return form.english, "function"


def _verb(span: Span, word: str, lexicon: Lexicon) -> Word | None:
    lower = word.lower()
    found = forms().get(lower)
    if found:
        form = found[0]
        english, origin = english_of(form, lexicon)
        return Word(span, word, Kind.VERB, english, origin, lemma=form.infinitive, form=form.name)
    for ending in _PARTICIPLE_ENDINGS:
        stem = lower.removesuffix(ending)
        if len(stem) < len(lower) and len(stem) > 4:
            for form in forms().get(stem, ()):
                if form.name == "participle":
                    english, origin = english_of(form, lexicon)
                    return Word(
                        span,
                        word,
                        Kind.VERB,
                        english,
                        origin,
                        lemma=form.infinitive,
                        form="attribute",
                    )
    return None


def _of_a_place(span: Span, word: str, lexicon: Lexicon) -> Word | None:
    if word.endswith("s") and len(word) > 4:
        place = lexicon.place_name(word[:-1])
        if place is not None:
            return Word(span, word, Kind.PROPER, place, "exonym", form="genitive", place=True)
    if word.endswith("n") and len(word) > 8:
        place = lexicon.place_name(word[:-1])
        if place is not None:
            return Word(span, word, Kind.PROPER, place, "exonym", place=True)
    if word.endswith("er") and len(word) > 5 and not lexicon.is_person_name(word):
        # Kölner of Köln, Münchner of München, Bremer of Bremen, Dresdner of Dresden.
        stem = word[:-2]
        stems = [stem, stem + "en", stem + "e"]
        if stem.endswith("n"):
            stems.append(stem[:-1] + "en")
        for candidate in stems:
            place = lexicon.place_name(candidate)
            if place is not None:
                return Word(
                    span, word, Kind.ADJECTIVE, place, "exonym", f"of {place}", lemma=word.lower()
                )
    return None
