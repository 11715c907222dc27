"""What is installed, how large it is, and taking one package away."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from capqa.errors import CapqaError
from capqa.translation.argos import packages

if TYPE_CHECKING:
    from capqa.translation.argos.packages import BrokenPackage, Package


@dataclass(frozen=True, slots=True)
class InstalledPackage:
    """A usable package; ``size`` is in bytes on disk, ``used`` false beside a newer one."""

    package: Package
    size: int
    used: bool

    @property
    def pair(self) -> str:
        """The languages: "de-en"."""
        return pair_of(self.package)


@dataclass(frozen=True, slots=True)
class Inventory:
    """A packages folder: usable packages by pair, and a line for each thing that is amiss."""

    directory: Path
    packages: tuple[InstalledPackage, ...]
    problems: tuple[str, ...]


def read(directory: Path) -> Inventory:
    """Return what lies in a packages folder; never raises, and makes nothing."""
    installed = packages.read(directory)
    found = [
        InstalledPackage(
            package,
            _size(package.path),
            installed.route(package.source, package.target) == (package,),
        )
        for package in installed.packages
    ]
    found.sort(key=lambda each: (each.pair, each.package.age, each.package.path))
    return Inventory(directory, tuple(found), installed.notes)


def remove(directory: Path, name: str) -> Path:
    """Remove the package with exactly this pair ("de-en") or folder name; return its folder.

    Raises CapqaError when there is none, or when several have the pair.
    """
    installed = packages.read(directory)
    candidates: tuple[Package | BrokenPackage, ...] = (*installed.packages, *installed.broken)
    found = [each for each in candidates if each.path.name == name] or [
        each for each in candidates if each.source and pair_of(each) == name
    ]
    if not found:
        raise CapqaError(
            f"no package is called {name!r}",
            where=str(directory),
            mend="give a pair or folder that `capqa models list` shows",
        )
    if len(found) > 1:
        folders = ", ".join(each.path.name for each in found)
        raise CapqaError(
            f"several packages translate {name}", where=str(directory), mend=f"name one: {folders}"
        )
    (package,) = found
    try:
        _vanish(package.path, directory)
    except OSError as error:
        raise CapqaError(
            f"cannot be removed: {error.strerror}",
            where=str(package.path),
            mend="check its permissions",
        ) from error
    return package.path


def pair_of(package: Package | BrokenPackage) -> str:
    """Return a package's languages: "de-en"."""
    return f"{package.source}-{package.target}"


def _vanish(path: Path, directory: Path) -> None:
    if path.is_symlink():
        path.unlink()
        return
    # Renamed first: nobody ever sees half a package.
    aside = Path(tempfile.mkdtemp(prefix=".capqa-", dir=directory.resolve().parent))
    try:
        path.rename(aside / path.name)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _size(folder: Path) -> int:
    total = 0
    for parent, _, names in os.walk(folder):
        for name in names:
            try:
                total += os.lstat(os.path.join(parent, name)).st_size
            except OSError:
                continue
    return total
