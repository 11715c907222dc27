"""What the translation asks of `capqa.language`, as a value, so that tests can put in their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Facts about words.

    ``place_name(name, source, target)`` is a place's name in the target language, None for what is
    no known place. ``frequency(word, language)`` is a share of running text, 0 for unknown words.
    ``is_person_name(word)`` is whether people are called so, ``is_compound(word, language)``
    whether an unlisted word is made of known ones.
    """

    place_name: Callable[[str, str, str], str | None]
    frequency: Callable[[str, str], float]
    is_person_name: Callable[[str], bool]
    is_compound: Callable[[str, str], bool] = lambda _word, _language: False


def nothing() -> Knowledge:
    """Return a knowledge that knows no place and no word."""
    return Knowledge(
        lambda _name, _source, _target: None,
        lambda _word, _language: 0.0,
        lambda _word: False,
    )


def compiled() -> Knowledge:
    """Return the knowledge compiled into `capqa.language`; loads its tables on first use."""
    return Knowledge(_place_name, _frequency, _is_person_name, _is_compound)


def _place_name(name: str, source: str, target: str) -> str | None:
    from capqa.language.place_names import place_name

    return place_name(name, source, target)


def _is_compound(word: str, language: str) -> bool:
    from capqa.language.words import is_word

    return is_word(word, language)


def _frequency(word: str, language: str) -> float:
    from capqa.language.languages import INDEX, canonical
    from capqa.language.lexicon_layout import FREQUENCIES

    index = INDEX.get(canonical(language))
    value = None if index is None else _mark(word, index)
    return 0.0 if value is None else FREQUENCIES[value]


def _is_person_name(word: str) -> bool:
    from capqa.language.lexicon_layout import FAMILY_NAME, GIVEN_NAME

    named = _mark(word, GIVEN_NAME) is not None or _mark(word, FAMILY_NAME) is not None
    # Somebody is called Kaktus too, but no English text knows of it.
    return named and _frequency(word, "en") > 0


def _mark(word: str, code: int) -> int | None:
    from capqa.language.folding import fold
    from capqa.language.lexicon import shared_lexicon

    profile = shared_lexicon().profile(fold(word))
    for position in range(0, len(profile), 2):
        if profile[position] == code:
            return profile[position + 1]
    return None
