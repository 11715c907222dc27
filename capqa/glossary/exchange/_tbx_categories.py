"""The data categories of TBX that a glossary has, and their values as ours.

Source: ISO 30042:2019 with the modules Min and Basic of the dialect TBX-Basic.
"""

from __future__ import annotations

from capqa.glossary.entry import Status
from capqa.glossary.exchange import _xml

CATEGORIES = {
    "partOfSpeech": ("termNote", "min"),
    "administrativeStatus": ("termNote", "min"),
    "subjectField": ("descrip", "min"),
    "grammaticalGender": ("termNote", "basic"),
    "termType": ("termNote", "basic"),
    "source": ("admin", "basic"),
    "projectSubset": ("admin", "basic"),
}
"""Each category with its element in the style DCA and its module in the style DCT."""

WRITTEN_STATUSES = {
    Status.PREFERRED: "preferredTerm-admn-sts",
    Status.KEEP_AS_IS: "preferredTerm-admn-sts",
    Status.ADMITTED: "admittedTerm-admn-sts",
    # In TBX a superseded term is outdated, a deprecated one must not be used.
    Status.DEPRECATED: "supersededTerm-admn-sts",
    Status.FORBIDDEN: "deprecatedTerm-admn-sts",
}

_READ_STATUSES = {
    "preferredterm": Status.PREFERRED,
    "preferred": Status.PREFERRED,
    "standardizedterm": Status.PREFERRED,
    "admittedterm": Status.ADMITTED,
    "admitted": Status.ADMITTED,
    "supersededterm": Status.DEPRECATED,
    "obsolete": Status.DEPRECATED,
    "deprecatedterm": Status.FORBIDDEN,
    "notrecommended": Status.FORBIDDEN,
}

WRITTEN_PARTS_OF_SPEECH = {
    "noun": "noun",
    "proper noun": "noun",
    "verb": "verb",
    "adjective": "adjective",
    "participle": "adjective",
    "adverb": "adverb",
}
_READ_PARTS_OF_SPEECH = {"properNoun": "proper noun", "other": ""}

GENDERS = {"m": "masculine", "f": "feminine", "n": "neuter"}
_READ_GENDERS = {word: letter for letter, word in GENDERS.items()}

_OURS = "capqa:"


def category(name: str, text: str, dialect: str) -> str:
    """Return a data category with its value as an element of a style, dca or dct."""
    carrier, module = CATEGORIES[name]
    if dialect == "dct":
        return _xml.element(f"{module}:{name}", {}, text)
    return _xml.element(carrier, {"type": name}, text)


def status(text: str) -> Status | None:
    """Return a status by what TBX calls it, None when it is unknown."""
    return _READ_STATUSES.get(text.strip().removesuffix("-admn-sts").lower())


def part_of_speech(text: str) -> str:
    """Return what we call a part of speech, the same word where we have no other."""
    return _READ_PARTS_OF_SPEECH.get(text.strip(), text.strip())


def gender(text: str) -> str:
    """Return our letter for a gender, "" for any other."""
    return _READ_GENDERS.get(text.strip(), "")


def our_own(field: str, value: str) -> str:
    """Return a value that TBX has no word for, as the text of a projectSubset."""
    return f"{_OURS}{field}={value}"


def read_our_own(text: str) -> tuple[str, str] | None:
    """Return field and value of such a text, None when it is another tool's."""
    stated = text.strip()
    if not stated.startswith(_OURS) or "=" not in stated:
        return None
    field, _, value = stated.removeprefix(_OURS).partition("=")
    return field, value
