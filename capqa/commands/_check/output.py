"""Where a report goes: to standard output, or to a file that appears when it is complete."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from capqa.errors import CapqaError

if TYPE_CHECKING:
    from collections.abc import Iterable


def use_utf8() -> None:
    """Print in UTF-8 whatever the terminal is set to: other programs read what is printed."""
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]


def write(path: Path, pieces: Iterable[str]) -> None:
    """Write a report as a whole. Raises CapqaError when it cannot be written; nothing is then."""
    try:
        handle, temporary = tempfile.mkstemp(prefix=".capqa-", dir=path.parent)
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        with open(handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.writelines(pieces)
        mask = os.umask(0o077)
        os.umask(mask)
        Path(temporary).chmod(0o666 & ~mask)
        os.replace(temporary, path)
    except OSError as error:
        Path(temporary).unlink(missing_ok=True)
        raise _unwritable(path, error) from error
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _unwritable(path: Path, error: OSError) -> CapqaError:
    return CapqaError(
        f"the report cannot be written: {error.strerror}", where=str(path), mend="check the folder"
    )
