"""How words change their form: one module a language, found by its English name.

A language without a module of its own is matched in its dictionary forms only.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable

    from capqa.glossary.entry import Entry

_MODULES = {"de": "german"}


class Reduction(NamedTuple):
    """A folded dictionary form a word may belong to, and what sets the word apart from it."""

    lemma: str
    ending: str
    umlaut: bool = False


class Morphology(Protocol):
    """What matching needs to know about a language; all words are folded."""

    def reductions(self, word: str) -> Iterable[Reduction]:
        """Return the dictionary forms a word may belong to, likeliest first, without itself."""

    def plain_reductions(self, word: str) -> Iterable[Reduction]:
        """Return those of the reductions that only take an ending off or an umlaut."""

    def known_reductions(self, word: str, known: Container[str]) -> Iterable[Reduction]:
        """Return those of the reductions that are known dictionary forms."""

    def modifier_reductions(self, word: str) -> Iterable[Reduction]:
        """Return those of the reductions that may stand at the front of a compound: plurals."""

    def plural_ends(self, word: str) -> Collection[int]:
        """Return where in a word parts may end that have modifier reductions."""

    def admits(self, entry: Entry, lemma: str, reduction: Reduction) -> bool:
        """Return whether an entry's dictionary form can really be inflected this way."""

    def bucket(self, word: str) -> str:
        """Return a key that all forms of a word share."""

    def may_link(self, stem: str, linking: str) -> bool:
        """Return whether a word is joined to the next part of a compound by a linking element."""

    def may_lack_link(self, word: str) -> bool:
        """Return whether a part of a compound may stand before another without its due link."""

    def may_end(self, beginning: str, end: str) -> bool:
        """Return whether a word can be a compound of these parts, not a derived word by chance."""

    @property
    def linking_elements(self) -> tuple[str, ...]:
        """What may stand between the parts of a compound, "" included; () without compounds."""


class _Plain:
    """A language whose inflection is not known here."""

    linking_elements: tuple[str, ...] = ()

    def reductions(self, word: str) -> Iterable[Reduction]:
        return ()

    def plain_reductions(self, word: str) -> Iterable[Reduction]:
        return ()

    def known_reductions(self, word: str, known: Container[str]) -> Iterable[Reduction]:
        return ()

    def modifier_reductions(self, word: str) -> Iterable[Reduction]:
        return ()

    def plural_ends(self, word: str) -> Collection[int]:
        return ()

    def admits(self, entry: Entry, lemma: str, reduction: Reduction) -> bool:
        return False

    def bucket(self, word: str) -> str:
        return word

    def may_link(self, stem: str, linking: str) -> bool:
        return True

    def may_lack_link(self, word: str) -> bool:
        return False

    def may_end(self, beginning: str, end: str) -> bool:
        return True


def morphology_of(language: str) -> Morphology:
    """Return the morphology of a language given by its ISO 639-1 code."""
    module = _MODULES.get(language)
    if module is None:
        return _Plain()
    return cast("Morphology", importlib.import_module(f"{__name__}.{module}"))
