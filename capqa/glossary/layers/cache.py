"""Compiled glossary files: those built into the wheel, and those in the user's cache folder.

A compiled file is named after everything it was made from, so that it is never out of date; one
that is damaged or cannot be written is made do without, for it only saves time.
"""

from __future__ import annotations

import os
import sys
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from capqa import __version__
from capqa.digest import blake2b
from capqa.files.user_cache import user_cache
from capqa.glossary.deletions import hashing
from capqa.glossary.files import language_pair, parse, read_bytes
from capqa.glossary.layers.layer import Layer
from capqa.glossary.layers.stored import FORMAT, from_bytes
from capqa.glossary.morphology import morphology_of
from capqa.glossary.paths import csv_files

if TYPE_CHECKING:
    from capqa.glossary.layers.tables import Tables

COMPILED: Final = Path(__file__).parents[1] / "compiled"
"""Where a wheel has the compiled form of the glossaries that come with capqa."""

SUFFIX: Final = ".terms"
"""How the names of compiled files end."""

SMALLEST: Final = 8_192
"""The smallest file compiled, in bytes: smaller ones are parsed as fast."""

_MOST_FILES = 64
_MOST_BYTES = 256_000_000
_LARGEST = 1 << 30
_CODE = (
    "deletions.py",
    "folding.py",
    "spellings.py",
    "words.py",
    "files.py",
    "layers/building.py",
    "layers/stored.py",
    "morphology/__init__.py",
    "morphology/german.py",
    "morphology/german_endings.py",
)


def load_layer(path: Path, source_language: str) -> Layer:
    """Return the terms of a glossary file, compiled where possible.

    Raises ConfigurationError as `read_glossary` does.
    """
    data = read_bytes(path)
    if len(data) < SMALLEST:
        return Layer(_built(path, data, source_language))
    name = _name(data, source_language)
    folders = [COMPILED]
    if (own := cache_folder()) is not None:
        folders.append(own)
    for folder in folders:
        tables = _read(folder / name, str(path))
        if tables is not None:
            return Layer(tables)
    tables = _built(path, data, source_language)
    if own is not None:
        tables = _kept(tables, own, name)
    return Layer(tables)


def compile_folder(glossaries: Path, into: Path) -> tuple[Path, ...]:
    """Compile all glossary files of a folder into another one, for the wheel; return the results.

    What else was compiled there is removed. Raises ConfigurationError as `read_glossary` does, and
    OSError when the results cannot be written.
    """
    from capqa.glossary.layers.writing import compiled, replace

    into.mkdir(parents=True, exist_ok=True)
    written = []
    for path in csv_files(glossaries):
        data = read_bytes(path)
        pair = language_pair(path)
        if pair is None or len(data) < SMALLEST:
            continue
        target = into / _name(data, pair[0])
        if not target.is_file():
            replace(target, compiled(_built(path, data, pair[0]))[1])
        written.append(target)
    for stale in set(into.glob(f"*{SUFFIX}")).difference(written):
        stale.unlink()
    return tuple(written)


def cache_folder() -> Path | None:
    """Return the user's folder for compiled glossaries, None where there is no place for one."""
    return user_cache("glossaries")


def _built(path: Path, data: bytes, source_language: str) -> Tables:
    from capqa.glossary.layers.building import build

    return build(parse(path, data), morphology_of(source_language))


def _read(path: Path, file: str) -> Tables | None:
    try:
        # What is no plain file might never end.
        if not path.is_file() or path.stat().st_size > _LARGEST:
            return None
        return from_bytes(path.read_bytes(), file)
    except (OSError, ValueError):
        return None


def _kept(tables: Tables, folder: Path, name: str) -> Tables:
    """Return the tables with what had to be made to store them, stored if that can be done."""
    from capqa.glossary.layers.writing import compiled, prune, replace

    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK):
            return tables
        complete, data = compiled(tables)
        replace(folder / name, data)
        prune(folder, files=_MOST_FILES, size=_MOST_BYTES)
    except (OSError, ValueError, OverflowError):
        return tables
    return complete


def _name(data: bytes, source_language: str) -> str:
    digest = blake2b(_made_with().encode(), digest_size=16)
    digest.update(f"{source_language}\n".encode())
    digest.update(data)
    return digest.hexdigest() + SUFFIX


@cache
def _made_with() -> str:
    """Return what the compiled form depends on beside the file: versions and our own code."""
    digest = blake2b(digest_size=16)
    for name in _CODE:
        try:
            digest.update((Path(__file__).parents[1] / name).read_bytes())
        except OSError:
            # Installed without sources, the version must do.
            continue
    versions = (__version__, FORMAT, unicodedata.unidata_version, sys.byteorder, hashing())
    parts = (*versions, digest.hexdigest())
    return "\n".join(map(str, parts))
