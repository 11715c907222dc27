"""The two languages of a glossary, and the ways other tools write a language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from capqa.language_names import language_name

_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True)
class LanguagePair:
    """The language of a glossary's sources and that of its targets, as ISO 639-1 codes."""

    source: str
    target: str

    def __str__(self) -> str:
        """Return the pair as it stands in file names: de-en."""
        return f"{self.source}-{self.target}"


def primary(tag: str) -> str:
    """Return the language of a tag, without region or script: "de" for "DE-at"."""
    return re.split("[-_]", tag.strip(), maxsplit=1)[0].lower()


def is_tag(text: str) -> bool:
    """Return whether a text could be a language tag: two or three letters, perhaps a region."""
    return bool(_TAG.fullmatch(text.strip()))


def is_known(text: str) -> bool:
    """Return whether a text is the tag of a language we know by name, as "rat" is not."""
    return is_tag(text) and language_name(primary(text)) != primary(text)


def names_language(text: str, language: str) -> bool:
    """Return whether a column's header names a language, by its tag or its English name."""
    header = text.strip()
    if header.casefold() == language_name(language).casefold():
        return True
    return is_tag(header) and primary(header) == language
