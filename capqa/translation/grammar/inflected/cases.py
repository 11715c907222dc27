"""Place names in their cases: "в Сирии" is in Syria, "Irak'ta" is in Iraq."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.model import Span
from capqa.translation.grammar.word import Kind, Word

if TYPE_CHECKING:
    from capqa.translation.lexicon.lexicon import Lexicon

# (ending in the text, endings of the nominative to try), longest ending first.
_ENDINGS: Final[dict[str, tuple[tuple[str, tuple[str, ...]], ...]]] = {
    "ru": (
        ("ии", ("ия",)),
        ("ию", ("ия",)),
        ("ей", ("я", "ь")),
        ("ой", ("а", "ый")),
        ("ом", ("", "о")),
        ("ем", ("ь", "й")),
        ("е", ("", "а", "ь", "й", "о")),
        ("у", ("", "а")),
        ("ы", ("а", "")),
        ("и", ("ь", "я", "а")),
        ("а", ("",)),
        ("я", ("ь", "й")),
    ),
    "uk": (
        ("ії", ("ія",)),
        ("ію", ("ія",)),
        ("єві", ("їв",)),
        ("єва", ("їв",)),
        ("ова", ("ів",)),
        ("ові", ("ів",)),
        ("і", ("", "а", "ь", "я")),
        ("у", ("", "а")),
        ("и", ("а", "")),
        ("ині", ("ина",)),
        ("ини", ("ина",)),
        ("ва", ("в",)),
        ("а", ("",)),
    ),
    "pl": (
        ("ii", ("ia",)),
        ("ią", ("ia", "ś")),
        ("ie", ("a", "", "o")),
        ("ach", ("y",)),
        ("czech", ("cy",)),
        ("em", ("", "o")),
        ("u", ("", "o")),
        ("y", ("a",)),
        ("i", ("a", "")),
        ("ze", ("ga",)),
        ("ce", ("ka",)),
        ("a", ("", "o")),
    ),
}
_TURKISH_IN: Final = ("da", "de", "ta", "te")
_TURKISH_FROM: Final = ("dan", "den", "tan", "ten")
_TURKISH_OF: Final = ("ın", "in", "un", "ün", "nın", "nin", "nun", "nün")
_TURKISH_TO: Final = ("a", "e", "ya", "ye")


def slavic_place(language: str, text: str, span: Span, lexicon: Lexicon) -> Word | None:
    """Return a place in an oblique case; without a preposition before it, it is a genitive."""
    word = span.of(text)
    if not word[:1].isupper():
        return None
    for ending, nominatives in _ENDINGS[language]:
        stem = word.removesuffix(ending)
        if len(stem) == len(word) or len(stem) < 3:
            continue
        for nominative in nominatives:
            place = lexicon.place_name(stem + nominative)
            if place is not None:
                return Word(span, word, Kind.PROPER, place, "exonym", form="oblique", place=True)
    return None


def turkish_place(text: str, span: Span, lexicon: Lexicon) -> Word | None:
    """Return a place with a case ending after an apostrophe, its case as an English preposition."""
    place = lexicon.place_name(span.of(text))
    if place is None or text[span.end : span.end + 1] not in ("'", "’"):
        return None
    rest = text[span.end + 1 :]
    ending = rest.split(maxsplit=1)[0].strip(".,;:!?|") if rest.strip() else ""
    whole = Span(span.start, span.end + 1 + len(ending))
    prepositions = (
        (_TURKISH_FROM, "from "),
        (_TURKISH_IN, "in "),
        (_TURKISH_OF, ""),
        (_TURKISH_TO, "to "),
    )
    for endings, preposition in prepositions:
        if ending in endings:
            target = preposition + place + ("'s" if not preposition else "")
            return Word(whole, whole.of(text), Kind.PROPER, target, "exonym", place=True)
    return None


def with_genitives(words: list[Word], *, opens: bool) -> list[Word]:
    """Put "of" before places in a genitive: "обстрел Харькова" is the shelling of Kharkiv."""
    for position, word in enumerate(words):
        before = words[position - 1] if position else None
        if word.form == "oblique" and before is not None and before.kind is Kind.NOUN:
            word.target = f"of {word.target}"
    return words
