"""Propose entries the glossary lacks: what reviewers wrote, and words it does not know.

What reviewers wrote is compared with what capqa proposes today, so that an entry once added is not
proposed again. Nothing is written.
Exit code 0: done. 2: something could not be read.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from capqa.commands import _options
from capqa.commands._glossary import _arguments
from capqa.commands._glossary._json import dumped
from capqa.errors import ConfigurationError
from capqa.review import DEFAULT_LOG
from capqa.visible import visible

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from capqa.glossary.suggesting.candidate import Candidate, Example

VERSION = 1
"""The version of the JSON's shape; it grows when a reader of the old shape would fail."""

_LONGEST_SHOWN = 160


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="pages to look for unknown words in"
    )
    parser.add_argument(
        "--log",
        type=Path,
        metavar="FILE",
        help=f"the reviewers' decisions to learn from (default {DEFAULT_LOG}, where there is one)",
    )
    parser.add_argument(
        "--lang",
        metavar="LANGUAGE",
        help="propose entries of this source language only, such as de",
    )
    parser.add_argument(
        "--min-count",
        type=int,
        default=2,
        metavar="NUMBER",
        help="propose what was met this often or more (default 2)",
    )
    _arguments.add_format(parser)
    _options.add_settings(parser)


def run(options: argparse.Namespace) -> int:
    """Print the proposed entries, most useful first, and return the exit code."""
    from capqa.commands._glossary import _evidence
    from capqa.glossary.suggesting import edits, unknown_words
    from capqa.glossary.suggesting.candidate import ranked

    settings = _options.settings_of(options)
    language = _arguments.source_language(options)
    log = _log(options)
    edited, passed_over = _evidence.edits(log, settings, language) if log else ([], 0)
    if passed_over:
        print(f"capqa: note: {_passed_over(passed_over)}", file=sys.stderr)
    failed: list[str] = []
    unknown = list(_evidence.unknown_words(options.paths, settings, language, failed))
    found = ranked(
        unknown_words.merged(edits.candidates(edited), unknown_words.candidates(unknown)),
        options.min_count,
    )
    if options.format == "json":
        content = {
            "version": VERSION,
            "target_language": settings.target,
            "candidates": list(map(_content, found)),
        }
        print(dumped(content))
    else:
        for line in _lines(found):
            print(visible(line))
    return 2 if failed else 0


def _log(options: argparse.Namespace) -> Path | None:
    log: Path | None = options.log
    if log is not None and not log.is_file():
        raise ConfigurationError("no such decision log", where=str(log), mend="correct the path")
    if log is None and DEFAULT_LOG.is_file():
        log = DEFAULT_LOG
    if log is None and not options.paths:
        raise ConfigurationError(
            "nothing to learn from", mend="name pages, or a decision log with --log"
        )
    return log


def _passed_over(count: int) -> str:
    which = f"{count} edit{'s' * (count > 1)} passed over"
    return f"{which}: the language of the text is not known; name it with --lang"


def _lines(found: Sequence[Candidate]) -> Iterator[str]:
    if not found:
        yield "nothing to suggest"
    for each in found:
        facts = [each.language]
        if each.edits:
            facts.append(f"{each.edits} edit{'s' * (each.edits > 1)}")
        if each.seen:
            facts.append(f"unknown in {each.seen} place{'s' * (each.seen > 1)}")
        if each.replaced:
            facts.append(f"instead of {', '.join(map(repr, each.replaced))}")
        yield f"{each.source} -> {each.target or '?'}  ({'; '.join(facts)})"
        yield f"    {_shown(each.examples[0])}"


def _shown(example: Example) -> str:
    place = f"{example.path}:{example.line}" if example.line else example.path
    line = f"{place}: {_short(example.text)}"
    return f"{line} -> {_short(example.written)}" if example.written else line


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 1] + "…"


def _content(candidate: Candidate) -> dict[str, Any]:
    return {
        "source": candidate.source,
        "target": candidate.target or None,
        "status": candidate.status.value if candidate.target else None,
        "language": candidate.language,
        "edits": candidate.edits,
        "seen": candidate.seen,
        "replaced": list(candidate.replaced),
        "examples": [
            {
                "path": each.path,
                "line": each.line or None,
                "text": each.text,
                "written": each.written or None,
            }
            for each in candidate.examples
        ],
    }
