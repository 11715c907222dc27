"""The wording by which credits, bylines and skip links are known, in the languages of our pages.

All patterns are for lines of bounded length and are matched without regard to case.
"""

from __future__ import annotations

import re

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


def _any_of(*alternatives: str) -> str:
    # Longest first: of "credit" and "credit photo" the second must be tried first.
    phrases = sorted({each for some in alternatives for each in some.split("|")})
    phrases.sort(key=len, reverse=True)
    return "(?:" + "|".join(re.escape(each).replace(r"\ ", r"\s") for each in phrases) + ")"


_LABEL = _any_of(_CREDIT_LABELS, _CREDIT_PHRASES)
_AGENCY = _any_of(_AGENCIES)
_PHOTO_BY = r"(?:photo|foto|picture|image|bild|photograph)s?\s(?:by|von|courtesy\sof|par|de)\s"
_CAPITALISED = r"(?-i:[^\W\d_a-zß-öø-ÿ][\w.'’-]*)"
_SMALL_WORD = r"(?:and|und|et|y|e|en|och|og|i|и|de|van|von|der|den|la|le|al|bin|in)"
_DESK = rf"(?:(?-i:[A-Z]{{2,6}})|{_AGENCY})"

CREDIT = re.compile(
    rf"""[(\[]? \s* (?:
        {_LABEL} \s? [:：]
        | ©
        | \(c\) \s
        | copyright \s? (?: : | © | \(c\) | \d{{4}} )
        | ap \s photo \b
        | {_PHOTO_BY} (?-i:[^\W_a-z])
        | {_AGENCY} (?: \s? / | \s via \s | $)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""How a line begins that names the source of a picture: "Image: ...", "© dpa", "dpa/M. Muster"."""

GLUED_CREDIT = re.compile(
    rf"""(?:
        [(\[] \s* (?: {_LABEL} \s? [:/] | ap \s photo \b | © | {_PHOTO_BY} )
            [^()\[\]]{{1,100}} [)\]]
        | \s {_LABEL} : \s [^:]{{1,100}}
        | \s (?: © | \(c\) ) [^.]{{1,80}}
    ) \.? $""",
    re.IGNORECASE | re.VERBOSE,
)
"""How a caption ends whose credit stands on the same line: "... (Foto: dpa)", "... © dpa"."""

BYLINE = re.compile(
    rf"""(?:
        {_any_of(_BY)} \s {_CAPITALISED} (?: ,?\s (?: {_SMALL_WORD} | {_CAPITALISED} ) ){{0,12}}
        | {_any_of(_AUTHOR_LABELS, _WRITTEN_BY)} \s? : .*
        | {_any_of(_WRITTEN_BY)}
            \s {_CAPITALISED} (?: ,?\s [\w.'’-]+ ){{0,8}}
    ) $""",
    re.IGNORECASE | re.VERBOSE,
)
"""A whole line that names who wrote: "By Jane Doe", "Edited by: Jane Doe"."""

AGENCY_BYLINE = re.compile(
    rf"""(?: (?-i:[a-z]{{1,4}}) (?: [/,] \s? (?-i:[a-z]{{1,4}}) )* \s* )?
        \( {_DESK} (?: , \s* {_DESK} )* \) $""",
    re.IGNORECASE | re.VERBOSE,
)
"""A whole line of editors' initials and agencies: "jbh/jr (AP, AFP)"."""

SKIP_LINK = re.compile(_any_of(_SKIP_LINKS) + r"\b", re.IGNORECASE)
"""How a link for readers with keyboards begins: "Skip to main menu"."""

LIST_MARK = re.compile(r"(?:\d{1,3}[.)]|[-*•·–])\s+")
"""How an item of a list begins."""
