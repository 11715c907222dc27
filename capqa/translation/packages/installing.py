"""Installing a package: unpacked beside its folder, looked at, then moved in as a whole."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from capqa.errors import CapqaError
from capqa.translation.argos import packages
from capqa.translation.packages import archive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.translation.argos.packages import Package


@dataclass(frozen=True, slots=True)
class Installation:
    """What was installed; ``replaced`` is whether a package stood in its folder before."""

    package: Package
    replaced: bool


def install(file: Path, directory: Path) -> Installation:
    """Install an .argosmodel file into a packages folder, which is made if need be.

    Whatever goes wrong, the folder is as it was. Raises CapqaError.
    """
    verified = archive.read(file)
    with workplace(directory) as place:
        unpacked = place / "unpacked"
        unpacked.mkdir()
        verified.extract(unpacked)
        found = packages.read(unpacked)
        if not found.packages:
            problem = found.broken[0].problem if found.broken else "it does not translate"
            raise archive.ArchiveError(
                f"no usable Argos package: {problem}", where=str(file), mend="get another file"
            )
        target = directory / verified.folder
        replaced = _moved(unpacked / verified.folder, target, place / "replaced")
    installed = packages.read(directory)
    package = next(each for each in installed.packages if each.path == target)
    return Installation(package, replaced)


@contextmanager
def workplace(directory: Path) -> Iterator[Path]:
    """Make the packages folder and, beside it, a folder to work in that vanishes in the end.

    On failure folders made for it vanish too. Raises CapqaError for what the system refuses.
    """
    missing = [each for each in (directory, *directory.parents) if not each.exists()]
    try:
        directory.mkdir(parents=True, exist_ok=True)
        # Beside it, for argostranslate takes each folder inside for a package; and on the same
        # file system, so that moving is renaming.
        place = Path(tempfile.mkdtemp(prefix=".capqa-", dir=directory.resolve().parent))
        try:
            yield place
        finally:
            shutil.rmtree(place, ignore_errors=True)
    except BaseException as error:
        for made in missing:
            with contextlib.suppress(OSError):
                made.rmdir()
        if isinstance(error, OSError):
            raise _refused(directory, error) from error
        raise


def _moved(source: Path, target: Path, aside: Path) -> bool:
    """Move a folder to its place, what is there aside; return whether anything was."""
    replaced = target.exists() or target.is_symlink()
    if replaced:
        target.rename(aside)
    try:
        source.rename(target)
    except OSError:
        if replaced:
            aside.rename(target)
        raise
    return replaced


def _refused(directory: Path, error: OSError) -> CapqaError:
    return CapqaError(
        f"cannot install there: {error.strerror}",
        where=str(error.filename or directory),
        mend="check permissions and free space, or set ARGOS_PACKAGES_DIR",
    )
