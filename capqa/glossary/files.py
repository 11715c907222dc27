"""Reading glossary files: CSV in UTF-8, named ``<anything>.<source>-<target>.csv``.

A file is read whole or not at all: the first row that does not say what it must stops the reading.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from capqa.errors import ConfigurationError
from capqa.glossary.entry import STATUSES, Entry, Status
from capqa.glossary.paths import csv_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

COLUMNS = (
    "source",
    "target",
    "part_of_speech",
    "gender",
    "status",
    "domain",
    "variants",
    "note",
    "reference",
    "reviewed",
)
"""The columns a glossary file may have, in any order."""

REQUIRED_COLUMNS = ("source", "target")
"""The columns a glossary file must have."""

LONGEST_FIELD = 2_000
"""The longest field read, in code points: more is a broken quote, not a term."""

_PAIR = r"\.([a-z]{2,3})-([a-z]{2,3})\.csv$"


def shipped_folder() -> Path:
    """Return the folder of the glossaries that come with capqa: in the wheel, else the checkout."""
    installed = Path(__file__).parent / "shipped"
    return installed if installed.is_dir() else Path(__file__).parents[2] / "glossaries"


def language_pair(path: Path) -> tuple[str, str] | None:
    """Return the source and target language a file's name states, or None."""
    named = re.search(_PAIR, path.name)
    return (named[1], named[2]) if named else None


def glossary_files(
    source_language: str, target_language: str, extra_paths: Iterable[Path] = ()
) -> tuple[Path, ...]:
    """Return the files for a language pair: the shipped ones by name, then the extra ones in order.

    An extra path is a file or a folder of files. Raises ConfigurationError when it does not exist
    or when a file's name states no languages.
    """
    pair = (source_language, target_language)
    shipped = shipped_folder()
    found = [path for path in csv_files(shipped) if language_pair(path) == pair]
    for extra in extra_paths:
        if extra.is_dir():
            found += [path for path in csv_files(extra) if language_pair(path) == pair]
        elif not extra.is_file():
            raise ConfigurationError(
                "no such glossary", where=str(extra), mend="correct the path or remove the setting"
            )
        elif (stated := language_pair(extra)) is None:
            raise ConfigurationError(
                "the name states no languages",
                where=str(extra),
                mend=f"rename it to {extra.stem}.{source_language}-{target_language}.csv",
            )
        elif stated == pair:
            found.append(extra)
    return tuple(found)


def read_glossary(path: Path) -> tuple[Entry, ...]:
    """Return the entries of one file, in its order.

    Raises ConfigurationError, naming file and row, for the first thing that is wrong.
    """
    return parse(path, read_bytes(path))


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file. Raises ConfigurationError when it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise ConfigurationError(
            f"cannot be read: {error.strerror}", where=str(path), mend="check path and permissions"
        ) from error


def parse(path: Path, data: bytes) -> tuple[Entry, ...]:
    """Return the entries in the bytes of a file, in its order.

    Raises ConfigurationError, naming file and row, for the first thing that is wrong.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        raise _wrong(path, row, "not UTF-8", "save the file as UTF-8") from error
    if "\0" in text:
        row = text.count("\n", 0, text.index("\0")) + 1
        raise _wrong(path, row, "a NUL character", "remove it; is this really a CSV file?")
    return tuple(_entries(path, text))


def _entries(path: Path, text: str) -> Iterator[Entry]:
    # Imported here: a run whose glossaries are compiled parses none.
    import csv
    import io

    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_FIELD))
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header: list[str] | None = None
    row = 1
    try:
        for fields in reader:
            if header is None:
                header = _header(path, fields)
            elif any(field.strip() for field in fields):
                yield _entry(path, row, header, fields)
            row = reader.line_num + 1
    except csv.Error as error:
        raise _wrong(path, row, f"not CSV: {error}", "check the quotes in this row") from error
    if header is None:
        raise _wrong(path, 1, "empty", f"start it with the header {','.join(COLUMNS)}")


def _header(path: Path, fields: list[str]) -> list[str]:
    names = [field.strip() for field in fields]
    for name in names:
        if name not in COLUMNS:
            raise _wrong(path, 1, f"unknown column {name!r}", f"use {', '.join(COLUMNS)}")
        if names.count(name) > 1:
            raise _wrong(path, 1, f"column {name!r} stands twice", "remove one of them")
    for name in REQUIRED_COLUMNS:
        if name not in names:
            raise _wrong(path, 1, f"no column {name!r}", "add it to the header and every row")
    return names


def _entry(path: Path, row: int, header: list[str], fields: list[str]) -> Entry:
    if len(fields) != len(header):
        problem = f"the header has {len(header)} fields, this row {len(fields)}"
        raise _wrong(path, row, problem, 'put fields with a comma in "quotes"')
    values = dict(zip(header, map(str.strip, fields), strict=True))
    for name, value in values.items():
        if len(value) > LONGEST_FIELD:
            problem = f"{name} has {len(value)} characters, {LONGEST_FIELD} are read"
            raise _wrong(path, row, problem, "shorten it or close a quote")
    for name in REQUIRED_COLUMNS:
        if not any(map(str.isalnum, values[name])):
            raise _wrong(path, row, f"{name} says nothing", "fill it in or remove the row")
    stated = values.pop("status", "") or Status.PREFERRED.value
    status = STATUSES.get(stated)
    if status is None:
        problem = f"unknown status {stated!r}"
        raise _wrong(path, row, problem, f"use one of {', '.join(STATUSES)}")
    variants = values.pop("variants", "")
    return Entry(
        **values,
        status=status,
        variants=tuple(filter(None, map(str.strip, variants.split(";")))) if variants else (),
        file=str(path),
        row=row,
    )


def _wrong(path: Path, row: int, problem: str, mend: str) -> ConfigurationError:
    return ConfigurationError(problem, where=f"{path}:{row}", mend=mend)
