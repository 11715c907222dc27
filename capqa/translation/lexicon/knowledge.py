"""What the translation asks of `capqa.language`, as a value, so that tests can put in their own."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Knowledge:
    """``place_name(name, source, target)`` is an exonym, ``is_word(word, language)`` spelling."""

    place_name: Callable[[str, str, str], str | None]
    is_word: Callable[[str, str], bool]


def nothing() -> Knowledge:
    """Return a knowledge that knows no place and no word."""
    return Knowledge(lambda _name, _source, _target: None, lambda _word, _language: False)


def compiled() -> Knowledge:
    """Return the knowledge compiled into `capqa.language`; loads its tables on first use."""
    try:
        places = importlib.import_module("capqa.language.place_names")
        words = importlib.import_module("capqa.language.words")
    except ImportError:
        return nothing()
    return Knowledge(places.place_name, words.is_word)
