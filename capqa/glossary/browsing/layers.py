"""The glossary files of a pair as they lie over one another, read whole.

They are read as editing reads them: a column that capqa does not know hides no entry.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from capqa.glossary.editing.table import Table
from capqa.glossary.files import glossary_files

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.glossary.entry import Entry


class Layer(NamedTuple):
    """A file, its entries in order, and the sources that later files replace."""

    path: Path
    entries: tuple[Entry, ...]
    replaced: frozenset[str]

    def in_force(self, entry: Entry) -> bool:
        """Return whether no later file says something else of the entry's source."""
        return entry.source not in self.replaced


def layers(
    source_language: str, target_language: str, extra_paths: Sequence[Path] = ()
) -> list[Layer]:
    """Return the layers of a pair, those that override first.

    Raises ConfigurationError for a file that cannot be read.
    """
    found: list[Layer] = []
    replaced: frozenset[str] = frozenset()
    for path in reversed(glossary_files(source_language, target_language, extra_paths)):
        entries = Table.read(seen_from_here(path)).entries
        found.append(Layer(seen_from_here(path), entries, replaced))
        replaced |= {entry.source for entry in entries}
    return found


def seen_from_here(path: Path) -> Path:
    """Return a path from the working directory where it lies below it, as people name it."""
    try:
        return path.absolute().relative_to(Path.cwd())
    except ValueError:
        return path
