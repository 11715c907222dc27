"""The words in the findings of an audit that no glossary knows."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from capqa import pipeline
from capqa.glossary.suggesting.candidate import Example
from capqa.glossary.suggesting.unknown_words import UnknownWord
from capqa.model import Finding, Role, Segment, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from capqa.config import Settings

_COLUMNS = ("input", "line", "language", "segment", "unknown_words")
# What stands beside the word, in code points to either side.
_SURROUNDINGS = 60


def unknown_words_of(path: Path, settings: Settings, language: str | None) -> Iterator[UnknownWord]:
    """Yield the unknown words in the findings of an audit's folder, in order.

    What a glossary has learnt since is left out. Raises CapqaError when it cannot be read.
    """
    from capqa.audit.folder import AuditFolder
    from capqa.audit.reading import findings

    is_unknown = _still_unknown(settings)
    for row in findings(AuditFolder(path), _COLUMNS):
        if language not in (None, row["language"]):
            continue
        for word in row["unknown_words"]:
            if is_unknown(word, row["language"]):
                example = Example(row["input"], row["line"] or 0, _around(row["segment"], word))
                yield UnknownWord(word, row["language"], example)


def _still_unknown(settings: Settings) -> Callable[[str, str], bool]:
    suggester = pipeline.suggester_for(settings, pipeline.EMBEDDED_ENGINES)

    @cache
    def is_unknown(word: str, language: str) -> bool:
        segment = Segment(word, Role.CAPTION, start=0, line=1)
        finding = Finding("untranslated", "", segment, Span(0, len(word)), "", language, 1.0)
        (suggestion,) = suggester.suggest([finding])
        return suggestion is None or bool(suggestion.unknown)

    return is_unknown


def _around(text: str, word: str) -> str:
    at = max(text.find(word), 0)
    start = max(text.rfind("\n", 0, at) + 1, at - _SURROUNDINGS)
    end = text.find("\n", at + len(word))
    end = min(len(text) if end < 0 else end, at + len(word) + _SURROUNDINGS)
    return text[start:end].strip()
