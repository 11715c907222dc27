"""The lines of a Ding word list: ``Anschlag {m} (auf jdn.) | Anschläge {pl} :: attack | attacks``.

``::`` parts German from English, ``|`` the entries of a line, which go in pairs, ``;`` words of the
same meaning. ``{}`` holds grammar, ``[]`` subject or register, ``()`` explanations, ``<>`` other
spellings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_LINE: Final = 65_536
"""Bytes; longer lines are no dictionary's, and passed over."""

_ANNOTATION: Final = re.compile(
    r"\((?P<note>[^()]*)\)|\[(?P<label>[^\[\]]*)\]|\{(?P<grammar>[^{}]*)\}|<[^<>]*>"
)
# An unclosed bracket is a character like any other.
_WORDING: Final = re.compile(r"(?:\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}|<[^<>]*>|[^;(\[{<]+|[(\[{<])+")
_SOMEBODY: Final = re.compile(
    r"(?<!\S)(?:(?:jd[nms]?|etw|sb|sth)\.(?:[’']s)?(?:/(?:jd[nms]?|etw|sb|sth)\.(?:[’']s)?)*"
    r"|sich|oneself|one[’']s)(?!\S)"
)
_PERSON: Final = re.compile(
    r"^(?:ich/)?(?:er|wir)/sie(?:/es)? (?:(?:ist|hat)/(?:war|hatte) )?"
    r"|^(?:I/)?(?:he|we)/(?:she|they) (?:(?:has/had|is/was) )?"
)
_GENDERS: Final = {"m": "m", "f": "f", "n": "n", "pl": "p"}
_VERBS: Final = frozenset({"vt", "vi", "vr", "v"})


@dataclass(frozen=True, slots=True)
class Sense:
    """A German word of one line, and the English ones it stands beside.

    ``part_of_speech`` and ``gender`` are as in a glossary ("p" for a plural). ``labels`` are the
    subjects and registers of the word, ``gloss_labels`` those of each gloss. ``entry`` and
    ``wording`` count from 0 where in the line the word stands; ``explained`` is whether an
    explanation narrows it.
    """

    word: str
    glosses: tuple[str, ...]
    part_of_speech: str
    gender: str
    labels: tuple[str, ...] = ()
    gloss_labels: tuple[tuple[str, ...], ...] = ()
    entry: int = 0
    wording: int = 0
    explained: bool = False


def words(line: str) -> list[str]:
    """Return the single German words a line explains."""
    german, _, english = line.partition(" :: ")
    if not english:
        return []
    bare = _ANNOTATION.sub(" ", german)
    entries = bare.split(" | ")
    if len(entries) != english.count(" | ") + 1:
        del entries[1:]
    wordings = (_bare(each) for entry in entries for each in entry.split(";"))
    return [word for word in dict.fromkeys(wordings) if _is_word(word)]


def senses(line: str) -> Iterator[Sense]:
    """Yield the senses of the single German words a line explains."""
    german, _, english = line.partition(" :: ")
    sources, targets = german.split(" | "), english.split(" | ")
    if len(sources) != len(targets):
        del sources[1:], targets[1:]
    is_verbal = False
    for number, (source, target) in enumerate(zip(sources, targets, strict=True)):
        glosses = [_gloss(each) for each in _WORDING.findall(target)]
        found = [(text, labels) for text, labels in glosses if text]
        wordings = [each for each in _WORDING.findall(source) if each.strip()]
        grammars = _grammars(wordings)
        if number == 0:
            is_verbal = any(_VERBS & grammar for grammar in grammars)
        for place, (wording, grammar) in enumerate(zip(wordings, grammars, strict=True)):
            word = _bare(_ANNOTATION.sub(" ", wording))
            if not _is_word(word) or not found:
                continue
            kind, gender = _kind(grammar, number, is_verbal=is_verbal)
            yield Sense(
                word,
                tuple(text for text, _ in found),
                kind,
                gender,
                _labels(wording),
                tuple(labels for _, labels in found),
                number,
                place,
                any(note["note"] is not None for note in _ANNOTATION.finditer(wording)),
            )


def _grammars(wordings: list[str]) -> list[frozenset[str]]:
    """Return what the braces say of each wording; one without any has those of the next."""
    found: list[frozenset[str]] = []
    following: frozenset[str] = frozenset()
    for wording in reversed(wordings):
        notes = [note["grammar"] for note in _ANNOTATION.finditer(wording) if note["grammar"]]
        own = frozenset(tag.strip() for note in notes for tag in re.split("[,;]", note))
        following = own or following
        found.append(following)
    return found[::-1]


def _kind(grammar: frozenset[str], entry: int, *, is_verbal: bool) -> tuple[str, str]:
    for tag, gender in _GENDERS.items():
        if tag in grammar:
            return "noun", gender
    if "adj" in grammar:
        return "adjective", ""
    if is_verbal:
        # A verb's line goes on with its participles, then with other forms.
        return ("verb" if entry == 0 else "participle" if entry <= 2 else "form"), ""
    return "other", ""


def _labels(wording: str) -> tuple[str, ...]:
    return tuple(note["label"] for note in _ANNOTATION.finditer(wording) if note["label"])


def _gloss(wording: str) -> tuple[str, tuple[str, ...]]:
    text = _bare(_ANNOTATION.sub(" ", wording)).removeprefix("to ")
    # "hit /hit/" and "fulfil / fulfill" are two in one; the first will do.
    return text.partition(" /")[0].strip(), _labels(wording)


def _bare(wording: str) -> str:
    return " ".join(_SOMEBODY.sub(" ", _PERSON.sub("", wording.strip())).split())


def _is_word(text: str) -> bool:
    return len(text) > 1 and text.replace("-", "").isalpha() and not text.startswith("-")
