"""Function words of the Romance languages, by language; articles are dropped as captions do."""

from __future__ import annotations

from typing import Final

from capqa.translation.grammar.word import Kind

_ARTICLES: Final = {
    "fr": "le la les l un une des",
    "es": "el la los las un una unos unas",
    "it": "il lo la i gli le l un uno una",
    "pt": "o a os as um uma uns umas",
}
_PREPOSITIONS: Final = {
    "fr": "de du d=of des=of à=in au=in aux=in en=in dans=in sur=on contre=against pour=for "
    "avec=with sans=without chez=at par=by entre=between après=after avant=before "
    "depuis=since pendant=during vers=towards sous=under devant=outside près=near "
    "lors=during selon=according_to",
    "es": "de del=of en=in a=to al=to contra=against para=for por=by con=with sin=without sobre=on "
    "entre=between tras=after desde=from hasta=until hacia=towards ante=before durante=during "
    "según=according_to",
    "it": "di del=of dello=of della=of dell=of dei=of degli=of delle=of d=of a=in ad=in al=at "
    "allo=at alla=at ai=at agli=at alle=at in nel=in nella=in nello=in nell=in nei=in nelle=in "
    "su=on sul=on sulla=on sui=on sugli=on sulle=on contro=against per=for con=with senza=without "
    "tra=between fra=between dopo=after prima=before da=from dal=from dalla=from verso=towards "
    "durante=during secondo=according_to",
    "pt": "de do=of da=of dos=of das=of em=in no=in na=in nos=in nas=in a=to ao=to à=to aos=to "
    "contra=against para=for por=by pelo=by pela=by com=with sem=without sobre=on entre=between "
    "após=after desde=since até=until durante=during segundo=according_to",
}
_OTHERS: Final = {
    "fr": "et=and ou=or mais=but qui=who que=that est=is sont=are",
    "es": "y=and e=and o=or pero=but que=that es=is son=are",
    "it": "e=and ed=and o=or ma=but che=that è=is sono=are",
    "pt": "e=and ou=or mas=but que=that é=is são=are",
}


def function_words(language: str) -> dict[str, tuple[Kind, str]]:
    """Return the function words of a language in lower case with class and English."""
    words: dict[str, tuple[Kind, str]] = {}
    tables = ((Kind.PREPOSITION, _PREPOSITIONS), (Kind.CONJUNCTION, _OTHERS))
    for kind, table in tables:
        for pair in table[language].split():
            word, _, english = pair.partition("=")
            # A word without English of its own is "of" if it is "de", else spelt alike.
            words[word] = (kind, (english or _ALIKE.get(word, word)).replace("_", " "))
    for article in _ARTICLES[language].split():
        words.setdefault(article, (Kind.ARTICLE, ""))
    return words


_ALIKE: Final = {"de": "of", "di": "of", "du": "of"}
