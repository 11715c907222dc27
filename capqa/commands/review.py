"""Accept, edit or dismiss each proposal in a terminal screen; every decision is kept at once.

PATH may be the folder of an audit: then what that found is reviewed, where it can be written.
Decisions are kept in the session, and an interrupted review goes on where it stopped. Nothing is
written to the pages before you press w. With --plain it asks line by line, for screen readers and
simple terminals, with --web it serves the screen to a browser on this machine; with --export it
writes down what was decided, for an audit or another tool.
Exit code 0: done. 2: something could not be read.
"""

from __future__ import annotations

import getpass
import os
import sys
from typing import TYPE_CHECKING

from capqa.commands import _options
from capqa.commands._review import web
from capqa.errors import CapqaError, ConfigurationError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from capqa.config import Settings
    from capqa.review.session import ReviewItem
    from capqa.tui.personal import Personal
    from capqa.tui.terms import Terms


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes."""
    _options.add_paths(parser, count="*")
    _options.add_session(parser)
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

    from capqa.commands._review.found import found

    settings = _options.settings_of(options)
    failed: list[str] = []
    items, counted = found(options, settings, failed)
    if not items:
        print("nothing to review" if not failed else "nothing to review in what could be read")
    elif options.web and not web.is_page():
        _serve(options, settings, items)
    else:
        _review(options, settings, items, counted)
    return 2 if failed else 0


def _review(
    options: argparse.Namespace,
    settings: Settings,
    items: Sequence[ReviewItem],
    counted: Sequence[bool],
) -> None:
    from capqa import pipeline
    from capqa.commands._review import telling
    from capqa.commands._review.opening import opened

    personal = None if options.plain else _personal()
    if not (options.plain or web.is_page() or _has_terminal()):
        raise CapqaError(
            "the review needs a terminal",
            mend="use --plain or --web, or `capqa check` or `capqa suggest` in scripts",
        )
    reviewer = options.reviewer or _login_name()
    with opened(items, settings, _address(options, settings), reviewer) as (session, pairs):
        if options.plain:
            from capqa.commands._review.plain import PlainReview

            PlainReview(session, sys.stdin, sys.stdout).run()
        else:
            from capqa.tui.app import review

            review(session, _terms(settings, reviewer), counted=counted, personal=personal)
        if web.is_page():
            print(telling.counts(session))
    _options.print_notes(pipeline.suggester_for(settings, settings.engines, pairs))


def _serve(options: argparse.Namespace, settings: Settings, items: Sequence[ReviewItem]) -> None:
    from capqa.commands._review import telling
    from capqa.commands._review.opening import opened

    # What a page would object to is said here, where it is seen.
    _personal()
    reviewer = options.reviewer or _login_name()
    with opened(items, settings, _address(options, settings), reviewer) as (session, _):
        print(telling.counts(session))
    web.run(options, reviewer)


def _address(options: argparse.Namespace, settings: Settings) -> str:
    from capqa.review.session_place import session_place

    return session_place(settings, options.session).address


def _personal() -> Personal:
    from capqa.tui import personal

    return personal.read()


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
