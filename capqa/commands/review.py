"""Accept, edit or dismiss each proposal in a terminal screen; every decision is kept at once.

PATH may be the folder of an audit: then what that found is reviewed, where it can be written.
Decisions are kept in --session, so that an interrupted review goes on where it stopped. Nothing is
written to the pages before you press w. With --plain it asks line by line, for screen readers and
simple terminals; with --export it writes down what was decided, for an audit or another tool.
Exit code 0: done. 2: something could not be read.
"""

from __future__ import annotations

import getpass
import os
import sys
from typing import TYPE_CHECKING

from capqa.commands import _options
from capqa.errors import CapqaError, ConfigurationError
from capqa.review import DEFAULT_LOG

if TYPE_CHECKING:
    import argparse

    from capqa.config import Settings
    from capqa.tui.terms import Terms


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes."""
    _options.add_paths(parser, count="*")
    parser.add_argument(
        "--session",
        default=str(DEFAULT_LOG),
        metavar="FILE",
        help=f"the file that keeps the decisions (default {DEFAULT_LOG}), or a database that a "
        "desk shares, as postgresql://user@server/name",
    )
    parser.add_argument(
        "--reviewer", metavar="NAME", help="who decides (default $CAPQA_REVIEWER or the login name)"
    )
    parser.add_argument("--plain", action="store_true", help="ask line by line, without a screen")
    parser.add_argument(
        "--export",
        metavar="FILE",
        help="write what was decided to a .csv, .json or .tmx file; of the paths, or of all files",
    )
    _options.add_settings(parser)


def run(options: argparse.Namespace) -> int:
    """Check the inputs and review the findings, or export what was decided."""
    if options.export:
        from capqa.commands._review import export

        return export.run(options)
    if not options.paths:
        raise ConfigurationError("nothing to review is named", mend="name a file or a folder")

    from capqa import pipeline
    from capqa.commands._review.items import items_of
    from capqa.commands._review.opening import opened

    settings = _options.settings_of(options)
    failed: list[str] = []
    items = items_of(options, settings, failed)
    if not items:
        print("nothing to review" if not failed else "nothing to review in what could be read")
        return 2 if failed else 0
    if not options.plain and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise CapqaError(
            "the review needs a terminal",
            mend="use --plain, or `capqa check` or `capqa suggest` in scripts",
        )
    reviewer = options.reviewer or _login_name()
    with opened(items, settings, options.session, reviewer) as (session, pairs):
        if options.plain:
            from capqa.commands._review.plain import PlainReview

            PlainReview(session, sys.stdin, sys.stdout).run()
        else:
            from capqa.tui.app import review

            review(session, _terms(settings, reviewer))
    _options.print_notes(pipeline.suggester_for(settings, settings.engines, pairs))
    return 2 if failed else 0


def _terms(settings: Settings, reviewer: str) -> Terms:
    from capqa.glossary.proposals.shelf import shelf_of
    from capqa.tui.terms import Terms

    return Terms(
        settings.target,
        lambda language: shelf_of(
            (language, settings.target), settings.glossaries, settings.folder
        ),
        by=reviewer,
    )


def _login_name() -> str:
    named = os.environ.get("CAPQA_REVIEWER")
    if named:
        return named
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
