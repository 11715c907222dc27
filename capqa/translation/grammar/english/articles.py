"""English articles: which names take "the", and "a" before a vowel."""

from __future__ import annotations

import re
from typing import Final

from capqa.lazy_pattern import lazy_pattern

_NAMES_WITH = frozenset(
    """
    Amazon|Amazon rainforest|
    Netherlands|Philippines|US|USA|United States|UK|United Kingdom|UAE|United Arab Emirates|
    Maldives|Seychelles|Bahamas|Gambia|Kremlin|Vatican|Mediterranean|Atlantic|Pacific|Sahara|Sahel|
    Balkans|Baltics|Caucasus|Donbas|Middle East|Bosphorus|Bosporus|Rhine|Danube|Tigris|Euphrates|
    Nile|Elbe|Oder|Dnieper|Dnipro|Volga|Jordan River|Alps|Himalayas|Hindu Kush|Arctic|Antarctic|
    EU|UN|AU|WHO|IMF|ECB|FBI|CIA|BND|AfD|SPD|CDU|CSU|FDP|PKK|YPG|PLO|SDF|FSA|NSU|RAF|GDR|DFB|IAEA|
    OSCE|PYD|AKP|HDP|HTS|Ahr Valley|Horn of Africa|Crimean Peninsula|Congo|Golan Heights|Isar|Spree|
    Bundestag|Bundesrat|Bundeswehr|Taliban|Houthis|Berlinale|Bundesliga|Louvre|Reichstag|Capitol|
    Pentagon|Holocaust|Gestapo|Stasi|Wehrmacht|Knesset|Duma|Rada|Black Forest
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
# What these words end is a thing of its kind, and things take the article.
_COMMON_HEADS: Final = lazy_pattern(
    r"\b(?:Sea|Ocean|Strip|Bank|River|Gulf|Mountains|Islands|Peninsula|Canal|Strait|Army|Front|"
    r"Council|Union|Nations|Court|Parliament|House|Party|Group|Front|Forces|Guard|Cross|Crescent|"
    r"Helmets|War|Gate|Wall|Church|Party|League|Fund|Organization|Organisation|Ministry|Office|"
    r"Agency|Alliance|Chancellery|Cathedral|Desert|Region|Republic|Emirates|States|Kingdom|"
    r"Tribunal|Faction|Brigade|Brotherhood|Movement|Committee|Commission|Treaty|Agreement|Pact|"
    r"Assembly|Congress|Senate|Constitution|Cup|Games|Prize|Palace|Basilica|Bundestag|Ministry)$"
)
# Letters that are spelled out and begin with a vowel sound: an FDP, an EU, but a UN, a US.
_VOWEL_LETTERS: Final = lazy_pattern(r"(?:[AEFHILMNORSX][A-Z0-9]+|[AEIO])\b")
_VOWEL_SOUND: Final = lazy_pattern(
    r"(?!(?:uni|use|usu|eu|ou?n[ce]\b|one|ukr|ur[ou]))[aeiou]|hono|hour|heir", re.I
)


def name_takes_the(name: str) -> bool:
    """Return whether a proper name is used with "the" in running English."""
    return name in _NAMES_WITH or bool(_COMMON_HEADS.search(name))


def indefinite(following: str) -> str:
    """Return "a" or "an", whichever goes before a word."""
    if following[:2].isupper() or (following[:1].isupper() and len(following) == 1):
        return "an" if _VOWEL_LETTERS.match(following) else "a"
    return "an" if _VOWEL_SOUND.match(following) else "a"
