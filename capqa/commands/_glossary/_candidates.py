"""Looking for entries the glossary lacks, as `capqa glossary suggest` and `review` do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from capqa.review import DEFAULT_LOG

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from capqa.config import Settings
    from capqa.glossary.suggesting.candidate import Candidate
    from capqa.review.store import AnyLog


class FoundCandidates(NamedTuple):
    """What was found, most useful first, how many edits were passed over, and what failed."""

    candidates: list[Candidate]
    passed_over: int
    failed: list[str]


def add_sources(parser: argparse.ArgumentParser) -> None:
    """Add the pages and the decisions to learn from."""
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="pages, or the folder of an audit, to look for unknown words in",
    )
    parser.add_argument(
        "--log",
        metavar="FILE",
        help="the reviewers' decisions to learn from (default those of $CAPQA_SESSION, of the "
        f"session in the settings, or of {DEFAULT_LOG} where there is one)",
    )
    parser.add_argument(
        "--min-count",
        type=int,
        default=2,
        metavar="NUMBER",
        help="propose what was met this often or more (default 2)",
    )


def log_of(options: argparse.Namespace, settings: Settings) -> AnyLog | None:
    """Return the decision log to learn from, None where there is none.

    Raises CapqaError for one that was named and is not there.
    """
    from capqa.review.session_place import log_at, session_place

    log = log_at(session_place(settings, options.log))
    return None if isinstance(log, Path) and not log.is_file() else log


def candidates(
    options: argparse.Namespace, settings: Settings, log: AnyLog | None, language: str | None
) -> FoundCandidates:
    """Return the entries that edits and pages speak for. Raises CapqaError for a log unreadable."""
    from capqa.commands._glossary import _evidence
    from capqa.glossary.suggesting import edits, unknown_words
    from capqa.glossary.suggesting.candidate import ranked

    edited, passed_over = _evidence.edits(log, settings, language) if log else ([], 0)
    failed: list[str] = []
    unknown = _evidence.unknown_words(options.paths, settings, language, failed)
    found = unknown_words.merged(edits.candidates(edited), unknown_words.candidates(unknown))
    return FoundCandidates(ranked(found, options.min_count), passed_over, failed)


def notes(found: Sequence[str], passed_over: int) -> list[str]:
    """Return in a line each what could not be read or used."""
    lines = []
    if found:
        lines.append(f"cannot be read: {', '.join(found)}")
    if passed_over:
        edits = f"{passed_over} edit{'s' * (passed_over > 1)} passed over"
        lines.append(f"{edits}: the language of the text is not known; name it with --lang")
    return lines
