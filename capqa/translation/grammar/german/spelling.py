"""English quotation marks, "than" after "more", and the capitals of proper names made of words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.translation.grammar.word import Kind, Word

if TYPE_CHECKING:
    from collections.abc import Sequence

# An opening German mark decides on the closing one, which is English's opening mark.
_MARKS: Final = {"„": ("“", "“", "”"), "‚": ("‘", "‘", "’")}
_COMPARED: Final = frozenset({"more", "fewer", "less"})


def settle(words: Sequence[Word]) -> None:
    """Mend spelling word by word, in place."""
    _quotation_marks(words)
    _comparisons(words)
    _proper_names(words)


def _quotation_marks(words: Sequence[Word]) -> None:
    closing: dict[str, str] = {}
    for word in words:
        if word.kind is not Kind.PUNCTUATION:
            continue
        if word.source in _MARKS:
            word.target, german_closing, english_closing = _MARKS[word.source]
            closing[german_closing] = english_closing
        elif word.source in closing:
            word.target = closing.pop(word.source)


def _comparisons(words: Sequence[Word]) -> None:
    compared = False
    for word in words:
        if word.target in _COMPARED:
            compared = True
        elif compared and word.kind is Kind.CONJUNCTION and word.lemma == "als":
            word.target = "than"


def _proper_names(words: Sequence[Word]) -> None:
    """Give capitals to what German writes with one: "im Deutschen Historischen Museum"."""
    for position, word in enumerate(words):
        if position == 0 or word.kind is not Kind.ADJECTIVE or not word.source[:1].isupper():
            continue
        before = words[position - 1]
        opens = before.kind in (Kind.ARTICLE, Kind.PREPOSITION) or before.source in ("„", '"', "“")
        named = before.kind is Kind.ADJECTIVE and before.target[:1].isupper() and position > 1
        if not (opens or named) or word.origin == "exonym" or not word.source[1:2].islower():
            continue
        word.target = word.target[:1].upper() + word.target[1:]
        for following in words[position + 1 :]:
            if following.kind is not Kind.NOUN:
                break
            following.target = " ".join(
                part[:1].upper() + part[1:] for part in following.target.split(" ")
            )
