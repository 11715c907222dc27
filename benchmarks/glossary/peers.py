"""Aho-Corasick automata as peers: they find what is written exactly as in the glossary, no more.

Neither is a dependency; each is measured where it is installed.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeAlias

    Find: TypeAlias = Callable[[str], int]

NAMES: Final = ("ahocorasick_rs", "ahocorasick")


def automaton(name: str, terms: Sequence[str]) -> Find | None:
    """Return what counts the terms in a text, built anew; None where the library is missing."""
    try:
        module: Any = importlib.import_module(name)
    except ImportError:
        return None
    if name == "ahocorasick_rs":
        longest = module.AhoCorasick(terms, matchkind=module.MatchKind.LeftmostLongest)
        return lambda text: len(longest.find_matches_as_indexes(text))
    tree = module.Automaton()
    for at, term in enumerate(terms):
        tree.add_word(term, at)
    tree.make_automaton()
    return lambda text: sum(1 for _ in tree.iter_long(text))
