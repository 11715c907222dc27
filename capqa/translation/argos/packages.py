"""Reads the folders of installed Argos packages from disk, without importing argostranslate."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from capqa.errors import EngineError

if TYPE_CHECKING:
    from pathlib import Path

TOKENIZERS = ("sentencepiece.model", "bpe.model")
"""The files a package may bring to cut text into pieces; the first one there is used."""

MEND: Final = (
    "delete this folder and install the package again with "
    "`capqa models install PACKAGE.argosmodel`"
)
"""How to put a package folder right, as the last part of an error's line."""


@dataclass(frozen=True, slots=True)
class Package:
    """One usable translation package.

    ``version`` is the package's own, as its metadata gives it ("1.9"). ``target_prefix`` is a token
    the model wants every answer to start with, mostly empty.
    """

    path: Path
    source: str
    target: str
    version: str
    target_prefix: str = ""

    @property
    def label(self) -> str:
        """Version and languages: "1.9 de-en"."""
        return f"{self.version} {self.source}-{self.target}".strip()

    @property
    def age(self) -> tuple[int, ...]:
        """The version as numbers, so that 1.10 comes after 1.9."""
        return tuple(int(number) for number in re.findall(r"\d+", self.version))


@dataclass(frozen=True, slots=True)
class BrokenPackage:
    """A folder that is meant to be a package and is not; languages are empty where unknown."""

    path: Path
    problem: str
    source: str = ""
    target: str = ""

    def could_serve(self, source: str, target: str) -> bool:
        """Return whether mending it might make this pair possible."""
        unknown = not self.source or not self.target
        return unknown or self.source == source or self.target == target

    def error(self) -> EngineError:
        """Return what to tell the user, with the way to mend it."""
        return EngineError(self.problem, where=str(self.path), mend=MEND)


@dataclass(frozen=True, slots=True)
class Installed:
    """What lies in a packages folder; ``notes`` has a line for each thing that was passed over."""

    directory: Path
    packages: tuple[Package, ...] = ()
    broken: tuple[BrokenPackage, ...] = ()
    notes: tuple[str, ...] = field(default=())

    def route(self, source: str, target: str) -> tuple[Package, ...]:
        """Return the packages to translate through, at most two; empty if there is no way.

        One package goes before two, English before other languages in the middle, and among
        packages for the same pair the newest wins.
        """
        if source == target:
            return ()
        best = {
            (package.source, package.target): package
            for package in sorted(self.packages, key=lambda package: package.age)
        }
        if direct := best.get((source, target)):
            return (direct,)
        middles = sorted(
            {to for start, to in best if start == source}, key=lambda to: (to != "en", to)
        )
        for middle in middles:
            if onwards := best.get((middle, target)):
                return best[source, middle], onwards
        return ()

    def require(self, source: str, target: str) -> tuple[Package, ...]:
        """Return the route, or raise EngineError saying which folder or package is at fault."""
        if route := self.route(source, target):
            return route
        for broken in self.broken:
            if broken.could_serve(source, target):
                raise broken.error()
        raise EngineError(
            f"no Argos package translates {source} to {target}",
            where=str(self.directory),
            mend=f"install one with `capqa models install {source} {target}`",
        )


def read(directory: Path) -> Installed:
    """Return what is installed in a folder; never raises, and reads only small files."""
    try:
        entries = sorted(directory.iterdir())
    except FileNotFoundError:
        return Installed(directory)
    except OSError as error:
        return Installed(directory, notes=(f"{directory}: cannot be read: {error.strerror}",))
    packages: list[Package] = []
    broken: list[BrokenPackage] = []
    notes: list[str] = []
    for path in entries:
        match _read_entry(path):
            case Package() as package:
                packages.append(package)
            case BrokenPackage() as package:
                broken.append(package)
                notes.append(str(package.error()))
            case str(note):
                notes.append(f"{path}: {note}")
    return Installed(directory, tuple(packages), tuple(broken), tuple(notes))


def _read_entry(path: Path) -> Package | BrokenPackage | str | None:
    try:
        if path.suffix == ".argosmodel" and path.is_file():
            return f"ignored: not unpacked; install it with `capqa models install {path}`"
        if path.name.startswith("."):
            return None
        if not path.is_dir():
            return "ignored: not a package folder"
        if not (path / "metadata.json").exists():
            return "ignored: no metadata.json in it, so no Argos package"
        return _read_folder(path)
    except OSError as error:
        return BrokenPackage(path, f"cannot be read: {error.strerror}")


def _read_folder(path: Path) -> Package | BrokenPackage | None:
    try:
        metadata = json.loads((path / "metadata.json").read_text(encoding="utf-8"))
    except (ValueError, RecursionError):
        return BrokenPackage(path, "metadata.json is not JSON")
    if not isinstance(metadata, dict):
        return BrokenPackage(path, "metadata.json is not a JSON object")
    if metadata.get("type", "translate") != "translate":
        return None
    source, target = metadata.get("from_code"), metadata.get("to_code")
    if not (isinstance(source, str) and isinstance(target, str) and source and target):
        return BrokenPackage(path, "metadata.json names no from_code and to_code")
    if not (path / "model" / "model.bin").is_file():
        return BrokenPackage(path, "model/model.bin is missing", source, target)
    if not any((path / name).is_file() for name in TOKENIZERS):
        return BrokenPackage(path, f"{TOKENIZERS[0]} is missing", source, target)
    version = str(metadata.get("package_version") or "")
    return Package(path, source, target, version, str(metadata.get("target_prefix") or ""))
