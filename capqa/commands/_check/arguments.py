"""The arguments of `check` beyond those that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from capqa import plugins
from capqa.errors import ConfigurationError
from capqa.model import Severity

if TYPE_CHECKING:
    import argparse


def add(parser: argparse.ArgumentParser) -> None:
    """Add how to print, what to pass over, what to mend, and how to go about it."""
    report = parser.add_argument_group("report")
    report.add_argument(
        "--format",
        choices=plugins.names("capqa.reports"),
        default="text",
        help="how to print the findings (default text)",
    )
    report.add_argument(
        "--output", type=Path, metavar="FILE", help="write the report there, not on standard output"
    )
    report.add_argument(
        "--statistics", action="store_true", help="count the findings by rule, language and file"
    )
    gate = parser.add_argument_group("gate")
    gate.add_argument(
        "--fail-on",
        choices=[severity.value for severity in Severity],
        help="the severity from which on findings give exit code 1 (default warning)",
    )
    gate.add_argument(
        "--baseline", type=Path, metavar="FILE", help="pass over the findings known there"
    )
    gate.add_argument(
        "--update-baseline",
        action="store_true",
        help="make what is found now what is known",
    )
    gate.add_argument(
        "--changed-since", metavar="REV", help="check only what differs from a Git revision"
    )
    mending = parser.add_argument_group("mending").add_mutually_exclusive_group()
    mending.add_argument(
        "--fix",
        action="store_true",
        help="write what is certain: decided before, or the glossary's",
    )
    mending.add_argument(
        "--diff", action="store_true", help="show what --fix would write, and write nothing"
    )
    speed = parser.add_argument_group("speed")
    speed.add_argument(
        "--jobs", type=int, metavar="N", help="processes at work (default one a processor)"
    )
    speed.add_argument(
        "--no-cache", action="store_true", help="check again what an earlier run has checked"
    )


def verify(options: argparse.Namespace) -> None:
    """Raise ConfigurationError for what argparse cannot know to be impossible."""
    if options.jobs is not None and options.jobs < 1:
        raise ConfigurationError(
            f"{options.jobs} jobs cannot check anything", where="--jobs", mend="give 1 or more"
        )
    mends = options.fix or options.diff
    if mends and "-" in options.paths:
        raise ConfigurationError(
            "standard input cannot be mended",
            where="--fix" if options.fix else "--diff",
            mend="name files",
        )
    if options.diff and (options.output or options.statistics or options.format != "text"):
        raise ConfigurationError(
            "prints a diff, which is no report",
            where="--diff",
            mend="leave --format, --output and --statistics out",
        )
