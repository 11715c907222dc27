"""Find what was left untranslated, for people and for the gate.

Exit code 0: nothing found. 1: findings. 2: something could not be checked.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, cast

from capqa import plugins
from capqa.commands import _options

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from capqa.pipeline import CheckedFile
    from capqa.reports import ReportModule


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes."""
    _options.add_paths(parser)
    parser.add_argument(
        "--format",
        choices=plugins.names("capqa.reports"),
        default="text",
        help="how to print the findings (default text)",
    )
    _options.add_color(parser)
    _options.add_settings(parser)


def run(options: argparse.Namespace) -> int:
    """Check the inputs, print the report and return the exit code."""
    from capqa import pipeline
    from capqa.reports import REQUIRED, ReportOptions

    settings = _options.settings_of(options)
    report = cast("ReportModule", plugins.load("capqa.reports", options.format, REQUIRED))
    failed: list[str] = []
    found: list[int] = []
    pairs = _options.decisions(settings)
    engines = pipeline.embedded_engines(settings, pairs)
    checked = pipeline.check_files(
        pipeline.inputs(options.paths), settings, engines=engines, read_pairs=pairs
    )
    files = _counted(_options.errors_printed(checked, failed), found)
    for piece in report.render(files, ReportOptions(color=_options.color_wanted(options))):
        sys.stdout.write(piece)
    if sum(found):
        _options.print_notes(pipeline.suggester_for(settings, engines, pairs))
    if failed:
        return 2
    return 1 if sum(found) else 0


def _counted(files: Iterable[CheckedFile], found: list[int]) -> Iterator[CheckedFile]:
    for file in files:
        found.append(len(file.findings))
        yield file
