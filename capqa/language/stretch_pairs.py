"""What two stretches of a line may do together, one after the other; it is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.language.tokens import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_REMEMBERED: Final = 1 << 16
_LONGEST: Final = 64


class StretchPairs:
    """Answers a question about the last word of a stretch and the word that follows it."""

    def __init__(self, ask: Callable[[str, str], bool]) -> None:
        """Ask ``ask`` of two words; the second is "" at the end of a line."""
        self._ask = ask
        self._known: dict[tuple[str, str], bool] = {}

    def may(self, stretches: Sequence[str], at: int) -> bool:
        """Return the answer for the last word of a stretch, which has one, and what follows."""
        following = stretches[at + 1] if at + 1 < len(stretches) else ""
        pair = stretches[at], following
        known = self._known.get(pair)
        if known is None:
            known = self._ask(words_of(pair[0])[-1], _first_word(stretches, at + 1))
            # Behind a number the word that follows is another one each time.
            if len(pair[0]) + len(following) <= _LONGEST and (not following or words_of(following)):
                if len(self._known) >= _REMEMBERED:
                    self._known.clear()
                self._known[pair] = known
        return known


def _first_word(stretches: Sequence[str], at: int) -> str:
    """Return the first word from a stretch on, "" where there is none."""
    for index in range(at, len(stretches)):
        if words := words_of(stretches[index]):
            return words[0]
    return ""
