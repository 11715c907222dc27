"""What the checks look at: a source text and what is proposed for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from capqa.model import Part


class Subject(NamedTuple):
    """A source and its suggested text.

    ``reading`` is what the glossary engine's reader makes of the source, whoever made the
    suggestion: it tells names from words. ``parts`` are the suggestion's own. ``is_foreign`` tells
    of a word whether it belongs to the source language only. ``into_latin`` tells whether the
    target language is written in Latin letters.
    """

    source: str
    text: str
    reading: tuple[Part, ...] = ()
    parts: tuple[Part, ...] = ()
    is_foreign: Callable[[str], bool] = lambda _word: False
    into_latin: bool = False
