"""What may stand in a field: a line that no terminal, spreadsheet or CSV reader acts on."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from capqa.errors import ConfigurationError
from capqa.glossary.entry import STATUSES
from capqa.glossary.files import LONGEST_FIELD, REQUIRED_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable

GENDERS: Final = ("m", "f", "n", "p")
"""The genders glossaries write; p is for what stands in the plural only."""

PARTS_OF_SPEECH: Final = (
    "noun",
    "proper noun",
    "adjective",
    "participle",
    "verb",
    "adverb",
    "phrase",
    "prefix",
)
"""The parts of speech glossaries write."""

_LINE_BREAK: Final = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_ACTING: Final = re.compile("[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_FORMULA: Final = re.compile("[=+@＝＋＠－-]")
_COMBINING_FORM: Final = re.compile(r"-[^\W\d_][^\W\d_ '’-]*(?:[ '’-][^\W\d_]+)*")


def clean(name: str, value: str) -> str:
    """Return the value of a column as it may be written: composed, with single spaces.

    Raises ConfigurationError, naming the column, for what must not stand in a glossary.
    """
    if _LINE_BREAK.search(value):
        raise refused(name, value, "it has a line break", "write it on one line")
    if "\0" in value:
        raise refused(name, value, "it has a NUL character", "remove it")
    # A tab that opens a field makes spreadsheets run what follows.
    if "\t" in value:
        raise refused(name, value, "it has a tab", "write a space instead")
    if _ACTING.search(value):
        raise refused(name, value, "it has a control character", "remove it")
    if _SURROGATE.search(value):
        raise refused(name, value, "it is not valid text", "type it in UTF-8")
    text = " ".join(unicodedata.normalize("NFC", value).split())
    if len(text) > LONGEST_FIELD:
        raise refused(name, value, f"{len(text)} characters", f"write at most {LONGEST_FIELD}")
    pieces = _pieces(text) if name == "variants" else [text]
    for piece in pieces:
        if _FORMULA.match(piece) and not _COMBINING_FORM.fullmatch(piece):
            raise refused(
                name,
                value,
                f"a spreadsheet runs what begins with {piece[0]!r} as a formula",
                "only a combining form such as -politik may begin with a hyphen"
                if piece[0] == "-"
                else "begin it with a letter",
            )
    if name in REQUIRED_COLUMNS and not any(map(str.isalnum, text)):
        raise refused(name, value, "it says nothing", "give a word")
    if name == "variants":
        return ";".join(dict.fromkeys(pieces))
    return _CHOSEN[name](text) if text and name in _CHOSEN else text


def clean_part_of_speech(value: str, others: Iterable[str] = ()) -> str:
    """Return a part of speech if it is known, or one of ``others``.

    Raises ConfigurationError for one that is not.
    """
    text = clean("part_of_speech", value)
    known = (*PARTS_OF_SPEECH, *filter(None, others))
    if not text or text in known:
        return text
    near = get_close_matches(text, known, n=1)
    mend = f"did you mean {near[0]!r}?" if near else f"use one of {', '.join(PARTS_OF_SPEECH)}"
    raise refused("part_of_speech", value, "no part of speech", mend)


def refused(name: str, value: str, problem: str, mend: str) -> ConfigurationError:
    """Return the error that refuses a value, which is shown in part where it is long."""
    shown = value if len(value) <= 60 else value[:57] + "..."
    return ConfigurationError(f"{shown!r} is refused: {problem}", where=name, mend=mend)


def _pieces(text: str) -> list[str]:
    return list(filter(None, map(str.strip, text.split(";"))))


def _status(text: str) -> str:
    if text not in STATUSES:
        raise refused("status", text, "no status", f"use one of {', '.join(STATUSES)}")
    return text


def _gender(text: str) -> str:
    if text not in GENDERS:
        raise refused("gender", text, "no gender", f"use one of {', '.join(GENDERS)}")
    return text


def _reviewed(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise refused("reviewed", text, "no date", "write it as 2024-05-31") from None


_CHOSEN: Final = {"status": _status, "gender": _gender, "reviewed": _reviewed}
