"""Names in a source text that are certain to be names, and whether they stand in a translation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.model import Span
from capqa.translation.grammar.names import sound
from capqa.translation_rules._running_text import running_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.translation.lexicon.lexicon import Lexicon

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_LATIN_OR_CYRILLIC: Final = re.compile(r"[A-Za-zÀ-ɏḀ-ỿЀ-ԯ\u0300-\u036f-]+")
_OPENS: Final = re.compile(r"(?:\A|[.!?:|\n•–—+(\[\"„“«»*])\s*$")
_SHORTEST: Final = 4
_SHORTEST_KEY: Final = 3
_ENDING: Final = 2
_LONGEST_PLACE: Final = 3
_MOST_WORDS: Final = 400
_FEWEST_OF_A_HEADLINE: Final = 4
_DIGRAPHS: Final = ("je", "jo", "zh", "ji", "h", "ts", "ch", "sh", "shch", "", "", "ju", "ja")
_ROMAN: Final = {
    **dict(zip("абвгґдезиійклмнопрстуфыэ", "abvggdeziijklmnoprstufye", strict=True)),
    **dict(zip("єёжїхцчшщъьюя", _DIGRAPHS, strict=True)),
}
_TO_LATIN: Final = str.maketrans(_ROMAN)


class Name(NamedTuple):
    """A name in a source: where, and any of what may stand for it."""

    span: Span
    spellings: tuple[str, ...]


def certain_names(text: str, lexicon: Lexicon) -> Iterator[Name]:
    """Yield the persons and places of a text that no other reading fits; no organisations.

    What the glossary has is left out. Writing systems without capitals have no certain names.
    """
    plain = running_text(text)
    words = list(_WORD.finditer(plain))[:_MOST_WORDS]
    taken = bytearray(len(text))
    for match in lexicon.find(plain):
        taken[match.span.start : match.span.end] = b"\x01" * len(match.span)
    # A headline in capitals tells no names; English has titles of two words.
    capitals = sum(word[0][:1].isupper() for word in words)
    fewest = {"de": _MOST_WORDS, "en": 1}.get(lexicon.source_language, _FEWEST_OF_A_HEADLINE)
    if len(words) > fewest and 3 * capitals > 2 * len(words):
        return
    at = 0
    while at < len(words):
        found = _place(plain, words, at, lexicon, taken) or _person(
            words, at, lexicon, taken, plain
        )
        if found is not None:
            yield found[0]
        at += found[1] if found is not None else 1


def stands(name: Name, text: str) -> bool:
    """Return whether a name stands in a text, inflected or in another transliteration."""
    keys = _keys(text)
    for spelling in name.spellings:
        wanted = [_key(word) for word in _words(spelling)]
        if wanted and all(any(_is_alike(each, key) for key in keys) for each in wanted):
            return True
        if spelling.casefold() in text.casefold():
            return True
    return False


@lru_cache(maxsize=2)
def _keys(text: str) -> frozenset[str]:
    # Asked for once a name.
    return frozenset(map(_key, _words(text)))


def can_be_compared(text: str) -> bool:
    """Return whether all letters of a text are of alphabets whose sounds are known."""
    return all(_LATIN_OR_CYRILLIC.fullmatch(word) for word in _WORD.findall(text))


def romanised(word: str) -> str:
    """Return a word in Latin letters, where it is in Cyrillic ones."""
    if word.isascii():
        return word
    lower = word.lower().translate(_TO_LATIN)
    return lower.capitalize() if word[:1].isupper() else lower


def _words(text: str) -> list[str]:
    return [part for word in _WORD.findall(text) for part in re.split(r"[-‐‑]", word)]


def _key(word: str) -> str:
    if word.isascii() or not "\u0400" <= word[0] <= "\u052f":
        return sound(unicodedata.normalize("NFC", word).replace("ł", "l").replace("ı", "i"))
    return sound(romanised(word))


def _is_alike(wanted: str, key: str) -> bool:
    """Return whether two keys begin alike up to an ending."""
    shorter, longer = sorted((len(wanted), len(key)))
    need = max(min(_SHORTEST_KEY, shorter), shorter - _ENDING)
    return longer - shorter <= _ENDING + 2 and wanted[:need] == key[:need]


def _is_free(word: re.Match[str], taken: bytearray) -> bool:
    return taken.find(1, *word.span()) < 0


def _place(
    text: str, words: list[re.Match[str]], at: int, lexicon: Lexicon, taken: bytearray
) -> tuple[Name, int] | None:
    first = words[at]
    if not first[0][:1].isupper() or not _is_free(first, taken):
        return None
    for count in range(min(_LONGEST_PLACE, len(words) - at), 0, -1):
        last = words[at + count - 1]
        span = Span(first.start(), last.end())
        spelling = span.of(text)
        if not _is_free(last, taken) or not last[0][:1].isupper() or len(spelling) < _SHORTEST:
            continue
        if "\n" in spelling or _WORD.sub("", spelling).strip(" -"):
            continue
        place = lexicon.place_name(spelling)
        opens = bool(_OPENS.search(text[max(0, span.start - 3) : span.start]))
        if place is None or (
            _may_be_something_else(spelling, lexicon)
            or (place == spelling and count == 1 and not _is_a_place(spelling, opens, lexicon))
        ):
            continue
        return Name(span, (place, spelling)), count
    return None


def _may_be_something_else(spelling: str, lexicon: Lexicon) -> bool:
    return lexicon.is_person_name(spelling) or bool(lexicon.lookup(spelling))


def _is_a_place(word: str, opens: bool, lexicon: Lexicon) -> bool:
    """Return whether a word that is the same in both languages is nothing but a place."""
    # "Park" and "Union" are places, too.
    if not lexicon.is_source_word(word):
        return True
    return (
        lexicon.source_language not in ("de", "en") and not opens and lexicon.is_shared_word(word)
    )


def _person(
    words: list[re.Match[str]], at: int, lexicon: Lexicon, taken: bytearray, text: str
) -> tuple[Name, int] | None:
    word = words[at]
    if not _may_be_called(word, lexicon, taken):
        return None
    following = words[at + 1] if at + 1 < len(words) else None
    given = _is_given(word[0], lexicon)
    if (
        given
        and following is not None
        and text[word.end() : following.start()] == " "
        and _may_be_called(following, lexicon, taken)
        and _may_be_a_family(following[0], lexicon)
    ):
        return Name(Span(word.start(), following.end()), (romanised(following[0]),)), 2
    if (
        given
        and lexicon.source_language not in ("de", "en")
        and lexicon.is_shared_word(word[0])
        and not _OPENS.search(text[max(0, word.start() - 3) : word.start()])
    ):
        return Name(Span(*word.span()), (word[0],)), 1
    return None


def _may_be_called(word: re.Match[str], lexicon: Lexicon, taken: bytearray) -> bool:
    spelling = word[0]
    return (
        len(spelling) >= _SHORTEST
        and spelling[0].isupper()
        and not spelling.isupper()
        and _is_free(word, taken)
        and not lexicon.lookup(spelling)
    )


def _may_be_a_family(word: str, lexicon: Lexicon) -> bool:
    """Return whether a word after a given name is no noun that is known as one."""
    return not lexicon.find(word)


def _is_given(word: str, lexicon: Lexicon) -> bool:
    latin = romanised(word)
    if latin == word and lexicon.is_only_source_word(word):
        return False
    return lexicon.is_person_name(latin) or (
        # "Ангелы", "Владимира".
        latin != word and any(lexicon.is_person_name(latin[:-cut]) for cut in (1, 2))
    )
