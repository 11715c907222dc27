"""Rows of a foreign file made into entries, or refused with their number and the reason."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from capqa.errors import ConfigurationError
from capqa.glossary.entry import STATUSES, Entry, Status
from capqa.glossary.exchange._characters import FORBIDDEN
from capqa.glossary.files import LONGEST_FIELD

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from capqa.glossary.exchange._languages import LanguagePair

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BREAKS = re.compile(r"[ \t]*[\n\t][ \t\n]*")
_INDENTATION = re.compile(r"[ \t]*\n[ \t]+")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that was not taken: its line or row from 1, what is wrong, how to mend it."""

    row: int
    what: str
    mend: str


@dataclass(slots=True)
class Reading:
    """What came of reading one file: the entries, and what was refused or is worth knowing."""

    name: str
    pair: LanguagePair
    entries: list[Entry] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    _noted: set[str] = field(default_factory=set)
    _seen: dict[tuple[str, str, str], Entry] = field(default_factory=dict)

    def refuse(self, row: int, what: str, mend: str) -> None:
        """Record a row that is not taken."""
        self.refusals.append(Refusal(row, what, mend))

    def note(self, text: str) -> None:
        """Record something worth knowing, once."""
        if text not in self._noted:
            self._noted.add(text)
            self.notes.append(text)

    def conclude(self, passed_over: int, unit: str, languages: Collection[str]) -> None:
        """Note how many units of a file had not both languages.

        Raises ConfigurationError, saying which languages the file has, when none had.
        """
        if passed_over and not (self.entries or self.refusals):
            known = ", ".join(sorted(filter(None, languages))) or "none"
            what = f"has no {self.pair} pair; its languages: {known}"
            raise ConfigurationError(what, where=self.name, mend="say the ones that are there")
        if passed_over:
            many = f"{passed_over} {unit}{'s' if passed_over > 1 else ''}"
            self.note(f"{many} without {self.pair} pair: passed over")

    def add(
        self,
        row: int,
        source: str,
        target: str,
        *,
        status: str | Status = "",
        variants: Sequence[str] = (),
        **fields: str,
    ) -> None:
        """Take one row, or refuse it.

        Fields are trimmed, line ends become "\\n", line breaks inside terms a space. A row that
        says exactly what an earlier one says is passed over with a note.
        """
        terms = {"source": _term(source), "target": _term(target)}
        others = {name: _text(value) for name, value in fields.items()}
        spellings = tuple(dict.fromkeys(filter(None, map(_term, variants))))
        if not self._sound(row, terms | others, spellings):
            return
        found = status if isinstance(status, Status) else self._status(row, status)
        if found is None:
            return
        entry = Entry(**terms, **others, status=found, variants=spellings, file=self.name, row=row)
        self._take(entry)

    def _sound(self, row: int, values: dict[str, str], variants: tuple[str, ...]) -> bool:
        for name, value in (*values.items(), *(("variants", each) for each in variants)):
            found = FORBIDDEN.search(value)
            if found:
                what = "a NUL character" if found[0] == "\0" else "a control character"
                self.refuse(row, f"{what} in {name}", "remove it")
                return False
            if len(value) > LONGEST_FIELD:
                what = f"{name} has {len(value)} characters, {LONGEST_FIELD} are read"
                self.refuse(row, what, "shorten it")
                return False
        for name in ("source", "target"):
            if not any(map(str.isalnum, values[name])):
                self.refuse(row, f"{name} says nothing", "fill it in or remove the row")
                return False
        if any(";" in each for each in variants):
            self.refuse(row, "a variant with a semicolon, which separates variants", "remove it")
            return False
        if len(";".join(variants)) > LONGEST_FIELD:
            self.refuse(row, f"the variants have over {LONGEST_FIELD} characters", "remove some")
            return False
        return True

    def _status(self, row: int, stated: str) -> Status | None:
        found = STATUSES.get(stated.strip().lower() or Status.PREFERRED.value)
        if found is None:
            self.refuse(row, f"unknown status {stated!r}", f"use one of {', '.join(STATUSES)}")
        return found

    def _take(self, entry: Entry) -> None:
        key = (entry.source, entry.target, entry.part_of_speech)
        earlier = self._seen.setdefault(key, entry)
        if earlier is entry:
            self.entries.append(entry)
        elif replace(earlier, row=entry.row) == entry:
            self.note(f"line {entry.row} says the same as line {earlier.row}: passed over")
        else:
            what = f"source, target and part of speech are those of line {earlier.row}"
            self.refuse(entry.row, what, "remove one of them")


def _term(text: str) -> str:
    # What is refused for its length need not be tidied, which takes long for white space.
    if len(text) > 2 * LONGEST_FIELD:
        return text.strip()
    return _BREAKS.sub(" ", _LINE_ENDS.sub("\n", text)).strip()


def _text(text: str) -> str:
    if len(text) > 2 * LONGEST_FIELD:
        return text.strip()
    return _INDENTATION.sub("\n", _LINE_ENDS.sub("\n", text)).strip()
