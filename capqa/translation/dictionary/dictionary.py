"""Looking a German word up: as it stands, in its dictionary form, or as a compound."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, BinaryIO, Final

from capqa.errors import EngineError
from capqa.glossary.compounds import split
from capqa.glossary.entry import Entry, Status
from capqa.glossary.folding import fold
from capqa.glossary.matching import How
from capqa.glossary.morphology import morphology_of
from capqa.glossary.spellings import fits_case
from capqa.glossary.word_class import WordClass, word_class
from capqa.translation.dictionary import ding
from capqa.translation.dictionary.index import index_of
from capqa.translation.dictionary.ranking import ranked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from capqa.glossary.morphology import Reduction
    from capqa.translation.dictionary.ding import Sense

_LONGEST_WORD: Final = 60
_SHORTEST_PART: Final = 4
_MOST_GLOSSES: Final = 6
_MOST_WORDS: Final = 4


@dataclass(frozen=True, slots=True)
class Gloss:
    """What the dictionary says of a word: entries best first, and how the word spells theirs.

    ``parts`` are the glosses of a compound's parts; ``entries`` then hold them joined.
    """

    entries: tuple[Entry, ...]
    how: How
    inflection: Reduction | None = None
    parts: tuple[str, ...] = ()


class Dictionary:
    """An open word list; reads a line when a word is asked for. Not safe for several threads."""

    def __init__(self, path: Path, cache: Path, frequency: Callable[[str], float]) -> None:
        """Open a word list in Ding's format and its index in the cache folder.

        ``frequency`` is how often an English word stands in running text. Raises EngineError.
        """
        self._path = path
        self._index, self.note = index_of(path, cache)
        try:
            self._file: BinaryIO = path.open("rb")
            header = self._file.readline(ding.LONGEST_LINE).decode("utf-8", "replace")
        except OSError as error:
            raise self._unreadable(error) from error
        name, _, version = header.lstrip("# ").partition(" :: ")
        self.version = version.strip() if name == "Version" else ""
        self._frequency = frequency
        self._morphology = morphology_of("de")
        self.look_up = lru_cache(maxsize=8192)(self._look_up)

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _look_up(self, word: str) -> Gloss | None:
        """Return the gloss of a word, None where the dictionary has none."""
        if len(word) > _LONGEST_WORD:
            return None
        return self._direct(word) or self._inflected(word) or self._compound(word)

    def _direct(self, word: str) -> Gloss | None:
        fitting = [each for each in self._senses(fold(word)) if fits_case(word, each.word)]
        same = [each for each in fitting if each.word[:1].isupper() == word[:1].isupper()]
        entries = self._entries(same or fitting)
        return Gloss(entries, How.EXACT) if entries else None

    def _inflected(self, word: str) -> Gloss | None:
        for reduction in self._morphology.reductions(fold(word)):
            senses = [
                each
                for each in self._senses(reduction.lemma)
                if not (word[:1].islower() and each.word[:1].isupper())
                and each.part_of_speech in ("noun", "adjective", "participle", "verb")
            ]
            entries = tuple(
                entry
                for entry in self._entries(senses)
                if self._morphology.admits(entry, reduction.lemma, reduction)
            )
            if entries:
                return Gloss(entries, How.INFLECTED, reduction)
        return None

    def _compound(self, word: str) -> Gloss | None:
        if not word[:1].isupper():
            return None
        pieces = split(fold(word), self._morphology.linking_elements, self._modifier, self._head)
        if pieces is None:
            return None
        *modifiers, head = (piece.known for piece in pieces)
        if not all(map(self._morphology.may_end, [fold(word)], [head.entries[0].source])):
            return None
        parts = tuple(each.entries[0].target for each in (*modifiers, head))
        entry = Entry(word, " ".join(parts), "noun", head.entries[0].gender, file=str(self._path))
        return Gloss((entry,), How.EXACT, head.inflection, parts)

    def _modifier(self, stem: str, linking: str) -> Gloss | None:
        if len(stem) < _SHORTEST_PART or not self._morphology.may_link(stem, linking):
            return None
        entries = self._nouns(stem)
        return Gloss(entries, How.EXACT) if entries else None

    def _head(self, end: str) -> Gloss | None:
        if len(end) < _SHORTEST_PART:
            return None
        noun = end[:1].upper() + end[1:]
        found = self._direct(noun) or self._inflected(noun)
        if found is None or word_class(found.entries[0]) is not WordClass.NOUN:
            return None
        return found

    def _nouns(self, stem: str) -> tuple[Entry, ...]:
        return self._entries(
            [
                each
                for each in self._senses(stem)
                if each.part_of_speech == "noun" and each.gender != "p"
            ]
        )

    def _entries(self, senses: list[Sense]) -> tuple[Entry, ...]:
        found = [
            Entry(
                sense.word,
                gloss,
                sense.part_of_speech,
                sense.gender,
                Status.ADMITTED if place else Status.PREFERRED,
                file=str(self._path),
            )
            for place, (gloss, sense) in enumerate(ranked(senses, self._frequency))
            if len(gloss.split()) <= _MOST_WORDS
        ]
        return tuple(found[:_MOST_GLOSSES])

    def _senses(self, folded: str) -> list[Sense]:
        found: list[Sense] = []
        for offset in self._index.offsets(folded):
            try:
                self._file.seek(offset)
                line = self._file.readline(ding.LONGEST_LINE)
            except OSError as error:
                raise self._unreadable(error) from error
            text = line.decode("utf-8", "replace").rstrip("\n")
            found += [each for each in ding.senses(text) if fold(each.word) == folded]
        return found

    def _unreadable(self, error: OSError) -> EngineError:
        return EngineError(
            f"cannot be read: {error.strerror}", where=str(self._path), mend="check its permissions"
        )
