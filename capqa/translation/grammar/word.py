"""A word on its way from the source text to the translation, with what grammar needs to know."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from capqa.glossary.morphology import Reduction
    from capqa.model import Span


class Kind(StrEnum):
    """What a word does in its sentence."""

    NOUN = "noun"
    PROPER = "proper"
    ADJECTIVE = "adjective"
    PARTICIPLE = "participle"
    VERB = "verb"
    INFINITIVE = "infinitive"
    AUXILIARY = "auxiliary"
    ARTICLE = "article"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    PRONOUN = "pronoun"
    ADVERB = "adverb"
    NUMBER = "number"
    PHRASE = "phrase"
    PUNCTUATION = "punctuation"
    UNKNOWN = "unknown"


NOMINAL = frozenset({Kind.NOUN, Kind.PROPER, Kind.UNKNOWN})
"""What can be the head of a noun phrase; an unknown word is most often a noun or a name."""

ATTRIBUTE = frozenset({Kind.ADJECTIVE, Kind.PARTICIPLE, Kind.NUMBER})
"""What can stand between an article and its noun."""


@dataclass(slots=True)
class Word:
    """One word or term; grammar changes ``target`` and the order, never ``span`` and ``source``.

    ``origin`` and ``detail`` are those of `capqa.model.Part`. ``lemma`` is the dictionary form in
    lower case (of a function word the word itself), ``inflection`` what the text's form adds to it,
    ``gender`` the source word's ("m", "f", "n", "p" or ""). ``form`` names a verb's form.
    ``place`` marks place names, ``definite`` a preposition that has swallowed an article ("im"),
    ``glued`` a word that follows the one before it without white space.
    """

    span: Span
    source: str
    kind: Kind
    target: str
    origin: str
    detail: str = ""
    lemma: str = ""
    gender: str = ""
    inflection: Reduction | None = None
    form: str = ""
    plural: bool = False
    place: bool = False
    definite: bool = False
    glued: bool = False

    @property
    def head(self) -> str:
        """The last word of the target's core, which decides on number and preposition."""
        core = self.target
        for preposition in (" of ", " for ", " in ", " on "):
            core = core.partition(preposition)[0]
        return core.rpartition(" ")[2].lower()

    @property
    def is_attribute(self) -> bool:
        """Whether the word can stand between an article and its noun."""
        return self.kind in ATTRIBUTE

    @property
    def is_nominal(self) -> bool:
        """Whether the word can be the head of a noun phrase."""
        return self.kind in NOMINAL
