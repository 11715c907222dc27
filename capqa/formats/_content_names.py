"""What fields with text for readers are called, in tables and front matter, and their roles."""

from __future__ import annotations

import re
from typing import Final

from capqa.formats._qualified_names import qualified_role
from capqa.model import Role

_NAMES: Final = {
    Role.CAPTION: (
        "caption captions imagecaption photocaption picturecaption captiontext cutline legend"
        " figcaption featureimagecaption bildunterschrift bildunterschriften bildtext bildtexte"
        " bu bildbeschreibung légende légendes légendephoto leyenda pieddefoto piedefoto"
        " epígrafe legenda didascalia onderschrift bijschrift fotobijschrift podpis"
        " podpispodzdjęciem podpiszdjęcia подпись подписькфото altyazı"
        " resimaltı bildetekst billedtekst kuvateksti"
    ),
    Role.HEADLINE: (
        "headline headlines title titles heading subtitle subtitles subheadline subheading"
        " subhead kicker overline linktitle shorttitle"
        " überschrift überschriften schlagzeile titel untertitel dachzeile unterzeile titre"
        " soustitre surtitre título titular subtítulo antetítulo titolo sottotitolo occhiello kop"
        " ondertitel tytuł podtytuł nagłówek заголовок подзаголовок başlık altbaşlık rubrik otsikko"
    ),
    Role.ALT: (
        "alt alttext alttag alttexts imagealt imgalt featureimagealt alternativetext"
        " alternativtext alternativtexte textealternatif textoalternativo testoalternativo"
        " alttekst tekstalternatywny"
    ),
    Role.META: (
        "description descriptions summary summaries excerpt abstract teaser teasertext intro"
        " introduction lead lede standfirst dek deck blurb metadescription seodescription"
        " ogdescription twitterdescription seotitle metatitle ogtitle twittertitle"
        " customexcerpt beschreibung zusammenfassung vorspann"
        " anreißer kurztext résumé chapô chapeau descripción resumen entradilla descrição"
        " resumo descrizione riassunto sommario beschrijving samenvatting opis streszczenie"
        " описание аннотация açıklama özet"
    ),
    Role.CREDIT: (
        "credit credits imagecredit imagecredits photocredit photocredits copyright attribution"
        " bildnachweis fotonachweis bildquelle bildrechte crédit crédits créditphoto créditsphoto"
        " crédito créditos"
    ),
    Role.BYLINE: "byline bylines autorenzeile",
    Role.BODY: (
        "text texts body content paragraph article articletext bodytext fließtext artikeltext"
        " inhalt haupttext texte contenu corps texto cuerpo contenido testo contenuto tekst"
        " treść текст metin içerik"
    ),
}  # fmt: skip
_ROLES: Final = {name: role for role, names in _NAMES.items() for name in names.split()}
_NOT_LETTERS: Final = re.compile(r"[\W_]+")
# "caption_en", "title (German)", "alt-text.de": the language is no part of the name. What ends
# with "id" names no text, though there is Indonesian.
_LANGUAGE: Final = re.compile(
    r"[\W_]+((?!id\b)[a-z]{2}(?:[-_][a-z]{2})?|english|german|french|spanish|deutsch|englisch"
    r"|französisch|spanisch|anglais|allemand|français|espagnol)\W*$"
)
_CODES: Final = {
    "english": "en", "englisch": "en", "anglais": "en", "german": "de", "deutsch": "de",
    "allemand": "de", "french": "fr", "französisch": "fr", "français": "fr", "spanish": "es",
    "spanisch": "es", "espagnol": "es",
}  # fmt: skip
_LONGEST_NAME: Final = 60


def content_role(name: str) -> Role | None:
    """Return the role of the text in a field of this name, None where it names no such field.

    >>> [content_role(name) for name in ("Image Caption", "caption_de", "Bildunterschrift", "id")]
    [<Role.CAPTION: 'caption'>, <Role.CAPTION: 'caption'>, <Role.CAPTION: 'caption'>, None]
    """
    if len(name) > _LONGEST_NAME:
        return None
    name = name.strip()
    without_language = name[: _language_start(name)]
    for each in (name, without_language):
        role = _ROLES.get(_NOT_LETTERS.sub("", each.lower()))
        if role is not None:
            return role
    return qualified_role(without_language, _ROLES)


def name_language(name: str) -> str | None:
    """Return the language that the name of a text field ends with, None where it says none.

    >>> [name_language(name) for name in ("caption_de", "Title (English)", "caption")]
    ['de', 'en', None]
    """
    name = name.strip()
    found = _LANGUAGE.search(name.lower()) if len(name) <= _LONGEST_NAME else None
    if found is None or content_role(name[: found.start()]) is None:
        return None
    return _CODES.get(found[1], found[1][:2])


def _language_start(name: str) -> int:
    found = _LANGUAGE.search(name.lower())
    return found.start() if found else len(name)
