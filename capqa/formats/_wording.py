"""The wording by which credits, bylines and skip links are known, in the languages of our pages.

All patterns are for lines of bounded length and are matched without regard to case. They are long,
so each is compiled when a line first comes near it: most pages need one or two.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

_CREDIT_LABELS = (
    "image|images|photo|photos|picture|pictures|credit|credits|photograph|photographer|foto|fotos"
    "|fotografie|bild|bilder|bildnachweis|bildquelle|fotonachweis|bildrechte|crédit|crédits"
    "|crédit photo|crédits photo|imagen|imagem|fotografía|fotografia|fotoğraf|zdjęcie|фото|снимка"
    "|фотографія|фотография|صورة"
)
_CREDIT_PHRASES = "|".join(
    f"{picture} {right}"
    for picture in ("image", "photo", "picture", "bild", "foto")
    for right in ("by", "credit", "credits", "source", "rights", "courtesy", "von")
)
_AGENCIES = (
    "picture alliance|picture-alliance|getty images|ap photo|associated press|imago images"
    "|zuma press|anadolu agency|pa media|pa wire|ap|afp|afpe|dpa|reuters|epa|imago|keystone|zuma"
    "|xinhua|tass|anadolu|efe|ansa|epd|kna|sid|nurphoto|abaca|sipa|magnum|alamy|shutterstock|upi"
    "|belga|apa"
)
_WRITTEN_BY = "edited by|written by|adapted by|translated by|compiled by|reporting by"
_AUTHOR_LABELS = (
    "author|authors|autor|autorin|autoren|autores|auteur|auteurs|autore|автор|yazar|editor|editors"
    "|redaktion|redakteur|redakteurin|reporter|correspondent|übersetzung|übersetzer|übersetzerin"
    "|adapted from"
)
_BY = "by|von|par|por|di|door|av|af|od|autor|от"
_SKIP_LINKS = (
    "skip to|jump to content|jump to navigation|go to content|go to navigation|back to top"
    "|zum inhalt|zum hauptinhalt|zum hauptmenü|zum menü"
    "|zum seitenanfang|zur navigation|zur hauptnavigation|zur suche|zur fußzeile|direkt zum inhalt"
    "|direkt zur navigation|direkt zur suche|aller au contenu|aller au menu|aller à la navigation"
    "|aller à la recherche|saltar al contenido|ir al contenido|saltar al menú|ir al menú"
    "|pular para o conteúdo|ir para o conteúdo|vai al contenuto|salta al contenuto"
)


_SIGNS_OF_A_GLUED_CREDIT: Final = (
    "©",
    "(c)",
    ":",
    "/",
    "ap photo",
    " by ",
    " von ",
    " par ",
    " de ",
)
_FIRST_WORD: Final = re.compile(r"[(\[]?\s*(©|[^\W\d_]+)", re.IGNORECASE)


def _any_of(*alternatives: str) -> str:
    # Longest first: of "credit" and "credit photo" the second must be tried first.
    phrases = sorted({each for some in alternatives for each in some.split("|")})
    phrases.sort(key=len, reverse=True)
    return "(?:" + "|".join(re.escape(each).replace(r"\ ", r"\s") for each in phrases) + ")"


@cache
def _first_words(*alternatives: str) -> frozenset[str]:
    phrases = (each for some in alternatives for each in some.split("|"))
    return frozenset(re.split(r"[ -]", phrase)[0] for phrase in phrases)


def _begins_with(words: frozenset[str], line: str, start: int = 0) -> bool:
    first = _FIRST_WORD.match(line, start)
    return first is not None and first[1].lower() in words


def begins_as_credit(line: str) -> bool:
    """Return whether a line names a picture's source: "Image: ...", "© dpa", "dpa/M. Muster"."""
    words = _first_words(_CREDIT_LABELS, _CREDIT_PHRASES, _AGENCIES, "©|c|copyright|photograph")
    return _begins_with(words, line) and _credit().match(line) is not None


