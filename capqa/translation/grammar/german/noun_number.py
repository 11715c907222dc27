"""Is a German noun here one thing or several? Its ending, its gender and its determiner tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.lazy_pattern import lazy_pattern
from capqa.translation.grammar.word_lists import word_set

if TYPE_CHECKING:
    from capqa.glossary.morphology import Reduction

SINGULAR_DETERMINERS: Final = word_set(
    "des dem ein eine einen einem einer eines im am vom zum zur beim ins ans das"
)
_WEAK: Final = lazy_pattern(
    r"(?:ist|ent|ant|at|et|and|oge|soph|nom|aph|mensch|herr|held|bär|ot|e|ell|it)$"
)
_LOAN_PLURAL_IN_S: Final = lazy_pattern(
    r"(?:[aiouy]|camp|team|park|club|blog|check|point|scan|tunnel|ing|band|film|test|job|jet|tank)$"
)
_UNCHANGED: Final = lazy_pattern(r"(?:er|el|en|chen|lein)$")


def is_plural(
    lemma: str,
    gender: str,
    inflection: Reduction | None,
    *,
    determiner: str,
    attribute_ending: str,
    before_name: bool,
    is_person: bool = False,
) -> bool:
    """Return whether a noun in a text is a plural.

    ``lemma`` is its dictionary form in lower case and ``inflection`` what the text's form adds.
    ``determiner`` is the article or contracted preposition before it in lower case, "" without
    one; ``attribute_ending`` the ending of the adjective before it; ``before_name`` whether a name
    follows, of which it may be the title; ``is_person`` whether the noun is somebody of a group,
    for captions show fighters and helpers rather than one of them.
    """
    if inflection is None or (inflection.ending == "" and not inflection.umlaut):
        return _unchanged_plural(
            lemma, gender, determiner, attribute_ending, is_person and not before_name
        )
    ending = inflection.ending
    if ending in ("", "e", "er", "ern", "se", "sen", "nen", "innen", "+plural", "+innen"):
        return ending != "er" or not lemma.endswith("e")
    if ending in ("es", "ses", "ens", "in", "+in", "m", "r"):
        return False
    if ending == "s":
        genitive = determiner in ("des", "eines", "dieses") or not _LOAN_PLURAL_IN_S.search(lemma)
        return gender == "f" or not genitive
    if ending == "+adjectival":
        return determiner not in SINGULAR_DETERMINERS
    if ending in ("n", "en") and gender == "m" and _WEAK.search(lemma):
        return determiner not in SINGULAR_DETERMINERS and not before_name
    return ending in ("n", "en", "e")


def _unchanged_plural(
    lemma: str, gender: str, determiner: str, attribute_ending: str, is_group: bool
) -> bool:
    if gender not in ("m", "n") or not _UNCHANGED.search(lemma):
        return False
    if determiner == "die":
        return True
    if determiner in SINGULAR_DETERMINERS or determiner in ("der", "den"):
        # "der Kämpfer": the fighter, or of the fighters; after a noun the caller knows it is "of".
        return False
    if attribute_ending in ("e", "en"):
        return True
    if attribute_ending in ("er", "es", "em"):
        return False
    return gender == "m" and is_group
