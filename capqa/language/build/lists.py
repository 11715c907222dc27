"""Compiles lists/*.csv, written by hand, into tries: words with marks, phrases with facts."""

from __future__ import annotations

import csv
import hashlib
from array import array
from pathlib import Path
from typing import TYPE_CHECKING, Final

import marisa_trie

from capqa.language import marks
from capqa.language.build.writing import write_table
from capqa.language.folding import fold, without_marks
from capqa.language.languages import INDEX
from capqa.language.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

LISTS: Final = Path(__file__).parents[1] / "lists"

_WORDS: Final = {
    ("name_words.csv", "institution"): marks.INSTITUTION,
    ("name_words.csv", "article"): marks.ARTICLE,
    ("name_words.csv", "street"): marks.STREET,
    ("name_words.csv", "river"): marks.RIVER,
    ("name_words.csv", "link"): marks.LINK,
    ("standing_names.csv", "opening"): marks.OPENING,
    ("standing_names.csv", "link"): marks.STANDING_LINK,
    ("standing_names.csv", "german adjective"): marks.GERMAN_ADJECTIVE,
    ("standing_names.csv", "german country"): marks.GERMAN_COUNTRY,
    ("standing_names.csv", "german prefix"): marks.GERMAN_PREFIX,
}
_SUFFIXES: Final = {
    "closing": marks.CLOSING,
    "german head": marks.GERMAN_HEAD,
    "german opening": marks.GERMAN_OPENING,
}
_KIND_OF_FILE: Final = {
    "clubs": "club",
    "companies": "company",
    "courses": "language course",
    "dishes": "dish",
    "events": "event",
    "institutions": "institution",
    "media": "media",
    "parties": "party",
    "sights": "sight",
    "words": "adopted phrase",
    "works": "work",
}
_SOURCES: Final = ("folding", "languages", "marks", "tokens")


class _Compiled:
    """The contents of the tables while they grow."""

    def __init__(self, lists: Path) -> None:
        self.lists = lists
        self.words: dict[str, int] = {}
        self.phrases: dict[str, bytes] = {}

    def mark(self, word: str, bit: int) -> None:
        self.words[word] = self.words.get(word, 0) | bit

    def is_telling(self, words: tuple[str, ...]) -> bool:
        return f"{marks.TELLING}{' '.join(words)} " in self.phrases

    def rows(self, name: str) -> Iterator[dict[str, str]]:
        with (self.lists / name).open(encoding="utf-8", newline="") as lines:
            yield from csv.DictReader(lines)

    def add(self, group: str, words: tuple[str, ...], facts: bytes) -> None:
        if 0 < len(words) <= marks.LONGEST_PHRASE:
            self.phrases.setdefault(f"{group}{' '.join(words)} ", facts)


def compile_lists(data: Path, lists: Path = LISTS) -> None:
    """Write the tables of a folder of lists; raises KeyError for a file or kind nobody knows."""
    compiled = _Compiled(lists)
    _add_words(compiled)
    _add_telling_phrases(compiled)
    _add_kept_names(compiled)
    for row in compiled.rows("endonyms.csv"):
        words = _words_of(row["endonym"])
        compiled.add(marks.ENDONYMS, words, _facts("endonym"))
        for word in words:
            compiled.mark(word, marks.ENDONYM)
    data.mkdir(parents=True, exist_ok=True)
    trie = marisa_trie.Trie(sorted(compiled.words))
    bits = array("I", bytes(4 * len(compiled.words)))
    for word, value in compiled.words.items():
        bits[trie[word]] = value
    write_table(data / marks.LIST_WORDS_NAME, trie.tobytes())
    write_table(data / marks.LIST_MARKS_NAME, bits.tobytes())
    trie = marisa_trie.Trie(sorted(compiled.phrases))
    facts = bytearray(marks.FACTS * len(compiled.phrases))
    for phrase, fact in compiled.phrases.items():
        at = trie[phrase] * marks.FACTS
        facts[at : at + marks.FACTS] = fact
    write_table(data / marks.LIST_PHRASES_NAME, trie.tobytes())
    write_table(data / marks.LIST_PHRASE_FACTS_NAME, bytes(facts))
    write_table(data / marks.LISTS_STAMP_NAME, _stamp(lists).encode("ascii"))


def lists_up_to_date(data: Path, lists: Path = LISTS) -> bool:
    """Return whether the tables in a folder stem from the present lists and this code."""
    stamp = data / marks.LISTS_STAMP_NAME
    return stamp.is_file() and stamp.read_text(encoding="ascii") == _stamp(lists)


def _add_words(compiled: _Compiled) -> None:
    for (name, kind), bit in _WORDS.items():
        for row in compiled.rows(name):
            if row["kind"] == kind:
                compiled.mark(row["word"], bit)
    for row in compiled.rows("standing_names.csv"):
        if row["kind"] in _SUFFIXES:
            compiled.mark(marks.SUFFIX + row["word"][::-1], _SUFFIXES[row["kind"]])
    for row in compiled.rows("agency_words.csv"):
        compiled.mark(row["word"], marks.AGENCY)
    for row in compiled.rows("adopted_words.csv"):
        compiled.mark(fold(row["word"]), marks.ADOPTED)


def _add_kept_names(compiled: _Compiled) -> None:
    for path in sorted((compiled.lists / "kept_names").glob("*.csv")):
        kind = _KIND_OF_FILE[path.stem]
        for row in compiled.rows(f"kept_names/{path.name}"):
            words = _words_of(row["name"])
            if not words or (len(words) == 1 and any(letter.isdigit() for letter in row["name"])):
                continue
            if kind == "adopted phrase" and len(words) == 1:
                compiled.mark(words[0], marks.ADOPTED)
                continue
            facts = _facts(kind, alone=row["alone"] == "yes")
            if compiled.is_telling(words):
                # A show called "Última hora": what stands on a page is sooner the section's name.
                continue
            for spelling in (words, tuple(without_marks(word) for word in words)):
                compiled.add(marks.KEPT, spelling, facts)
                compiled.mark(spelling[0], marks.OPENS_KEPT)


def _add_telling_phrases(compiled: _Compiled) -> None:
    found: dict[tuple[tuple[str, ...], str], list[int]] = {}
    for row in compiled.rows("telling_phrases.csv"):
        key = _words_of(row["phrase"]), row["kind"]
        found.setdefault(key, []).append(INDEX[row["language"]] + 1)
    for (words, kind), languages in found.items():
        compiled.add(marks.TELLING, words, _facts(kind, languages=languages))
        compiled.mark(words[0], marks.OPENS_TELLING)


def _facts(kind: str, *, alone: bool = False, languages: list[int] | None = None) -> bytes:
    first, second, *_ = [*(languages or []), 0, 0]
    return bytes((marks.KINDS.index(kind), alone, first, second))


def _words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of a phrase as ``tokens.tokens`` cuts them."""
    return tuple(fold(token.text) for token in tokens(text))


def _stamp(lists: Path) -> str:
    digest = hashlib.blake2b(digest_size=16)
    code = [Path(__file__), *(LISTS.parent / f"{name}.py" for name in _SOURCES)]
    for path in (*code, *sorted(lists.rglob("*.csv"))):
        digest.update(path.name.encode() + b"\n")
        digest.update(path.read_bytes())
    return digest.hexdigest()
