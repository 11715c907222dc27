"""Accept, edit or dismiss each proposal in a terminal screen; every decision is kept at once.

Decisions are kept in --session, so that an interrupted review goes on where it stopped. Nothing is
written to the pages before you press w.
Exit code 0: done. 2: something could not be read.
"""

from __future__ import annotations

import getpass
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from capqa.commands import _options
from capqa.errors import CapqaError
from capqa.review import DEFAULT_LOG

if TYPE_CHECKING:
    import argparse

    from capqa.config import Settings
    from capqa.model import Suggestion
    from capqa.review.pairs import DecisionPairs
    from capqa.review.session import ReviewItem


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes."""
    _options.add_paths(parser)
    parser.add_argument(
        "--session",
        type=Path,
        default=DEFAULT_LOG,
        metavar="FILE",
        help=f"the file that keeps the decisions (default {DEFAULT_LOG})",
    )
    parser.add_argument(
        "--reviewer", metavar="NAME", help="who decides (default $CAPQA_REVIEWER or the login name)"
    )
    _options.add_settings(parser)


def run(options: argparse.Namespace) -> int:
    """Check the inputs and open the review screen on the findings."""
    from capqa import pipeline
    from capqa.review.log import DecisionLog
    from capqa.review.session import ReviewItem, Session

    settings = _options.settings_of(options)
    failed: list[str] = []
    checked = pipeline.check_files(
        _options.inputs_of(options, settings), settings, engines=(), writable=True
    )
    items = [
        ReviewItem(finding, file.document, Path(file.name))
        for file in _options.errors_printed(checked, failed)
        if file.document is not None
        for finding in file.findings
    ]
    if not items:
        print("nothing to review" if not failed else "nothing to review in what could be read")
        return 2 if failed else 0
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise CapqaError(
            "the review needs a terminal", mend="use `capqa check` or `capqa suggest` in scripts"
        )

    from capqa.glossary.proposals.shelf import shelf_of
    from capqa.tui.app import review
    from capqa.tui.terms import Terms

    reviewer = options.reviewer or _login_name()
    terms = Terms(
        settings.target,
        lambda language: shelf_of(
            (language, settings.target), settings.glossaries, settings.folder
        ),
        by=reviewer,
    )
    pairs = _options.decisions(settings, options.session)
    log = DecisionLog(options.session)
    try:
        session = Session(
            items,
            log,
            reviewer=reviewer,
            suggest=lambda item: _suggestion(item, settings, pairs),
        )
        review(session, terms)
    finally:
        log.close()
    _options.print_notes(pipeline.suggester_for(settings, settings.engines, pairs))
    return 2 if failed else 0


def _suggestion(
    item: ReviewItem, settings: Settings, pairs: DecisionPairs | None
) -> Suggestion | None:
    from capqa import pipeline

    return pipeline.suggest(item.document, (item.finding,), settings, read_pairs=pairs)[0]


def _login_name() -> str:
    named = os.environ.get("CAPQA_REVIEWER")
    if named:
        return named
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
