"""The few function words captions need, for languages without more grammar here."""

from __future__ import annotations

from typing import Final

from capqa.translation.grammar.word import Kind

_WORDS: Final = {
    "nl": "in=in op=on van=of de= het= een=a en=and na=after bij=near met=with tegen=against "
    "voor=for naar=to uit=from over=about aan=at door=by tijdens=during om=around of=or",
    "pl": "w=in we=in na=on z=from ze=from i=and o=about po=after przeciw=against "
    "przeciwko=against "
    "do=to pod=near przed=outside dla=for od=from podczas=during u=at",
    "ru": "в=in во=in на=on с=with со=with из=from и=and о=about об=about после=after "
    "против=against "
    "к=to под=near у=at для=for от=from по=on за=for перед=before при=during",
    "uk": "в=in у=in на=on з=from із=from зі=with і=and й=and та=and про=about після=after "
    "проти=against до=to під=near для=for від=from за=for перед=before",
    "ar": "في=in من=from على=on إلى=to عن=about مع=with ضد=against بعد=after قبل=before و=and "
    "أمام=outside خلال=during",
    "tr": "ve=and ile=with için=for sonra=after karşı=against",
}


def function_words(language: str) -> dict[str, tuple[Kind, str]]:
    """Return the function words of a language in lower case with class and English."""
    words: dict[str, tuple[Kind, str]] = {}
    for pair in _WORDS[language].split():
        word, _, english = pair.partition("=")
        kind = Kind.PREPOSITION if english and english != "a" else Kind.ARTICLE
        words[word] = (Kind.CONJUNCTION if english in ("and", "or") else kind, english)
    return words
