"""Making a translated word of a glossary match."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from capqa.glossary.matching import How
from capqa.glossary.word_class import WordClass, word_class
from capqa.translation.grammar.word import Kind, Word

if TYPE_CHECKING:
    from capqa.glossary.matching import TermMatch
    from capqa.translation.lexicon.lexicon import Lexicon

_KINDS: Final = {
    WordClass.NOUN: Kind.NOUN,
    WordClass.PROPER: Kind.PROPER,
    WordClass.ADJECTIVE: Kind.ADJECTIVE,
    WordClass.PARTICIPLE: Kind.PARTICIPLE,
    WordClass.VERB: Kind.VERB,
    WordClass.OTHER: Kind.PHRASE,
}
_VERB_FORMS: Final = {
    "+tverb": "present-singular",
    "+etverb": "present-singular",
    "+everb": "present-plural",
    "+teverb": "past-singular",
    "+eteverb": "past-singular",
    "+tenverb": "past-plural",
    "+etenverb": "past-plural",
    "+participleverb": "participle",
}
# The name of a thing of a kind: Tahrir Square, Wall Street, Charles Bridge.
_NAMED_THINGS: Final = re.compile(
    r"(?:square|street|bridge|gate|tower|palace|cathedral|valley|mosque|basilica|island|lake|river)$"
)

_AGE: Final = re.compile(r"(?<!\S)(\d+) year-old$")


def term_word(text: str, match: TermMatch, lexicon: Lexicon) -> Word:
    """Return the word a match stands for, its target in the dictionary form."""
    entry = match.entry
    kind = _KINDS[word_class(entry)]
    target = match.target
    form = ""
    if kind is Kind.VERB:
        ending = match.inflection.ending if match.inflection else ""
        form = _VERB_FORMS.get(ending, "infinitive")
        target = target.removeprefix("to ")
    elif kind is Kind.PROPER and match.inflection and match.inflection.ending == "s":
        form = "genitive"
    # "25-jährig" is 25-year-old.
    target = _AGE.sub(r"\1-year-old", target)
    if match.how is How.COMPOUND and _is_named_thing(match):
        target = " ".join(word[:1].upper() + word[1:] for word in target.split(" "))
    return Word(
        match.span,
        match.span.of(text),
        kind,
        target,
        _origin(match, lexicon),
        _detail(match, lexicon),
        lemma=entry.source.lower(),
        gender=entry.gender[:1],
        inflection=match.inflection,
        form=form,
        place=kind is Kind.PROPER and _is_place(match, lexicon),
    )


def _is_place(match: TermMatch, lexicon: Lexicon) -> bool:
    domain = match.entry.domain
    return domain.startswith("place") or lexicon.place_name(match.entry.source) is not None


def _origin(match: TermMatch, lexicon: Lexicon) -> str:
    if match.how is How.TYPO:
        return "typo"
    if match.how is How.COMPOUND:
        return "compound"
    return "glossary" if lexicon.is_term(match.entry) else "function"


def _detail(match: TermMatch, lexicon: Lexicon) -> str:
    details = []
    if match.meant:
        details.append(f"read as {match.meant}")
    if match.parts:
        details.append(" + ".join(part.target for part in match.parts))
    elif not lexicon.is_term(match.entry):
        details.append("common word")
    return "; ".join(details)


def _is_named_thing(match: TermMatch) -> bool:
    named = match.parts and match.parts[0].entry is None
    return bool(named) and _NAMED_THINGS.search(match.target) is not None
