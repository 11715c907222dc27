"""Finds what belongs to no language: credits, bylines, addresses, handles."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.language.postal_addresses import is_postal_address
from capqa.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Mask(NamedTuple):
    """A stretch of a line that is neutral, and why."""

    start: int
    end: int
    reason: str


_AGENCIES: Final = (
    r"picture[ -]alliance|getty ?images|afp|reuters|dpa(?:-\w+)?|ap photo|ap images|"
    r"imago(?:[ -]images)?|anadolu(?: agency| ajans[ıi])?|epa(?:-efe)?|ansa|zuma(?: ?press| wire)?|"
    r"nurphoto|shutterstock|istock(?:photo)?|adobe stock|abaca(?:press)?|sipa(?: usa| press)?|"
    r"ullstein ?bild|akg-images|bridgeman|alamy|pa wire|pa media|press association|"
    r"europa press|efe|lusa|belga|keystone|kyodo|xinhua|yonhap|tass|ria novosti|sputnik|"
    r"ukrinform|afp/getty|eibner|bildagentur|photoshot|maxppp|hans lucas|le pictorium|"
    r"contrast|action press|actionpress|apa|cnp|upi|empics|laif|ostkreuz|ddp|dapd|"
    r"vg bild-kunst|bildagentur-\w+|"
    r"wdr|ndr|zdf|ard|dw"
)
_MARKER: Final = (
    r"(?:image|images|photo|photos|photograph|photography|picture|pictures|pic|credit|credits|"
    r"image credit|photo credit|file photo|courtesy|copyright|graphic|video|source|"
    r"foto|fotos|fotografía|fotografia|bild|bilder|bildquelle|bildrechte|quelle|grafik|"
    r"crédit photo|crédits?|crédito|créditos|imagen|imagem|immagine|fonte|fuente|"
    r"beeld|kilde|źródło|zdjęcie|fot|kaynak|fotoğraf|фото|джерело|источник|صورة|الصورة)"
)
_MARKER_ENDS: Final = frozenset(each.rpartition(" ")[2] for each in _MARKER[3:-1].split("|"))
_DOTTED: Final = lazy_pattern(r"\w\.[a-z]{2}|[@#]|://|www\.", re.IGNORECASE)


# Compiled when first needed: that takes longer than the check of many a page.
@cache
def _neutral() -> re.Pattern[str]:
    return re.compile(
        r"https?://\S+|\bwww\.\S+|\b[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,63}|(?<!\w)@\w[\w.]*|(?<!\w)#\w+"
        r"|\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,3}\.(?:com|org|net|de|fr|es|it|pt|nl|pl|ru|ua|eu|co|uk|tv|info|io)\b(?:/\S*)?",
        re.IGNORECASE,
    )


@cache
def _credit() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|(?<=[\s|(\[\-–—.,;!?)\]]))(?:{_MARKER}\s*(?::|©|\bby\b|\bvia\b)|©|\(c\))\s*",
        re.IGNORECASE,
    )


@cache
def _agency_tail() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|(?<=[\s|(\[\-–—.]))(?:[\w.\- ]{{0,30}}(?<=\w)\s?/\s?){{0,3}}(?:{_AGENCIES})"
        r"(?:\s*(?:[/|]|\s-\s)\s*[^/|\n]{1,40})*\s*[)\]]?\s*$",
        re.IGNORECASE,
    )


@cache
def _agency() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_AGENCIES})(?!\w)", re.IGNORECASE)


@cache
def _initials() -> re.Pattern[str]:
    return re.compile(
        r"^\s*[a-zäöü]{2,5}(?:\s?[/,]\s?[a-zäöü]{2,5})*\s*\([^()]{2,80}\)\s*$", re.IGNORECASE
    )


_BYLINES: Final = (
    "by", "author", "authors", "edited by", "editor", "editing by", "reporting by", "written by",
    "translated by", "additional reporting by", "compiled by", "presented by", "produced by",
    "correspondent", "autor", "autorin", "von", "par", "por", "di", "redaktion",
)  # fmt: skip
_BYLINE_OPENINGS: Final = frozenset(phrase.partition(" ")[0] for phrase in _BYLINES)


@cache
def _byline() -> re.Pattern[str]:
    return re.compile(rf"^\s*(?:{'|'.join(_BYLINES)})\s*:?\s+(?=\S)", re.IGNORECASE)


@cache
def _name_list() -> re.Pattern[str]:
    return re.compile(
        r"(?:[^\W\d_][\w.'’\-]*|[&,/]|and|und|et|y|e|i)(?:[\s,/&]+(?:[^\W\d_][\w.'’\-]*|and|und|et|y|e|i))*[\s.,]*"
    )


# Markers that name a source and never a caption, so that the source may be any phrase.
@cache
def _sure_marker() -> re.Pattern[str]:
    return re.compile(
        r"(?:images?|photos?|photographs?|(?:image|photo) credit|courtesy|copyright)\s*(?::|©)\s*$"
        r"|(?:©|\(c\))\s*$",
        re.IGNORECASE,
    )


_MOST_SOURCE_WORDS: Final = 8


# "Hamina 2-1 Mandan (Tóth 14', Acuña 88')"
@cache
def _score() -> re.Pattern[str]:
    return re.compile(r"\d{1,2}\s?[-–:]\s?\d{1,2}\b.{0,80}\b\d{1,3}['’](?!\w)")


_LONGEST_CREDIT: Final = 160
_LONGEST_ADDRESS: Final = 90
_MOST_CREDITS: Final = 8
_SHORTEST_CAPTION: Final = 3
_SIGNS: Final = (":", "/", "@", "#", "©", "(", ".", " by ", " via ")


def masks(text: str, *, holds_agency: bool) -> Iterator[Mask]:
    """Yield the neutral stretches of a line of at most a few thousand characters, unordered.

    ``holds_agency`` tells whether any word of it is one of an agency's name.
    """
    if len(text) <= _LONGEST_ADDRESS and is_postal_address(text):
        yield Mask(0, len(text), "address")
        return
    if any(sign in text for sign in _SIGNS):
        yield from _signed_masks(text)
    tail = max(0, len(text) - _LONGEST_CREDIT)
    if (
        holds_agency
        and (agency := _agency_tail().search(text, tail))
        and _source_end(text[agency.start() :]) is None
    ):
        yield Mask(agency.start(), len(text), "credit")
    elif (
        text.lstrip()[:20].lower().partition(" ")[0].rstrip(":") in _BYLINE_OPENINGS
        and (byline := _byline().match(text))
        and is_name_list(text[byline.end() :])
    ):
        yield Mask(0, len(text), "byline")


def may_hold_credit(text: str) -> bool:
    """Return whether a line holds a marker that a source may follow; False is certain."""
    return _may_be_credit(text) and _credit().search(text) is not None


def may_mark_credit(stretch: str, words: Iterable[str]) -> bool:
    """Return whether one of some words may mark a credit; they are those of a stretch of a line
    between white space. False is certain.
    """
    if not stretch.isascii() or "(c)" in stretch.lower():
        return True
    return any(word.rpartition("-")[2].lower() in _MARKER_ENDS for word in words)


def _may_be_score(text: str) -> bool:
    return "'" in text or "’" in text


def _may_be_credit(text: str) -> bool:
    return (
        any(sign in text for sign in (":", "©", "(c)", "(C)")) or " by " in text or " via " in text
    )


def _signed_masks(text: str) -> Iterator[Mask]:
    """Yield the stretches that a sign gives away: a colon, a bracket, an at sign."""
    if _DOTTED.search(text):
        for match in _neutral().finditer(text):
            yield Mask(match.start(), match.end(), "address")
    if len(text) <= _LONGEST_CREDIT and _may_be_score(text) and _score().search(text):
        yield Mask(0, len(text), "score")
        return
    if "(" in text and _initials().match(text):
        yield Mask(0, len(text), "byline")
        return
    for match in islice(_credit().finditer(text) if _may_be_credit(text) else (), _MOST_CREDITS):
        end = _line_end(text, match.end())
        closing = text.find(")", match.end(), end)
        if match.start() and text[match.start() - 1] in "([" and closing >= 0:
            end = closing
        source = text[match.end() : end]
        sure = _sure_marker().search(text, match.start(), match.end()) is not None
        if (source_end := _source_end(source)) is not None:
            yield Mask(match.start(), match.end() + source_end, "credit")
            break
        if is_credit(source) or (sure and 0 < len(source.split()) <= _MOST_SOURCE_WORDS):
            yield Mask(match.start(), end, "credit")
            break


def _source_end(source: str) -> int | None:
    """Return where a photographer's name ends that a caption follows: "AP/R. Drew Feuerwehrleute".

    None where nothing follows it, or where there is no such name.
    """
    name = _photographer().match(source)
    if name is None or len(source[name.end() :].split()) < _SHORTEST_CAPTION:
        return None
    return name.end() if any(word[0].islower() for word in source[name.end() :].split()) else None


@cache
def _photographer() -> re.Pattern[str]:
    return re.compile(
        r"\s*[\w&-]+(?:[\s-][\w&-]+){0,2}\s?/\s?(?:[\w.-]+\s?/\s?)?[A-ZÀ-Þ]\.\s?[A-ZÀ-Þ][\w'’-]+(?=\s)"
    )


def is_credit(text: str) -> bool:
    """Return whether what follows a credit marker reads like a source, not like a caption."""
    if len(text) > _LONGEST_CREDIT or not text.strip():
        return False
    if _agency().search(text) or "/" in text:
        return True
    words = re.findall(r"[^\W\d_][\w'’.\-]*", text)
    return 0 < len(words) <= 5 and all(
        word[0].isupper() or word.lower() in _PARTICLES or not word[0].islower() for word in words
    )


def is_name_list(text: str) -> bool:
    """Return whether a text is nothing but names, as after "By" or "Author:"."""
    if len(text) > 120 or not _name_list().fullmatch(text):
        return False
    words = re.findall(r"[^\W\d_][\w'’.\-]*", text)
    return bool(words) and all(word[0].isupper() or word.lower() in _PARTICLES for word in words)


_PARTICLES: Final = frozenset(
    [
        "von",
        "am",
        "im",
        "an",
        "of",
        "in",
        "van",
        "der",
        "den",
        "de",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "du",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "ibn",
        "ben",
        "abu",
        "zu",
        "zur",
        "zum",
        "ter",
        "ten",
        "te",
        "und",
        "and",
        "et",
        "y",
        "e",
        "i",
        "via",
        "for",
    ]
)


def _line_end(text: str, start: int) -> int:
    found = text.find("\n", start)
    return len(text) if found < 0 else found
