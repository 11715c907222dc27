"""Genitives: "Offensive der Truppen" is an offensive by troops, "Syriens Präsident" is Syria's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.translation.grammar.english.nouns import plural
from capqa.translation.grammar.word import Kind, Word
from capqa.translation.grammar.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

# What somebody does; of these English says by whom. "Release", "arrest" and the like are done to
# somebody, and there it says "of".
_DEEDS: Final = word_set("""
    offensive counteroffensive attack attacks airstrike airstrikes strike strikes assault assaults
    raid raids protest protests demonstration demonstrations rally rallies march advance advances
    operation operations speech speeches visit address statement statements performance
    bombing bombardment shelling invasion attempt campaign exercise exercises
    """)


def resolve(words: list[Word]) -> list[Word]:
    """Put "by" or "of" before genitives, and an apostrophe to those before their noun."""
    resolved: list[Word] = []
    for position, word in enumerate(words):
        before = resolved[-1] if resolved else None
        following = words[position + 1] if position + 1 < len(words) else None
        if word.kind is Kind.ARTICLE and before is not None and before.is_nominal:
            if _is_genitive(word, words[position + 1 :], before):
                word.kind = Kind.PREPOSITION
                word.definite = word.lemma in ("des", "der")
                indefinite = word.lemma in ("eines", "einer")
                word.target = "by" if before.head in _DEEDS else "of"
                word.lemma = "genitive indefinite" if indefinite else "genitive"
        elif word.form == "genitive" or _is_name_in_genitive(word, following, before):
            word = _named(word, before, following)
        elif _is_bare_genitive(word, before):
            resolved.append(_of(word))
        resolved.append(word)
    return resolved


def _is_genitive(article: Word, following: Sequence[Word], before: Word) -> bool:
    if article.lemma in ("des", "eines"):
        return True
    if article.lemma not in ("der", "einer"):
        return False
    for word in following:
        if word.is_attribute:
            continue
        if word.kind is Kind.NOUN:
            if before.kind is Kind.NOUN and word.lemma.endswith(("er", "el", "en")):
                _set_plural(word)
            return word.gender in ("f", "p", "") or word.plural
        return word.is_nominal
    return False


def _set_plural(word: Word) -> None:
    # "Treffen der Außenminister": after a noun "der" before a masculine that looks the same in
    # both numbers can only be a genitive plural.
    if word.gender in ("m", "n") and not word.plural:
        word.plural = True
        word.target = plural(word.target)


def _is_name_in_genitive(word: Word, following: Word | None, before: Word | None) -> bool:
    if word.origin != "name" or word.place or not word.target.endswith("s") or len(word.target) < 5:
        return False
    if word.target.isupper() or following is None:
        return False
    opens = before is None or before.kind in (Kind.PREPOSITION, Kind.PUNCTUATION, Kind.VERB)
    return opens and (following.kind is Kind.NOUN or following.is_attribute)


def _named(word: Word, before: Word | None, following: Word | None) -> Word:
    base = word.target if word.place else word.target.removesuffix("s")
    if following is not None and (following.kind is Kind.NOUN or following.is_attribute):
        word.target = base + ("'" if base.endswith("s") else "'s")
        word.form = "possessive"
    elif before is not None and before.kind is Kind.NOUN:
        word.target = f"of {base}"
    return word


def _is_bare_genitive(word: Word, before: Word | None) -> bool:
    """Whether an adjective in -er opens a genitive plural: "Angriffe syrischer Truppen"."""
    return (
        before is not None
        and before.kind is Kind.NOUN
        and word.kind in (Kind.ADJECTIVE, Kind.PARTICIPLE)
        and word.inflection is not None
        and word.inflection.ending == "er"
        and word.source[:1].islower()
    )


def _of(word: Word) -> Word:
    span = type(word.span)(word.span.start, word.span.start)
    return Word(span, "", Kind.PREPOSITION, "of", "function", lemma="genitive")