def ends_with_credit(line: str) -> bool:
    """Return whether a caption has its credit on the same line: "... (Foto: dpa)", "... © dpa"."""
    lowered = line.lower()
    return (
        any(sign in lowered for sign in _SIGNS_OF_A_GLUED_CREDIT)
        and _glued_credit().search(line) is not None
    )


def is_byline(line: str) -> bool:
    """Return whether a whole line names who wrote: "By Jane Doe", "Edited by: Jane Doe"."""
    words = _first_words(_BY, _AUTHOR_LABELS, _WRITTEN_BY)
    return _begins_with(words, line) and _byline().match(line) is not None


def is_agency_byline(line: str) -> bool:
    """Return whether a line is editors' initials and agencies: "jbh/jr (AP, AFP)"."""
    return line.endswith(")") and _agency_byline().match(line) is not None


def begins_as_skip_link(line: str, start: int) -> bool:
    """Return whether a link for readers with keyboards begins at an offset: "Skip to main menu"."""
    return (
        _begins_with(_first_words(_SKIP_LINKS), line, start)
        and _skip_link().match(line, start) is not None
    )


_PHOTO_BY = r"(?:photo|foto|picture|image|bild|photograph)s?\s(?:by|von|courtesy\sof|par|de)\s"
_CAPITALISED = r"(?-i:[^\W\d_a-zß-öø-ÿ][\w.'’-]*)"
_SMALL_WORD = r"(?:and|und|et|y|e|en|och|og|i|и|de|van|von|der|den|la|le|al|bin|in)"


@cache
def _credit() -> re.Pattern[str]:
    agency = _any_of(_AGENCIES)
    return re.compile(
        rf"""[(\[]? \s* (?:
            {_any_of(_CREDIT_LABELS, _CREDIT_PHRASES)} \s? [:：]
            | ©
            | \(c\) \s
            | copyright \s? (?: : | © | \(c\) | \d{{4}} )
            | ap \s photo \b
            | {_PHOTO_BY} (?-i:[^\W_a-z])
            | {agency} (?: \s? / | \s via \s | $)
        )""",
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _glued_credit() -> re.Pattern[str]:
    label = _any_of(_CREDIT_LABELS, _CREDIT_PHRASES)
    return re.compile(
        rf"""(?:
            [(\[] \s* (?: {label} \s? [:/] | ap \s photo \b | © | {_PHOTO_BY} )
                [^()\[\]]{{1,100}} [)\]]
            | \s {label} : \s [^:]{{1,100}}
            | \s (?: © | \(c\) ) [^.]{{1,80}}
        ) \.? $""",
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _byline() -> re.Pattern[str]:
    return re.compile(
        rf"""(?:
            {_any_of(_BY)} \s {_CAPITALISED} (?: ,?\s (?: {_SMALL_WORD} | {_CAPITALISED} ) ){{0,12}}
            | {_any_of(_AUTHOR_LABELS, _WRITTEN_BY)} \s? : .*
            | {_any_of(_WRITTEN_BY)}
                \s {_CAPITALISED} (?: ,?\s [\w.'’-]+ ){{0,8}}
        ) $""",
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _agency_byline() -> re.Pattern[str]:
    desk = rf"(?:(?-i:[A-Z]{{2,6}})|{_any_of(_AGENCIES)})"
    return re.compile(
        rf"""(?: (?-i:[a-z]{{1,4}}) (?: [/,] \s? (?-i:[a-z]{{1,4}}) )* \s* )?
            \( {desk} (?: , \s* {desk} )* \) $""",
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _skip_link() -> re.Pattern[str]:
    return re.compile(_any_of(_SKIP_LINKS) + r"\b", re.IGNORECASE)


LIST_MARK = re.compile(r"(?:\d{1,3}[.)]|[-*•·–])\s+")
"""How an item of a list begins."""
