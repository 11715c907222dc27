"""English quotation marks, "than" after "more", and the capitals of proper names made of words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.translation.grammar.word import Kind, Word

if TYPE_CHECKING:
    from collections.abc import Sequence

# An opening German mark decides on the closing one, which is English's opening mark.
_MARKS: Final = {"„": ("“", "“", "”"), "‚": ("‘", "‘", "’")}
_OPENING: Final = frozenset({"„", '"', "“", "‚", "'"})
_COMPARED: Final = frozenset({"more", "fewer", "less"})


def settle(words: Sequence[Word], *, opens: bool) -> None:
    """Mend spelling word by word, in place; ``opens`` is whether a sentence opens here."""
    _quotation_marks(words)
    _comparisons(words)
    _proper_names(words, opens=opens)


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


def _proper_names(words: Sequence[Word], *, opens: bool) -> None:
    """Give capitals to what German writes with one: "im Deutschen Historischen Museum"."""
    for position, word in enumerate(words):
        # "Münchner" has its capital always and no inflection.
        if word.kind is not Kind.ADJECTIVE or word.inflection is None:
            continue
        # "US-geführt" has its capital from the acronym.
        if not word.source[:1].isupper() or not word.source[1:2].islower():
            continue
        if not (_follows_a_name(words, position) if position else not opens):
            continue
        word.target = word.target[:1].upper() + word.target[1:]
        for following in words[position + 1 :]:
            if following.kind is not Kind.NOUN:
                break
            following.target = " ".join(
                part[:1].upper() + part[1:] for part in following.target.split(" ")
            )


def _follows_a_name(words: Sequence[Word], position: int) -> bool:
    """Whether what goes before lets a capital mean a name: "im", a quotation mark, "Deutschen"."""
    before = words[position - 1]
    named = before.kind is Kind.ADJECTIVE and before.target[:1].isupper()
    return named or before.kind in (Kind.ARTICLE, Kind.PREPOSITION) or before.source in _OPENING
