"""Show, install and remove the translation models of Argos Translate.

A model is installed from an .argosmodel file, which needs no network, or by its languages, which
downloads it. capqa never downloads anything else, and nothing without being told to.
Exit code 0: done. 2: could not be done; the models are then as they were.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from capqa.commands._progress import ProgressLine, in_bytes
from capqa.errors import ConfigurationError
from capqa.visible import visible

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from capqa.translation.argos.packages import Package
    from capqa.translation.packages.inventory import InstalledPackage, Inventory

_PAIR = re.compile(r"([a-z]{2,3})-([a-z]{2,3})")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes."""
    actions = parser.add_subparsers(title="actions", metavar="ACTION", dest="action", required=True)
    install = actions.add_parser(
        "install",
        help="install a model from a file, or download it by its languages",
        description="capqa models install FILE.argosmodel, or capqa models install de en",
        allow_abbrev=False,
    )
    install.add_argument(
        "what", nargs="+", metavar="FILE|LANGUAGE", help="a file, or two language codes: de en"
    )
    listing = actions.add_parser(
        "list", help="show the installed models and what is amiss", allow_abbrev=False
    )
    path = actions.add_parser("path", help="print the folder the models are in", allow_abbrev=False)
    remove = actions.add_parser("remove", help="remove a model", allow_abbrev=False)
    remove.add_argument("name", metavar="PAIR", help="its languages (de-en), or its folder's name")
    for each in (install, listing, path, remove):
        each.add_argument("--format", choices=("text", "json"), default="text", help="how to print")


def run(options: argparse.Namespace) -> int:
    """Do what was asked and return the exit code."""
    from capqa.translation.argos.settings import packages_directory

    directory = packages_directory().absolute()
    if options.action == "list":
        _list(directory, options.format)
    elif options.action == "path":
        _print(str(directory), {"directory": str(directory)}, options.format)
    elif options.action == "remove":
        _remove(directory, options.name, options.format)
    else:
        _install(directory, options.what, options.format)
    return 0


def _list(directory: Path, form: str) -> None:
    from capqa.translation.packages import inventory

    found = inventory.read(directory)
    content = {
        "directory": str(directory),
        "packages": [
            {**_content(each.package), "bytes": each.size, "used": each.used}
            for each in found.packages
        ],
        "problems": list(found.problems),
    }
    _print("\n".join(_lines(found)), content, form)


def _lines(found: Inventory) -> Iterator[str]:
    if not found.packages:
        yield f"no models in {visible(str(found.directory))}"
        yield "install one with `capqa models install FILE` or `capqa models install de en`"
    rows = [_row(each) for each in found.packages]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        yield "  ".join(cells).rstrip()
    for problem in found.problems:
        yield f"problem: {visible(problem)}"


def _row(each: InstalledPackage) -> tuple[str, ...]:
    note = "" if each.used else "not used: there is a newer one"
    cells = (each.pair, each.package.version, in_bytes(each.size), each.package.path.name, note)
    return tuple(map(visible, cells))


def _remove(directory: Path, name: str, form: str) -> None:
    from capqa.translation.packages import inventory

    path = inventory.remove(directory, name)
    _print(f"removed {visible(str(path))}", {"removed": str(path)}, form)


def _install(directory: Path, what: list[str], form: str) -> None:
    from capqa.translation.packages.installing import install

    languages = _languages(what)
    if languages:
        _install_by_name(directory, *languages, form)
        return
    if len(what) > 1 or not Path(what[0]).exists():
        raise ConfigurationError(
            f"neither a file nor two language codes: {' '.join(what)!r}",
            where="command line",
            mend='name an .argosmodel file, or two codes such as "de en"',
        )
    done = install(Path(what[0]), directory)
    _tell("reinstalled" if done.replaced else "installed", done.package, form)


def _languages(what: list[str]) -> tuple[str, str] | None:
    if Path(what[0]).exists():
        return None
    found = _PAIR.fullmatch("-".join(what))
    return (found[1], found[2]) if found else None


def _install_by_name(directory: Path, source: str, target: str, form: str) -> None:
    from capqa.translation.argos import packages
    from capqa.translation.packages import index
    from capqa.translation.packages.downloading import download

    offer = index.choose(index.offers(index.address()), source, target)
    for package in packages.read(directory).packages:
        same = (package.source, package.target, package.version) == (source, target, offer.version)
        if same:
            _tell("already installed", package, form)
            return
    with ProgressLine(f"{source}-{target} {offer.version}", sys.stderr) as progress:
        done = download(offer, directory, progress)
    _tell("reinstalled" if done.replaced else "installed", done.package, form)


def _tell(outcome: str, package: Package, form: str) -> None:
    named = visible(f"{package.source}-{package.target} {package.version}".strip())
    _print(
        f"{outcome}: {named} in {visible(str(package.path))}",
        {"outcome": outcome, **_content(package)},
        form,
    )


def _content(package: Package) -> dict[str, Any]:
    return {
        "source": package.source,
        "target": package.target,
        "version": package.version,
        "folder": str(package.path),
    }


def _print(text: str, content: dict[str, Any], form: str) -> None:
    if form == "json":
        import json

        text = json.dumps(content, indent=2, ensure_ascii=False)
    print(text)
