"""A package as a file: what may be in the archive, decided before a byte of it is unpacked."""

from __future__ import annotations

import re
import stat
import struct
import zipfile
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from capqa.errors import CapqaError

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST_ARCHIVE: Final = 4 << 30
"""Bytes; the largest packages known have 0.5 GB."""

_LARGEST_CONTENT: Final = 8 << 30
_MOST_ENTRIES: Final = 10_000
# Weights hardly shrink at all, vocabularies to a fifth; deflate can reach 1,032.
_MOST_SHRUNK: Final = 100
_CHUNK: Final = 1 << 20
_LONGEST_NAME: Final = 200
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_FOLDER: Final = re.compile(r"[A-Za-z0-9][\w.+-]{0,127}", re.ASCII)
_UNFIT: Final = re.compile(r"[\x00-\x1f\x7f\\:]")
_ENCRYPTED: Final = 0x1
# What zipfile raises for archives somebody has cut off or tampered with.
_DAMAGED: Final = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError),
    *(NotImplementedError, RuntimeError, ValueError, OverflowError),
)


class ArchiveError(CapqaError):
    """A file that is no package, or one that must not be unpacked."""


@dataclass(frozen=True, slots=True)
class Archive:
    """A verified archive: all its files are in one folder, ``folder``; ``size`` is unpacked."""

    path: Path
    folder: str
    size: int

    def extract(self, into: Path) -> None:
        """Unpack the archive into an empty folder. Raises ArchiveError when it is damaged."""
        with _opened(self.path) as file:
            for entry in _files(file, self.path):
                target = into.joinpath(*PurePosixPath(entry.filename).parts)
                target.parent.mkdir(parents=True, exist_ok=True)
                with file.open(entry) as source, target.open("xb") as copy:
                    # Never more than the size stated, which counts towards the limits.
                    while chunk := source.read(_CHUNK):
                        copy.write(chunk)


def read(path: Path) -> Archive:
    """Return a file as a verified archive. Raises ArchiveError for the first thing amiss."""
    with _opened(path) as file:
        files = _files(file, path)
        folders = {PurePosixPath(entry.filename).parts[0] for entry in files}
        if len(folders) != 1 or any("/" not in entry.filename for entry in files):
            raise _refused(path, "its files are not in one folder, so it is no Argos package")
        (folder,) = folders
        if not _FOLDER.fullmatch(folder):
            raise _refused(path, f"its folder has the odd name {folder!r}")
        for needed in ("metadata.json", "model/model.bin"):
            if not any(entry.filename == f"{folder}/{needed}" for entry in files):
                raise _refused(path, f"{needed} is missing in it, so it is no Argos package")
        return Archive(path, folder, sum(entry.file_size for entry in files))


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        file = zipfile.ZipFile(path)
    except FileNotFoundError as error:
        raise ArchiveError(
            "there is no such file", where=str(path), mend="name an .argosmodel file"
        ) from error
    except OSError as error:
        raise ArchiveError(
            f"cannot be read: {error.strerror}", where=str(path), mend="name an .argosmodel file"
        ) from error
    except _DAMAGED as error:
        raise _damaged(path, error) from error
    with file:
        try:
            yield file
        except _DAMAGED as error:
            raise _damaged(path, error) from error


def _files(file: zipfile.ZipFile, path: Path) -> list[zipfile.ZipInfo]:
    """Return the files of an archive. Raises ArchiveError if one may not be unpacked."""
    entries = file.infolist()
    if len(entries) > _MOST_ENTRIES:
        raise _refused(path, f"it holds {len(entries):,} files")
    size = sum(entry.file_size for entry in entries)
    if size > _LARGEST_CONTENT or size > _MOST_SHRUNK * max(path.stat().st_size, 1):
        raise _refused(path, f"unpacked it would take {size:,} bytes, too many for its own size")
    seen: set[str] = set()
    for entry in entries:
        problem = _problem(entry)
        if problem:
            raise _refused(path, f"{entry.orig_filename[:_LONGEST_NAME]!r} {problem}")
        key = entry.filename.rstrip("/").casefold()
        if key in seen:
            raise _refused(path, f"{entry.filename!r} is in it twice")
        seen.add(key)
    return [entry for entry in entries if not entry.is_dir()]


def _problem(entry: zipfile.ZipInfo) -> str:
    name = entry.orig_filename
    if not name or len(name) > _LONGEST_NAME or _UNFIT.search(name):
        return "has an odd name"
    if name.startswith("/"):
        return "has an absolute path"
    if not {"..", ".", ""}.isdisjoint(name.rstrip("/").split("/")):
        return "has a path that leads elsewhere"
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFDIR if entry.is_dir() else stat.S_IFREG):
        return "is a link or a device, no plain file"
    if entry.flag_bits & _ENCRYPTED:
        return "is encrypted"
    if entry.compress_type not in _METHODS:
        return "is packed in a way Argos packages are not"
    return ""


def _refused(path: Path, what: str) -> ArchiveError:
    return ArchiveError(
        what, where=str(path), mend="get the .argosmodel file from a source you trust"
    )


def _damaged(path: Path, error: Exception) -> ArchiveError:
    reason = (str(error).splitlines() or [type(error).__name__])[0]
    return ArchiveError(
        f"truncated, damaged or no Argos package: {reason}",
        where=str(path),
        mend="get the .argosmodel file again",
    )
