"""Propose what findings should say, with every word's origin.

Asks all engines, an installed translation model included; `capqa check` asks only those without.
Exit code 0: done. 2: something could not be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.commands import _options
from capqa.commands._checked import CheckedInputs

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes."""
    _options.add_paths(parser)
    _options.add_standard_input(parser)
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="how to print (default text)"
    )
    _options.add_color(parser)
    _options.add_quiet(parser)
    _options.add_settings(parser)


def run(options: argparse.Namespace) -> int:
    """Check the inputs, print each finding with its suggestion in full, return the exit code."""
    from capqa import pipeline
    from capqa.reports import ReportOptions, json, text

    settings = _options.settings_of(options)
    pairs = _options.decisions(settings, _options.session_log(options, settings))
    files = CheckedInputs(options, settings, None, pairs)
    render = json.render if options.format == "json" else text.render
    look = ReportOptions(color=_options.color_wanted(options), details=True)
    files.print(render(files, look))
    files.print_not_checked()
    if not options.quiet:
        _options.print_notes(pipeline.suggester_for(settings, settings.engines, pairs))
    return 2 if files.failed else 0
