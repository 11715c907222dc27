"""Lines that are nothing but the name of an institution or party: "Cour des comptes".

A page keeps such names as they are. Inside longer lines they are evidence like other words, since
a caption that names one is still a caption.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from capqa.language.phrases import rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.language.tokens import Token

_LONGEST: Final = 8
_LONGEST_IN_LOWER_CASE: Final = 3
_LONGEST_ACRONYM: Final = 8
_GERMAN_LINKS: Final = frozenset(["für", "der", "des", "zur", "gegen", "und", "von", "zu"])


def is_standing_name(words: Sequence[Token], folded: Sequence[str]) -> bool:
    """Return whether a line's words are the name of an institution or party, whole and alone."""
    count = len(words)
    if count > 2 and words[-1].text.isupper() and len(words[-1].text) <= _LONGEST_ACRONYM:
        count -= 1
    if not 2 <= count <= _LONGEST or not words[0].text[0].isupper():
        return False
    return (
        _is_led_by_adjectives(folded[:count], words)
        or _is_opened(folded[:count], words)
        or folded[count - 1].endswith(_words_ending("closing"))
    )


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("standing_names.csv") if row["kind"] == kind)


@cache
def _words_ending(kind: str) -> tuple[str, ...]:
    return tuple(sorted(_words(kind)))


def _is_led_by_adjectives(folded: Sequence[str], words: Sequence[Token]) -> bool:
    """Return whether German adjectives lead to a noun: "Bayerische Staatsoper"."""
    head = len(folded) - 1
    if folded[head] in _words("german country"):
        head -= 1
    return (
        head >= 1
        and folded[head].endswith(_words_ending("german head"))
        and words[head].text[0].isupper()
        and all(
            words[index].text[0].isupper()
            and (
                folded[index].endswith(("er", "ische", "isches", "ischer") if index else "er")
                or folded[index] in _words("german adjective")
            )
            for index in range(head)
        )
    )


def _is_opened(folded: Sequence[str], words: Sequence[Token]) -> bool:
    """Return whether a first word tells what the rest is: "Partido Socialista", "Bundesamt für"."""
    rest = range(1, len(folded))
    if folded[0].endswith(_words_ending("german opening")):
        return folded[1] in _GERMAN_LINKS and all(
            folded[index] in _GERMAN_LINKS or words[index].text[0].isupper() for index in rest
        )
    if folded[0] not in _words("opening"):
        return False
    # "Parti démocratique de Côte d'Ivoire": an adjective may follow the first word.
    return len(folded) <= _LONGEST_IN_LOWER_CASE or all(
        folded[index] in _words("link") or words[index].text[0].isupper() for index in rest[1:]
    )
