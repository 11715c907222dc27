"""Decide on what reviewers have proposed, in a terminal screen; each decision is kept at once.

Proposals lie beside the glossary they are for (house.de-en.proposals.jsonl). Candidates from PATH
and the decision log, as `capqa glossary suggest` finds them, come after them. Scripts use --list,
--approve, --reject and --undo.
Exit code 0: done. 1: no such proposal. 2: could not be done; the files are then as they were.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from capqa import config
from capqa.commands._glossary import _arguments, _candidates, _changes, _printing, _queue
from capqa.errors import CapqaError
from capqa.visible import visible

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from capqa.config import Settings
    from capqa.glossary.proposals.desk import Desk, Pair
    from capqa.glossary.proposals.shelf import Shelf
    from capqa.glossary.suggesting.candidate import Candidate
    from capqa.review.store import AnyLog


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes."""
    _candidates.add_sources(parser)
    _changes.add_file_and_author(parser)
    scripts = parser.add_argument_group("without the screen")
    action = scripts.add_mutually_exclusive_group()
    action.add_argument("--list", action="store_true", help="print what is proposed")
    action.add_argument(
        "--approve", nargs="+", metavar="ID", help="write these to the glossary; --list tells IDs"
    )
    action.add_argument("--reject", nargs="+", metavar="ID", help="reject these")
    action.add_argument("--undo", action="store_true", help="take your latest decision back")
    scripts.add_argument("--reason", default="", metavar="TEXT", help="why they are rejected")
    conflict = scripts.add_mutually_exclusive_group()
    conflict.add_argument(
        "--admit", action="store_true", help="admit their targets beside the preferred ones"
    )
    conflict.add_argument(
        "--replace", action="store_true", help="put their targets in place of the preferred ones"
    )
    scripts.add_argument(
        "--state",
        choices=_queue.STATES,
        default="waiting",
        help="which ones to list (default waiting)",
    )
    _arguments.add_format(scripts)


def run(options: argparse.Namespace) -> int:
    """Open the screen, or do what a script asks, and return the exit code."""
    from capqa.glossary.editing.author import author
    from capqa.glossary.proposals.desk import Desk

    settings = config.overridden(
        config.find(Path.cwd()), target=_arguments.target_language(options)
    )
    in_script = options.list or options.undo or options.approve or options.reject
    if not in_script and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise CapqaError(
            "the glossary review needs a terminal", mend="use --list and --approve in scripts"
        )
    found, another = _shelves(options, settings)
    desk = Desk(found, by=author(options.by), another=another)
    if desk.unreadable:
        count = f"{desk.unreadable} line{'s' * (desk.unreadable > 1)}"
        note = f"{count} of the proposals cannot be read; did a merge leave them?"
        print(f"capqa: note: {note}", file=sys.stderr)
    log = _candidates.log_of(options, settings)
    if not in_script:
        _open(options, settings, desk, log)
        return 0
    if options.undo:
        return _undo(desk)
    failed: list[str] = []
    if log is not None or options.paths:
        language = _arguments.source_language(options)
        looked = _candidates.candidates(options, settings, log, language)
        failed = looked.failed
        desk.offer(looked.candidates, settings.target)
    if options.list:
        _queue.print_queue(desk, settings.target, options.state, options.format)
        return 2 if failed else 0
    return _decide(options, desk)


def _shelves(
    options: argparse.Namespace, settings: Settings
) -> tuple[list[Shelf], Callable[[Pair], Shelf] | None]:
    from capqa.glossary.proposals.shelf import shelf_at, shelf_of, shelves

    configured, folder = settings.glossaries, settings.folder
    language = _arguments.source_language(options)
    if options.file is not None:
        pair, (path, *_) = _changes.files_to_change(options)
        return [shelf_at(path, pair, configured)], None
    if language is not None:
        return [shelf_of((language, settings.target), configured, folder)], None
    return (
        shelves(settings.target, configured, folder),
        lambda pair: shelf_of(pair, configured, folder),
    )


def _open(options: argparse.Namespace, settings: Settings, desk: Desk, log: AnyLog | None) -> None:
    from capqa.tui.glossary.app import maintain

    language = _arguments.source_language(options)

    def look() -> tuple[Sequence[Candidate], str]:
        found = _candidates.candidates(options, settings, log, language)
        return found.candidates, "; ".join(_candidates.notes(found.failed, found.passed_over))

    maintain(desk, settings.target, look if log is not None or options.paths else None)


def _decide(options: argparse.Namespace, desk: Desk) -> int:
    from capqa.glossary.editing.adding import OnConflict

    on_conflict = OnConflict.ADMIT if options.admit else OnConflict.REFUSE
    on_conflict = OnConflict.REPLACE if options.replace else on_conflict
    wanted = options.approve or options.reject
    rows = [_queue.row_of(desk, each) for each in wanted]
    for asked, row in zip(wanted, rows, strict=True):
        if row is None:
            print(f"capqa: nothing proposed has the ID {visible(asked)!r}", file=sys.stderr)
            return 1
    for row in filter(None, rows):
        if options.reject:
            desk.reject(row, options.reason)
            print(visible(f"rejected {row.source} -> {row.target or '?'}"))
            continue
        entry = desk.approve(row, on_conflict=on_conflict)
        print(f"approved {_printing.place(entry)}: {_printing.line(entry)}")
        for note in desk.knowledge(row.pair).surroundings.notes(entry, ()):
            print(f"capqa: note: {visible(note)}", file=sys.stderr)
    return 0


def _undo(desk: Desk) -> int:
    from capqa.glossary.proposals.events import Change

    undone = desk.undo()
    if undone is None:
        print(f"capqa: {visible(desk.by)} has decided nothing to undo", file=sys.stderr)
        return 1
    decision = undone.decision
    what = "a rejection"
    if isinstance(decision, Change):
        what = _changes.described(decision.before, decision.after)
    print(visible(f"took back {what}"))
    return 0
