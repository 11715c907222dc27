"""Find what was left untranslated, for people and for the gate.

Exit code 0: nothing found. 1: findings. 2: something could not be checked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from capqa import plugins
from capqa.commands import _options
from capqa.commands._checked import CheckedInputs

if TYPE_CHECKING:
    import argparse

    from capqa.reports import ReportModule


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes."""
    _options.add_paths(parser)
    _options.add_standard_input(parser)
    parser.add_argument(
        "--format",
        choices=plugins.names("capqa.reports"),
        default="text",
        help="how to print the findings (default text)",
    )
    _options.add_color(parser)
    _options.add_quiet(parser)
    _options.add_settings(parser)


def run(options: argparse.Namespace) -> int:
    """Check the inputs, print the report and return the exit code."""
    from capqa import pipeline
    from capqa.reports import REQUIRED, ReportOptions

    settings = _options.settings_of(options)
    report = cast("ReportModule", plugins.load("capqa.reports", options.format, REQUIRED))
    pairs = _options.decisions(settings)
    engines = pipeline.embedded_engines(settings, pairs)
    files = CheckedInputs(options, settings, engines, pairs)
    files.print(report.render(files, ReportOptions(color=_options.color_wanted(options))))
    if files.findings and not options.quiet:
        _options.print_notes(pipeline.suggester_for(settings, engines, pairs))
    if files.failed:
        return 2
    return 1 if files.findings else 0
