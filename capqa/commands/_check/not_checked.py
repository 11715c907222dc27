"""Counting what was not checked because it declares another language than that of the pages."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from capqa.language_names import language_name

if TYPE_CHECKING:
    from capqa.pipeline import CheckedFile

_MOST_LANGUAGES: Final = 3


class NotChecked:
    """Texts that declare another language, and the files they are in, counted as these pass by."""

    def __init__(self) -> None:
        """Begin with none."""
        self._texts: Counter[str] = Counter()
        self._files = 0
        self._whole: list[str] = []
        self._is_in_counted = False

    def add(self, file: CheckedFile) -> None:
        """Count what is in a file, or in a further section of the one before."""
        others = file.other_languages
        if not file.continues:
            self._is_in_counted = False
            if others.is_all:
                self._whole.append(file.name)
        elif self._whole and self._whole[-1] == file.name and not others.is_all:
            self._whole.pop()
        if others.counts and not self._is_in_counted:
            self._files += 1
            self._is_in_counted = True
        self._texts.update(dict(others.counts))

    def line(self) -> str:
        """Return what was counted in one line, "" where that is nothing."""
        count = self._texts.total()
        if not count:
            return ""
        files = f"{self._files:,} file{'s' * (self._files > 1)}"
        ordered = sorted(self._texts.items(), key=lambda each: (-each[1], each[0]))
        names = [language_name(code) for code, _ in ordered[:_MOST_LANGUAGES]]
        if len(ordered) > _MOST_LANGUAGES:
            names.append("others")
        where = f"{count:,} in {files} ({', '.join(names)})"
        if self._whole:
            first = self._whole[0]
            many = f"{len(self._whole):,} of the files, such as {first}"
            where += f", all of {first if len(self._whole) == 1 else many}"
        what = "texts that declare another language were not checked for what is left untranslated"
        return f"{what}: {where}"
