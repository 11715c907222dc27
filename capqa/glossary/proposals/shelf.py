"""The glossaries of a language pair that are the project's, and where proposals for them lie."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from capqa.glossary.browsing.layers import seen_from_here
from capqa.glossary.browsing.pairs import source_languages
from capqa.glossary.editing.choosing import FOLDER, own_files
from capqa.glossary.files import language_pair
from capqa.glossary.paths import csv_files
from capqa.glossary.proposals.journal import ENDING, journal_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """A source and target language, and the project's glossaries of them.

    ``glossary`` is the file that entries are added to, which need not exist; ``files`` are all that
    may be changed, itself among them. ``configured`` are the files the project's settings name.
    """

    pair: tuple[str, str]
    glossary: Path
    files: tuple[Path, ...]
    configured: tuple[Path, ...] = ()

    @property
    def journal(self) -> Path:
        """The file that events are added to."""
        return journal_of(self.glossary)

    @property
    def journals(self) -> tuple[Path, ...]:
        """The files that events may be in."""
        return tuple(dict.fromkeys(map(journal_of, self.files)))

    @property
    def stamp(self) -> Stamp:
        """What changes when somebody changes one of the glossaries or what is proposed for them."""
        return stamp_of((*self.files, *self.journals))


def stamp_of(paths: Iterable[Path]) -> Stamp:
    """Return what changes when somebody changes one of some files."""
    found = []
    for path in paths:
        try:
            status = path.stat()
        except OSError:
            continue
        found.append((str(path), status.st_mtime_ns, status.st_size))
    return tuple(found)


def shelf_of(
    pair: tuple[str, str], configured: Iterable[Path] = (), folder: Path | None = None
) -> Shelf:
    """Return the shelf of a language pair.

    A project without a glossary of the pair gets a house glossary in ``folder``, the working
    directory unless given, as soon as something is approved: no reviewer is asked where to put it.
    """
    settled = tuple(configured)
    house = seen_from_here((folder or Path()) / f"house.{pair[0]}-{pair[1]}.csv")
    own = tuple(map(seen_from_here, own_files(*pair, settled)))
    # What was proposed before the project had a glossary stays in sight.
    files = dict.fromkeys((*own, house))
    return Shelf(pair, own[0] if own else house, tuple(files), settled)


def shelf_at(glossary: Path, pair: tuple[str, str], configured: Iterable[Path] = ()) -> Shelf:
    """Return the shelf of one file that somebody named."""
    return Shelf(pair, glossary, (glossary,), tuple(configured))


def shelves(
    target_language: str, configured: Iterable[Path] = (), folder: Path | None = None
) -> list[Shelf]:
    """Return the shelves of all source languages the project has a glossary or a proposal of.

    A project that has none yet has one of each language that capqa brings a glossary of.
    """
    settled = tuple(configured)
    paths: list[Path] = []
    for place in (*settled, FOLDER):
        paths += csv_files(place)
    for place in (*settled, FOLDER, folder or Path()):
        near = place if place.is_dir() else place.parent
        proposed = (path.name.removesuffix(ENDING) for path in near.glob(f"*{ENDING}"))
        paths += (near / f"{name}.csv" for name in proposed)
    pairs = {pair for path in paths if (pair := language_pair(path)) and pair[1] == target_language}
    if not pairs:
        pairs = {(source, target_language) for source in source_languages(target_language)}
    return [shelf_of(pair, settled, folder) for pair in sorted(pairs)]
