"""English nouns that go before a name: president, minister, king."""

from __future__ import annotations

from typing import Final

from capqa.translation.grammar.word_lists import word_set

TITLES: Final = word_set(
    """
    secretary president chancellor minister king queen pope emperor prince princess general
    senator governor mayor secretary-general premier ambassador archbishop bishop chief colonel
    commissioner captain major marshal imam sheikh ayatollah
    """
)
"""Titles, written with a capital before a name and then without an article."""

CALLINGS: Final = word_set(
    """
    writer author painter poet musician singer actor actress director coach player pilot artist
    politician leader head commander founder activist journalist photographer lawyer judge priest
    spokesperson candidate ruler dictator winner
    """
)
"""Callings that go before a name in lower case."""
