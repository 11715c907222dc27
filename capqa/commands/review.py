"""Accept, edit or dismiss each proposal in a terminal screen; every decision is kept at once.

Decisions are kept in --session, so that an interrupted review goes on where it stopped. Nothing is
written to the pages before you press w. With --plain it asks line by line, for screen readers and
simple terminals, with --web it serves the screen to a browser on this machine; with --export it
writes down what was decided, for an audit or another tool.
Exit code 0: done. 2: something could not be read.
"""

from __future__ import annotations

import getpass
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from capqa.commands import _options
from capqa.commands._review import web
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
    web.add_arguments(parser)
    _options.add_settings(parser)


def run(options: argparse.Namespace) -> int:
    """Check the inputs and review the findings, or export what was decided."""
    if options.export:
        from capqa.commands._review import export

        return export.run(options)
    web.verify(options)
    if not options.paths:
        raise ConfigurationError("nothing to review is named", mend="name a file or a folder")

    from capqa import pipeline
    from capqa.commands._review import telling
    from capqa.commands._review.opening import opened
    from capqa.review.session import ReviewItem

    settings = _options.settings_of(options)
    failed: list[str] = []
    checked = pipeline.check_files(
        _options.inputs_of(options, settings), settings, engines=(), writable=True
    )
    items = [
        ReviewItem(finding, file.document, Path(file.name), settings.for_file(file.name).target)
        for file in _options.errors_printed(checked, failed)
        if file.document is not None
        for finding in file.findings
    ]
    if not items:
        print("nothing to review" if not failed else "nothing to review in what could be read")
        return 2 if failed else 0
    served = options.web and not web.is_page()
    if not (options.plain or served or web.is_page() or _has_terminal()):
        raise CapqaError(
            "the review needs a terminal",
            mend="use --plain or --web, or `capqa check` or `capqa suggest` in scripts",
        )
    reviewer = options.reviewer or _login_name()
    with opened(items, settings, options.session, reviewer) as (session, pairs):
        if options.plain:
            from capqa.commands._review.plain import PlainReview

            PlainReview(session, sys.stdin, sys.stdout).run()
        elif not served:
            from capqa.tui.app import review

            review(session, _terms(settings, reviewer))
        if served or web.is_page():
            print(telling.counts(session))
    if served:
        web.run(options, reviewer)
        return 2 if failed else 0
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


def _has_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _login_name() -> str:
    named = os.environ.get("CAPQA_REVIEWER")
    if named:
        return named
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
