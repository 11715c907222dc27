"""Errors planted into clean translations, one kind a rule: a function that spoils a text.

Each returns the spoilt translation, or None where the translation offers no place for the error.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from typing import TYPE_CHECKING, Final

from benchmarks.translation_rules.samples import FACTS

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from capqa.translation_rules import Translation

    Spoiler = Callable[[Translation, "Random"], str | None]

_NUMBER: Final = re.compile(r"(?<![\w(%{.,#;])\d{2,}(?![\w};])")
_UNIT: Final = re.compile(
    r"(?<=\d)[ \u00a0-]?(?:%(?![\w(])|€|percent|euros?|dollars?|kilomet\w+|met\w+|mètres)\b"
    r"|(?<=\d) (?:tons?|degrees)\b"
    r"|[€$](?=\d)"
)
_NAMES: Final = re.compile(r"(?<=\w )[A-ZА-ЯŞ][^\W\dA-Z_]{2,} [A-ZА-ЯŞ][^\W\dA-Z_]{3,}\b")
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)[\w./-]+\w|[\w.]+@[\w.]+\w|(?<!\w)@\w+")
_PLACEHOLDER: Final = re.compile(r"%\(\w+\)[sd]|\{\w+\}|%[sdr]")
_WORD: Final = re.compile(r"(?<=\w )(?<!['’%{(-])[^\W\d_A-Z]{2,}(?![\w'’)}-])")
_QUOTES: Final = re.compile(r"[\"“”„«»]")
_TAG: Final = re.compile(r"<[^<>]+>")
_BRACKETS: Final = re.compile(r"[()]")
_LATIN: Final = re.compile(r"(?<=[a-z])[aeopc](?=[a-z])")
_LOOKS_LIKE: Final = dict(zip("aeopc", "аеорс", strict=True))


def _cut(text: str, found: re.Match[str], instead: str = "") -> str:
    return " ".join((text[: found.start()] + instead + text[found.end() :]).split(" "))


def _drawn(pattern: re.Pattern[str], text: str, random: Random) -> re.Match[str] | None:
    found = list(pattern.finditer(text))
    return random.choice(found) if found else None


def number(translation: Translation, random: Random) -> str | None:
    """Change one digit of a number."""
    found = _drawn(_NUMBER, translation.text, random)
    if found is None:
        return None
    at = random.randrange(len(found[0]))
    digit = str((int(found[0][at]) - 1 + random.randrange(1, 9)) % 9 + 1)
    return _cut(translation.text, found, found[0][:at] + digit + found[0][at + 1 :])


def unit(translation: Translation, random: Random) -> str | None:
    """Drop a unit."""
    found = _drawn(_UNIT, translation.text, random)
    return _cut(translation.text, found) if found else None


def name(translation: Translation, random: Random) -> str | None:
    """Drop a person, or a place of the captions that name persons."""
    if translation.text not in _with_persons():
        return None
    found = _drawn(_NAMES, translation.text, random)
    return _cut(translation.text, found) if found else None


@cache
def _with_persons() -> frozenset[str]:
    with FACTS.open(encoding="utf-8", newline="") as file:
        return frozenset(row["target"] for row in csv.DictReader(file) if row["persons"])


def address(translation: Translation, random: Random) -> str | None:
    """Cut an address."""
    found = _drawn(_ADDRESS, translation.text, random)
    return _cut(translation.text, found, found[0][:-2]) if found else None


def placeholder(translation: Translation, random: Random) -> str | None:
    """Drop a placeholder or break its name."""
    found = _drawn(_PLACEHOLDER, translation.text, random)
    if found is None or translation.text.count(found[0]) > 1:
        return None
    if translation.plural_form == 0 or (
        translation.plural_form is not None and translation.target_language == "ar"
    ):
        return None
    return _cut(translation.text, found, random.choice(["", f"x{found[0][1:]}"]))


def separator(translation: Translation, _: Random) -> str | None:
    """Drop a bar."""
    return translation.text.replace(" | ", " ", 1) if " | " in translation.text else None


def doubled(translation: Translation, random: Random) -> str | None:
    """Write a word twice."""
    found = _drawn(_WORD, translation.text, random)
    return _cut(translation.text, found, f"{found[0]} {found[0]}") if found else None


def source(translation: Translation, _: Random) -> str | None:
    """Leave the source of two words or more."""
    return translation.source if len(_WORD.findall(translation.source)) > 1 else None


def fragment(translation: Translation, _: Random) -> str | None:
    """Leave the second half of the source."""
    words, left = translation.text.split(), translation.source.split()
    if min(len(words), len(left)) < 6:
        return None
    return " ".join(words[: len(words) // 2] + left[len(left) // 2 :])


def end(translation: Translation, random: Random) -> str | None:
    """Drop the mark at the end, or change it."""
    text = translation.text
    return (
        text[:-1] + random.choice(["", "?" if text[-1] != "?" else "."])
        if text[-1:] in ".?!:"
        else None
    )


def quote(translation: Translation, random: Random) -> str | None:
    """Drop one quotation mark, or all."""
    text = _TAG.sub(lambda each: " " * len(each[0]), translation.text)
    found = _drawn(_QUOTES, text, random)
    if found is None or text != translation.text or not _QUOTES.search(translation.source):
        return None
    one = random.random() < 0.5
    return _cut(translation.text, found) if one else _QUOTES.sub("", translation.text)


def bracket(translation: Translation, random: Random) -> str | None:
    """Drop one bracket, or all."""
    found = _drawn(
        _BRACKETS, _PLACEHOLDER.sub(lambda each: "x" * len(each[0]), translation.text), random
    )
    if found is None or " (" not in translation.source:
        return None
    if random.random() < 0.5:
        return _cut(translation.text, found)
    return re.sub(r"(?<!%)(?<!\w)\(([^()]*)\)", r"\1", translation.text)


def shortened(translation: Translation, _: Random) -> str | None:
    """Leave the first fifth of a long text."""
    return translation.text[: len(translation.text) // 5] if len(translation.source) >= 80 else None


def space(translation: Translation, random: Random) -> str | None:
    """Double a space, put one before a mark, or drop one after a full stop."""
    text = translation.text
    places = [
        *(re.sub(r"(?<=\w{2}) (?=\w{2})", "  ", text, count=1),),
        re.sub(r"(?<=\w)(?=[,.](?: |$))", " ", text, count=1),
        re.sub(r"(?<=[a-z]{4}\.) (?=[A-Z][a-z]+ )", "", text, count=1),
    ]
    changed = [each for each in places if each != text]
    return random.choice(changed) if changed else None


def homoglyph(translation: Translation, random: Random) -> str | None:
    """Write a Cyrillic letter for a Latin one."""
    found = _drawn(
        _LATIN, _PLACEHOLDER.sub(lambda each: " " * len(each[0]), translation.text), random
    )
    return _cut(translation.text, found, _LOOKS_LIKE[found[0]]) if found else None


def override(translation: Translation, random: Random) -> str | None:
    """Put an override of the direction before a word."""
    found = _drawn(_WORD, translation.text, random)
    return _cut(translation.text, found, "\u202e" + found[0]) if found else None


SPOILERS: Final[dict[str, Spoiler]] = {
    "brackets": bracket,
    "doubled-word": doubled,
    "hidden-bidi-control": override,
    "length": shortened,
    "mixed-script-word": homoglyph,
    "names-lost": name,
    "numbers-lost": number,
    "partial-translation": fragment,
    "placeholder-lost": placeholder,
    "punctuation": end,
    "quotes": quote,
    "separator-lost": separator,
    "source-equals-target": source,
    "units-lost": unit,
    "url-lost": address,
    "whitespace": space,
}
"""What each rule has to find; the rules not named here have their own way, see `recall`."""


def spoilt(translation: Translation, rule: str, random: Random) -> Translation | None:
    """Return a translation with an error planted for a rule."""
    text = SPOILERS[rule](translation, random)
    return None if text is None or text == translation.text else translation._replace(text=text)
