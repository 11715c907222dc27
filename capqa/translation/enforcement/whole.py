"""A caption translated with its separators in it: what its pieces became, if all of it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.translation.enforcement.cascade import Enforced, Method
from capqa.translation.enforcement.verification import honoured
from capqa.translation.separators import fragments, separators

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from capqa.translation.enforcement.terms import RequiredTerm

_SOUND: Final = frozenset({Method.FREE, Method.OWN, Method.HYPOTHESIS, Method.RENDERING})


def is_broken(text: str, result: Enforced) -> bool:
    """Return whether a piece gained or lost a separator, or keeps its terms by a last means only.

    Aligned spans and texts split at a term do not break a term but often the words around it.
    """
    return result.method not in _SOUND or separators(text) != separators(result.text)


def pieces_of_whole(
    text: str,
    whole: Enforced,
    known: Mapping[int, str],
    terms: Mapping[int, Sequence[RequiredTerm]],
) -> dict[int, Enforced] | None:
    """Return the translated pieces of a text from its translation as a whole, None if any is off.

    ``known`` holds the pieces whose translation is the glossary's, by their place, ``terms`` what
    each of the others must keep. It takes the same separators in the same order, the known pieces
    word for word, and every term in its own piece.
    """
    if whole.method not in _SOUND or separators(text) != separators(whole.text):
        return None
    pieces = [piece.span.of(whole.text) for piece in fragments(whole.text, inside_sentences=False)]
    if len(pieces) != len(known) + len(terms):
        return None
    if any(pieces[number].casefold() != each.casefold() for number, each in known.items()):
        return None
    if not all(honoured(each, pieces[number]) for number, each in terms.items()):
        return None
    return {number: Enforced(pieces[number], whole.method) for number in terms}
