"""Mark findings as meant: with lang= in the page, in the place of a translation.

Name the places as the report does: page.html:11, or page.html for all its findings. Screen readers
then speak the words right, and no check reports them again.
Exit code 0: marked. 1: no finding there. 2: something could not be marked; other files are.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from capqa.commands import _options
from capqa.errors import CapqaError, ConflictError
from capqa.visible import visible

if TYPE_CHECKING:
    import argparse

    from capqa.config import Settings
    from capqa.model import Document, Finding

_PLACE = re.compile(r"(.+?):(\d{1,9})(?::(\d{1,9}))?", re.DOTALL)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument(
        "places", nargs="+", metavar="FILE[:LINE[:COLUMN]]", help="where the findings are"
    )
    _options.add_settings(parser)


def run(options: argparse.Namespace) -> int:
    """Mark the findings at the places, file by file."""
    settings = _options.settings_of(options)
    wanted: dict[str, list[tuple[int, int]]] = {}
    for place in options.places:
        name, line, column = _parsed(place)
        wanted.setdefault(name, []).append((line, column))
    marked = 0
    failed: list[CapqaError] = []
    for name, places in wanted.items():
        try:
            marked += _mark(Path(name), places, settings, failed)
        except CapqaError as error:
            failed.append(error)
    for each in failed:
        print(f"capqa: {visible(str(each))}", file=sys.stderr)
    print(f"marked {marked} {'finding' if marked == 1 else 'findings'}")
    if failed:
        return 2
    return 0 if marked else 1


def _parsed(place: str) -> tuple[str, int, int]:
    found = _PLACE.fullmatch(place)
    # A file may truly be called so.
    if found is None or Path(place).exists():
        return place, 0, 0
    return found[1], int(found[2]), int(found[3] or 0)


def _mark(
    path: Path, places: list[tuple[int, int]], settings: Settings, failed: list[CapqaError]
) -> int:
    from capqa import pipeline
    from capqa.files import atomic
    from capqa.formats import _choosing

    first = document = pipeline.read(path, settings)
    mark = getattr(_choosing.named(document.format), "mark_language", None)
    if mark is None:
        raise CapqaError(
            f"{document.format} files cannot say that a passage is in another language",
            where=str(path),
            mend="use an inline comment, `allow` in the settings, or a baseline",
        )
    count = 0
    # From the end, so that the places before stay what they were.
    for finding in reversed(_findings(document, places, settings)):
        try:
            data = mark(document, finding.segment, finding.span, finding.language)
        except ConflictError as error:
            failed.append(error)
            continue
        document = _choosing.reread(document, data)
        count += 1
    if document is not first:
        atomic.replace(path, document.data, expected=first.data)
    return count


def _findings(
    document: Document, places: list[tuple[int, int]], settings: Settings
) -> list[Finding]:
    from capqa import pipeline

    return [
        finding
        for finding in pipeline.check(document, settings)
        if finding.rule == pipeline.UNTRANSLATED
        and any(
            line in (0, finding.line) and column in (0, finding.column) for line, column in places
        )
    ]
