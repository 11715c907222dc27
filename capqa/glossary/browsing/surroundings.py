"""What the other glossaries of a pair have to do with an entry of one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.glossary.browsing.layers import Layer, layers
from capqa.glossary.editing.adding import default_status
from capqa.glossary.editing.drafts import draft, refuse_duplicate
from capqa.glossary.editing.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from capqa.glossary.entry import Entry


class Surroundings:
    """The layers over and under a file, itself left out; ``in_force`` if capqa reads the file."""

    def __init__(
        self, path: Path, over: Sequence[Layer], under: Sequence[Layer], *, in_force: bool
    ) -> None:
        """Take the layers, those that override first."""
        self.path = path
        self.over = over
        self.under = under
        self.in_force = in_force

    @classmethod
    def of(cls, path: Path, pair: tuple[str, str], configured: Iterable[Path]) -> Surroundings:
        """Read what surrounds a file, which need not exist yet.

        Raises ConfigurationError for another file that cannot be read.
        """
        settled = list(configured)
        found = layers(*pair, [each for each in settled if each.exists() or not _same(each, path)])
        at = [number for number, layer in enumerate(found) if _same(layer.path, path)]
        if at:
            return cls(path, found[: at[0]], found[at[0] + 1 :], in_force=True)
        return cls(path, (), found, in_force=any(_same(each, path) for each in settled))

    def refuse_known(self, values: Mapping[str, str]) -> None:
        """Raise ConfigurationError when an entry of clean values holds already, elsewhere."""
        new = draft({**values, "status": values.get("status") or default_status(values)})
        for layer in (*self.over, *self.under):
            holding = (each for each in layer.entries if each.status is new.status)
            refuse_duplicate(new, filter(layer.in_force, holding))

    def notes(self, entry: Entry, beside: Sequence[Entry] | None = None) -> Iterator[str]:
        """Yield, a line each, what somebody who wrote an entry of the file should know.

        ``beside`` are the file's entries where they are at hand, else they are read.
        """
        if not self.in_force:
            yield f"{self.path} is not read by capqa check until capqa.toml names it in glossaries"
        for layer in self.over:
            for other in _of(layer, entry):
                yield f"{_place(other)} replaces it: {other.target!r}"
        for layer in self.under if self.in_force else ():
            for other in filter(layer.in_force, _of(layer, entry)):
                yield f"it replaces {_place(other)}: {other.target!r}"
        spellings = {entry.source, *entry.variants}
        for other in Table.read(self.path).entries if beside is None else beside:
            if other.source == entry.source:
                continue
            for spelling in sorted(spellings & {other.source, *other.variants}):
                yield f"{spelling!r} is also a spelling of {other.source!r}, {_place(other)}"


def _of(layer: Layer, entry: Entry) -> list[Entry]:
    return [other for other in layer.entries if other.source == entry.source]


def _place(entry: Entry) -> str:
    return f"{entry.file}:{entry.row}"


def _same(first: Path, second: Path) -> bool:
    return first.resolve() == second.resolve()
