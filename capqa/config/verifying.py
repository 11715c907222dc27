"""What settings may be, wherever they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from capqa.config.settings import Settings


def verify(settings: Settings, where: str) -> None:
    """Raise ConfigurationError for the first value that is not possible."""
    for language in (settings.target, *(settings.languages or ())):
        if not (language.isascii() and language.isalpha() and language.islower()):
            raise ConfigurationError(
                f"{language!r} is no language code",
                where=where,
                mend='give languages as two lower-case letters, such as "en"',
            )
    if settings.min_confidence is not None and not 0 <= settings.min_confidence <= 1:
        raise ConfigurationError(
            f"a confidence of {settings.min_confidence} is not possible",
            where=where,
            mend="give a number from 0 to 1",
        )
    for nothing, key in (
        (settings.rules == (), "rules"),
        (settings.roles == (), "roles"),
        (settings.languages == (), "languages"),
    ):
        if nothing:
            raise ConfigurationError(
                f"no {key.removesuffix('s')} is on, so nothing would be checked",
                where=where,
                mend=f'remove "{key}"',
            )
    if any(not phrase.strip() for phrase in settings.allow):
        raise ConfigurationError(
            "an allowed phrase is empty", where=where, mend='remove it from "allow"'
        )


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return how to mend an unknown word: the known one it resembles, else all there are."""
    from difflib import get_close_matches

    words = tuple(map(str, known))
    near = get_close_matches(word, words, n=1)
    return f"did you mean {near[0]!r}?" if near else f"use {', '.join(words)}"
