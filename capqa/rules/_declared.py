"""Texts that declare another language than the page's: no rule looks for what is left in them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.language_names import language_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from capqa.model import Segment


class OtherLanguages(NamedTuple):
    """How many texts of a document declare which other language, and how many texts there are."""

    counts: tuple[tuple[str, int], ...] = ()
    texts: int = 0

    @property
    def declared(self) -> int:
        """How many texts declare another language."""
        return sum(count for _, count in self.counts)

    @property
    def is_all(self) -> bool:
        """Whether there are texts, and all of them do."""
        return self.texts > 0 and self.declared == self.texts

    def note(self) -> str:
        """Return one line on a document of which nothing was checked, "" on others."""
        if not self.is_all:
            return ""
        names = " and ".join(language_name(code) for code, _ in self.counts)
        what = "the only text declares" if self.texts == 1 else f"all {self.texts:,} texts declare"
        (first, _), *others = self.counts
        mend = "" if others else f"; to find what is left in it, use --target {first}"
        return f"not checked for what is left untranslated: {what} {names}{mend}"


NONE: Final = OtherLanguages()
"""Nothing declares another language, or nobody looked."""


def other_languages(segments: Iterable[Segment], target: str) -> OtherLanguages:
    """Return what segments declare beside the language of the page, the most frequent first."""
    languages = [segment.language or target for segment in segments]
    if languages.count(target) == len(languages):
        return OtherLanguages(texts=len(languages))
    counts = Counter(language for language in languages if language != target)
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return OtherLanguages(tuple(ordered), len(languages))
