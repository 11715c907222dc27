"""One writer at a time: an exclusive lock on a file beside the glossary.

The system lets go of it when the process ends, however it ends, so that no lock is ever left over.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from typing import TYPE_CHECKING, Final

from capqa.errors import CapqaError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WAIT: Final = 10.0
"""How long others are waited for, in seconds."""

_PAUSE: Final = 0.01


@contextlib.contextmanager
def locked(path: Path, *, wait: float = WAIT) -> Iterator[None]:
    """Hold the lock of a file, which need not exist; its folder must.

    Raises CapqaError when another process holds it for longer than ``wait`` seconds, or when the
    lock file cannot be written.
    """
    # Of the file that links point at: there is one lock however it is named.
    target = path.resolve()
    lock = target.with_name(target.name + ".lock")
    try:
        descriptor = _acquired(lock, time.monotonic() + wait)
    except OSError as error:
        raise CapqaError(
            f"cannot be locked: {error.strerror}",
            where=str(path),
            mend="check that its folder exists and can be written",
        ) from error
    if descriptor is None:
        raise CapqaError(
            f"somebody else has been changing it for {wait:g} seconds",
            where=str(path),
            mend="try again when they are done",
        )
    try:
        yield
    finally:
        _release(descriptor, lock)


def _acquired(lock: Path, deadline: float) -> int | None:
    while True:
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o666)
        held = False
        try:
            # The one before us removes the file: what we locked must still be what is there.
            held = _try(descriptor) and _is(descriptor, lock)
        finally:
            if not held:
                os.close(descriptor)
        if held:
            return descriptor
        if time.monotonic() >= deadline:
            return None
        time.sleep(_PAUSE)


def _is(descriptor: int, lock: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), os.stat(lock))
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _try(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _release(descriptor: int, lock: Path) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
        os.close(descriptor)
        # Fails, rightly, while somebody else has it open.
        with contextlib.suppress(OSError):
            lock.unlink()

else:
    import fcntl

    def _try(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _release(descriptor: int, lock: Path) -> None:
        with contextlib.suppress(OSError):
            lock.unlink()
        os.close(descriptor)
