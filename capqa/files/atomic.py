"""Writing a file as a whole: a reader, or a crash, sees the old bytes or the new, never a mix."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from pathlib import Path

from capqa.errors import CapqaError, ConflictError


def replace(path: Path, data: bytes, *, expected: bytes) -> None:
    """Replace the bytes of an existing file, durably: they are on disk when this returns.

    A symbolic link keeps pointing at the file it points at, which is the one replaced. The mode is
    kept, and the owner where the system permits it. Raises ConflictError when the file no longer
    holds ``expected``, CapqaError when it cannot be read or written; the file is then as it was.
    """
    try:
        target = path.resolve(strict=True)
        before = target.stat()
        if not stat.S_ISREG(before.st_mode):
            raise CapqaError("is no regular file", where=str(path), mend="name a file")
        if not os.access(target, os.W_OK):
            raise CapqaError("is read-only", where=str(path), mend="make it writable first")
        _replace(target, data, expected, before, str(path))
    except (OSError, RuntimeError) as error:  # pathlib reports a loop of links as RuntimeError
        reason = error.strerror if isinstance(error, OSError) else "its links form a loop"
        raise CapqaError(
            f"cannot be written: {reason}", where=str(path), mend="check permissions and free space"
        ) from error


def create(path: Path, data: bytes) -> None:
    """Create a file with these bytes, durably, in the mode a file gets that a person creates.

    Raises FileExistsError when it is there by then, OSError when it cannot be written; the folder
    is then as it was.
    """
    descriptor, temporary = tempfile.mkstemp(prefix=".capqa-", dir=path.parent)
    try:
        with open(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)
        mask = os.umask(0o077)
        os.umask(mask)
        Path(temporary).chmod(0o666 & ~mask)
        if path.exists():
            raise FileExistsError
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def _replace(target: Path, data: bytes, expected: bytes, before: os.stat_result, name: str) -> None:
    # Hidden, so that a leftover after a power cut is never taken for a document.
    descriptor, temporary = tempfile.mkstemp(prefix=".capqa-", dir=target.parent)
    try:
        with open(descriptor, "wb") as file:
            file.write(data)
            _keep_owner_and_mode(descriptor, before)
            file.flush()
            os.fsync(descriptor)
        # As late as can be: what someone saves while we work must not be lost.
        if target.read_bytes() != expected:
            raise ConflictError(
                "changed on disk since it was read", where=name, mend="run capqa review again"
            )
        os.replace(temporary, target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def _keep_owner_and_mode(descriptor: int, before: os.stat_result) -> None:
    if not hasattr(os, "fchown"):
        return
    created = os.fstat(descriptor)
    if (created.st_uid, created.st_gid) != (before.st_uid, before.st_gid):
        try:
            os.fchown(descriptor, before.st_uid, before.st_gid)
        except PermissionError:
            with contextlib.suppress(PermissionError):
                os.fchown(descriptor, -1, before.st_gid)
    # After the owner: changing that clears mode bits.
    os.fchmod(descriptor, stat.S_IMODE(before.st_mode))


def sync_folder(folder: Path) -> None:
    """Make names created or replaced in a folder survive a power cut, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
