"""Figures in running text, however a language writes them: 3.000, 3,000, 3 000 and ٣٠٠٠ are one."""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

from capqa.model import Span

_FIGURE: Final = re.compile(r"\d+(?:[.,'’\u00a0\u202f\u2009\u066b\u066c ]\d+)*")
_GROUPS: Final = re.compile(r"\d{1,3}(?:([.,'’\u00a0\u202f\u2009\u066c ])\d{3})(?:\1\d{3})*(?!\d)")
_DECIMAL: Final = re.compile(r"(\d+)[.,\u066b](\d+)")

# What numbers up to twelve begin with when they are spelt out: styles differ from language to
# language. Beginnings, since many languages inflect them.
_SPELT_OUT: Final = {
    "0": "zero null zéro cero nul ноль нуль sıfır no kein aucun",
    "1": "one first single once a an ein erst un une uno una um uma prim jeden jedn pierwsz"
    " bir один одн перв перш een eerst single واحد أول",
    "2": "two second twice double both zwei doppel beide deux second dos segund due second"
    " dois duas twee tweede dwa dwie dwó drug iki два две дві втор друг двох двум اثن ثان",
    "3": "three third triple drei dritt trois trois tres tercer tre terz três terceir drie"
    " derde trzy trzech trzeci üç три трет трех трёх ثلاث ثالث",
    "4": "four fourth quarter vier quatre quart cuatro cuart quattro quatro quarto cztery"
    " czter czwart dört четыр чотир четвер أربع رابع",
    "5": "five fifth fünf cinq cinco quint cinque vijf pięć pięci piąt beş пять п'ят пят خمس خامس",
    "6": "six sixth sechs six sixi seis sext sei sest zes sześć szóst altı шест шіст ست سادس",
    "7": "seven seventh sieb sept siete sétim sette settim sete zeven siedem siódm yedi сем"
    " сім сьом سبع سابع",
    "8": "eight eighth acht huit ocho octav otto ottav oito oitav osiem ósm sekiz восем вісім"
    " восьм ثمان ثامن",
    "9": "nine ninth neun neuf nueve noven nove nono negen dziewięć dziewiąt dokuz девят"
    " дев'ят تسع",
    "10": "ten tenth zehn dix diez décim dieci decim dez tien dziesięć dziesiąt on десят عشر",
    "11": "eleven eleventh elf onze once undic elf jedenaś on одиннадцат одинадцят أحد",
    "12": "twelve twelfth noon dozen zwölf douz doce dodic doze twaalf dwanaśc on двенадцат"
    " дванадцят اثن",
}
_SHORT: Final = 3
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_MONTHS: Final = re.compile(
    r"\b(?:jan|feb|fév|mar|mär|abr|apr|avr|may|mai|mag|mei|maj|jun|juin|giu|jul|juil|lug|aug|aoû|ago"
    r"|sep|set|oct|okt|out|ott|nov|dec|dez|déc|dic|sty|lut|kwi|cze|lip|sie|wrz|paź|lis|gru|oca|şub"
    r"|nis|haz|tem|ağu|eyl|eki|kas|ara|янв|фев|апр|мая|июн|июл|авг|сен|окт|ноя|дек|січ|лют|бер|квіт"
    r"|трав|черв|лип|серп|верес|жовт|лист|груд|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر"
    r"|أكتوبر|نوفمبر|ديسمبر)",
    re.IGNORECASE,
)
_HALF_DAY: Final = re.compile(r"\b(?:a\.?m\.?|p\.?m\.?)(?!\w)|noon|midnight", re.IGNORECASE)
_DATE: Final = re.compile(r"\b\d{1,2}([./-])(\d{1,2})\1\d{2,4}\b|\b\d{4}-(\d{2})-\d{2}\b")


class Figure(NamedTuple):
    """A number in a text; ``value`` is the same for all ways of writing it."""

    value: str
    span: Span


def figures(text: str) -> list[Figure]:
    """Return the numbers in a text, in order."""
    found: list[Figure] = []
    for match in _FIGURE.finditer(text):
        at = match.start()
        for piece in _numbers(match.group()):
            start = text.index(piece, at)
            at = start + len(piece)
            found.append(Figure(_value(piece), Span(start, at)))
    return found


def is_spelt_out(value: str, text: str) -> bool:
    """Return whether a small number stands in a text as a word, or as the name of a month."""
    spelt_out = _SPELT_OUT.get(value, "").split()
    # What is short begins too many other words.
    stems = tuple(stem for stem in spelt_out if len(stem) > _SHORT)
    if any(word in spelt_out or word.startswith(stems) for word in _WORD.findall(text.casefold())):
        return True
    return value.isdigit() and 1 <= int(value) <= 12 and bool(_MONTHS.search(text))


def is_hour(value: str, text: str) -> bool:
    """Return whether an hour of the day may stand in a text as one of its half: 20 is 8 p.m."""
    if not (value.isdigit() and int(value) <= 24 and _HALF_DAY.search(text)):
        return False
    twelfth = str(int(value) % 12 or 12)
    return twelfth == "12" or any(each.value == twelfth for each in figures(text))


def months(text: str) -> list[str]:
    """Return the numbers of months in the dates of a text."""
    return [(found[2] or found[3]).lstrip("0") or "0" for found in _DATE.finditer(text)]


def _numbers(written: str) -> list[str]:
    """Return the numbers in a run of digits and separators: "3 000" is one, "16 20" are two."""
    if _GROUPS.fullmatch(written) or written.isdecimal() or _DECIMAL.fullmatch(written):
        return [written]
    grouped = _GROUPS.match(written)
    if grouped and _DECIMAL.fullmatch(written[grouped.end() - 1 :]):
        return [written]
    return re.findall(r"\d+", written)


def _value(written: str) -> str:
    plain = "".join(str(unicodedata.digit(each)) if each.isdecimal() else each for each in written)
    if _GROUPS.fullmatch(written):
        whole, fraction = re.sub(r"\D", "", plain), ""
    elif decimal := _DECIMAL.fullmatch(written):
        cut = len(decimal[1])
        whole, fraction = plain[:cut], plain[cut + 1 :]
    elif plain.isdecimal():
        whole, fraction = plain, ""
    else:
        cut = max(plain.rfind("."), plain.rfind(","), plain.rfind("\u066b"))
        whole, fraction = re.sub(r"\D", "", plain[:cut]), plain[cut + 1 :]
    whole, fraction = whole.lstrip("0") or "0", fraction.rstrip("0")
    return f"{whole}.{fraction}" if fraction else whole
