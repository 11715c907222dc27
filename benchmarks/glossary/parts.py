"""Which structure tells soonest what known words a word begins with or holds: compounds ask that.

capqa asks its dictionary for each beginning: that needs nothing built when a glossary is loaded.
An automaton answers for all parts in one pass, but has to be built from the words each time, for
none of the libraries can be loaded from bytes that nobody vouches for.
"""

from __future__ import annotations

import importlib
import time
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeAlias

    Parts: TypeAlias = Callable[[str], int]

_SHORTEST: Final = 3


def rows(known: Sequence[str], words: Sequence[str]) -> list[tuple[str, str, str, str]]:
    """Return a row for each structure: seconds to build, microseconds a word, parts found."""
    found = []
    for name, build in _STRUCTURES.items():
        start = time.process_time()
        try:
            parts = build(known)
        except ImportError:
            continue
        built = time.process_time()
        number = sum(map(parts, words))
        each = (time.process_time() - built) / len(words) * 1e6
        found.append((name, f"{built - start:.3f}", f"{each:.2f}", f"{number:,}"))
    return found


def _dictionary(known: Sequence[str]) -> Parts:
    index = frozenset(known)

    def beginnings(word: str) -> int:
        return len([at for at in range(_SHORTEST, len(word) + 1) if word[:at] in index])

    return beginnings


def _marisa(known: Sequence[str]) -> Parts:
    trie: Any = importlib.import_module("marisa_trie").Trie(known)
    return lambda word: len(trie.prefixes(word))


def _rust(known: Sequence[str]) -> Parts:
    module: Any = importlib.import_module("ahocorasick_rs")
    automaton = module.AhoCorasick(known, store_patterns=False)
    return lambda word: len(automaton.find_matches_as_indexes(word, overlapping=True))


def _c(known: Sequence[str]) -> Parts:
    module: Any = importlib.import_module("ahocorasick")
    automaton = module.Automaton(module.STORE_LENGTH)
    for word in known:
        automaton.add_word(word)
    automaton.make_automaton()
    return lambda word: sum(1 for _ in automaton.iter(word))


_STRUCTURES: Final[dict[str, Callable[[Sequence[str]], Parts]]] = {
    "set of words, beginnings": _dictionary,
    "marisa_trie, beginnings": _marisa,
    "ahocorasick_rs, all parts": _rust,
    "ahocorasick, all parts": _c,
}
