"""The folder of an audit: where its files lie, and how they appear there."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from capqa.errors import CapqaError
from capqa.files.atomic import sync_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

MANIFEST: Final = "audit.json"
"""The file by which a folder is known as an audit's."""

_TEMPORARY: Final = ".capqa-"
_IGNORED: Final = "# Made by capqa audit: neither to be committed nor to be audited.\n*\n"


class AuditFolder:
    """An audit's folder; nothing is looked at or made before it is asked for."""

    def __init__(self, path: Path) -> None:
        """Take the folder's path."""
        self.path = path
        self.manifest = path / MANIFEST
        self.plan = path / "plan.jsonl"
        self.corrupt = path / "corrupt.jsonl"
        self.summary = path / "summary.json"
        self.report = path / "summary.html"
        self.findings = path / "findings"
        self.done = path / "done"

    def findings_of(self, key: str) -> Path:
        """Return where the findings of a shard are."""
        return self.findings / f"{key}.parquet"

    def marker_of(self, key: str) -> Path:
        """Return where the marker of a shard is, which is there when the shard is done."""
        return self.done / f"{key}.json"

    def is_done(self, key: str) -> bool:
        """Return whether a shard is done."""
        return self.marker_of(key).exists() and self.findings_of(key).exists()

    def outputs(self) -> Iterator[Path]:
        """Yield the findings and markers that are there, of whatever shard."""
        yield from _files_in(self.findings)
        yield from _files_in(self.done)

    def make_path(self) -> None:
        """Make the folder itself where it is not there. Raises CapqaError."""
        try:
            self.path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _unwritable(self.path, error) from error

    def make(self) -> None:
        """Make the folders that are not there. Raises CapqaError."""
        try:
            for each in (self.path, self.findings, self.done):
                each.mkdir(parents=True, exist_ok=True)
            ignoring = self.path / ".gitignore"
            if not ignoring.exists():
                ignoring.write_text(_IGNORED, encoding="utf-8")
        except OSError as error:
            raise _unwritable(self.path, error) from error

    def clear(self) -> None:
        """Remove what an audit has made, so that another one can begin. Raises CapqaError."""
        made = (self.manifest, self.plan, self.corrupt, self.summary, self.report)
        try:
            for path in (*made, *self.outputs()):
                path.unlink(missing_ok=True)
        except OSError as error:
            raise _unwritable(self.path, error) from error

    def remove_leftovers(self) -> None:
        """Remove the temporary files of processes that were ended amid writing."""
        for folder in (self.path, self.findings, self.done):
            for path in _files_in(folder):
                if path.name.startswith(_TEMPORARY):
                    with suppress(OSError):
                        path.unlink()


def temporary_beside(path: Path) -> Path:
    """Return the path of a new, empty file in the same folder. Raises OSError."""
    descriptor, temporary = tempfile.mkstemp(prefix=_TEMPORARY, dir=path.parent)
    os.close(descriptor)
    return Path(temporary)


def put(temporary: Path, path: Path) -> None:
    """Let a file that is complete take its name, durably. Raises OSError."""
    with open(temporary, "rb+") as file:
        os.fsync(file.fileno())
    mask = os.umask(0o077)
    os.umask(mask)
    temporary.chmod(0o666 & ~mask)
    os.replace(temporary, path)
    sync_folder(path.parent)


def write(path: Path, data: bytes) -> None:
    """Write a file as a whole, durably. Raises CapqaError."""
    try:
        temporary = temporary_beside(path)
        try:
            temporary.write_bytes(data)
            put(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise _unwritable(path, error) from error


def _files_in(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        with os.scandir(folder) as entries:
            yield from (Path(entry.path) for entry in entries if entry.is_file())


def _unwritable(path: Path, error: OSError) -> CapqaError:
    return CapqaError(
        f"cannot be written: {error.strerror}", where=str(path), mend="check permissions and space"
    )
