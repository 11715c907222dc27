"""Languages as documents declare them ("de-AT", "deu") in the codes the rest of capqa uses."""

from __future__ import annotations

# ISO 639-2 and 639-3, both the bibliographic and the terminological codes, to ISO 639-1.
_TWO_LETTERS = {
    three: two
    for two, threes in {
        "ar": "ara", "bg": "bul", "bs": "bos", "ca": "cat", "cs": "cze ces", "da": "dan",
        "de": "ger deu", "el": "gre ell", "en": "eng", "es": "spa", "et": "est", "fa": "per fas",
        "fi": "fin", "fr": "fre fra", "he": "heb", "hi": "hin", "hr": "hrv", "hu": "hun",
        "id": "ind", "is": "ice isl", "it": "ita", "ja": "jpn", "ko": "kor", "lt": "lit",
        "lv": "lav", "mk": "mac mkd", "nb": "nob", "nl": "dut nld", "no": "nor", "pl": "pol",
        "pt": "por", "ro": "rum ron", "ru": "rus", "sk": "slo slk", "sl": "slv", "sq": "alb sqi",
        "sr": "srp", "sv": "swe", "th": "tha", "tr": "tur", "uk": "ukr", "ur": "urd", "vi": "vie",
        "zh": "chi zho",
    }.items()
    for three in threes.split()
}  # fmt: skip
_NO_LANGUAGE = frozenset({"", "und", "mul", "mis", "zxx"})


def declared_language(tag: str) -> str | None:
    """Return the language of a BCP 47 tag, None where it declares none ("", "und").

    An ISO 639-1 code where there is one, else the tag's first part in lower case.

    >>> [declared_language(tag) for tag in ("de-AT", "ENG", "und", "gsw")]
    ['de', 'en', None, 'gsw']
    """
    primary = tag.strip().replace("_", "-").partition("-")[0].lower()
    return None if primary in _NO_LANGUAGE else _TWO_LETTERS.get(primary, primary)
