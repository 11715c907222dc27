"""What a format cannot hold, counted while it is written and told to the user."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.glossary.entry import Status

if TYPE_CHECKING:
    from collections.abc import Collection

    from capqa.glossary.entry import Entry

FIELDS = {
    "part_of_speech": "part of speech",
    "gender": "gender",
    "status": "status",
    "domain": "domain",
    "variants": "variants",
    "note": "note",
    "reference": "reference",
    "reviewed": "date of review",
}
"""The fields a format may lack, as messages name them."""

_ROWS_SHOWN = 10


class LeftOut:
    """Collects what is left out of one file."""

    def __init__(self, title: str) -> None:
        """Start with nothing left out; ``title`` is the format's."""
        self._title = title
        self.entries = 0
        """How many entries were left out whole."""
        self._counts: dict[str, int] = {}
        self._rows: dict[str, list[int]] = {}

    def fields(self, entry: Entry, kept: Collection[str]) -> None:
        """Record the fields of an entry that say something and are not among those kept."""
        for field, words in FIELDS.items():
            value = getattr(entry, field)
            if field not in kept and value and value is not Status.PREFERRED:
                what = f"has no {words}: left out for {{}}"
                self._counts[what] = self._counts.get(what, 0) + 1

    def entry(self, entry: Entry, why: str) -> None:
        """Record a whole entry left out, and why; the reason follows the format's title."""
        self.entries += 1
        self._rows.setdefault(f"{why}: {{}} left out", []).append(entry.row)

    def changed(self, entry: Entry, what: str) -> None:
        """Record an entry written differently; ``what`` follows the format's title."""
        self._rows.setdefault(f"{what} for {{}}", []).append(entry.row)

    def lines(self) -> list[str]:
        """Return a line for each kind of loss; where it is not a field, with the entries' lines."""
        entries = [
            what.format(_entries(len(rows))) + _where(rows) for what, rows in self._rows.items()
        ]
        fields = [what.format(_entries(count)) for what, count in self._counts.items()]
        return [f"{self._title} {line}" for line in (*entries, *fields)]


def _entries(count: int) -> str:
    return f"{count} {'entry' if count == 1 else 'entries'}"


def _where(rows: list[int]) -> str:
    known = [str(row) for row in rows if row]
    if not known:
        return ""
    shown = ", ".join(known[:_ROWS_SHOWN]) + (" ..." if len(known) > _ROWS_SHOWN else "")
    return f" (line {shown})" if len(known) == 1 else f" (lines {shown})"
