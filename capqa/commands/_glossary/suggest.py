"""Propose entries the glossary lacks: what reviewers wrote, and words it does not know.

What reviewers wrote is compared with what capqa proposes today, so that an entry once added is not
proposed again. Nothing is written.
Exit code 0: done. 2: something could not be read.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from capqa.commands import _options
from capqa.commands._glossary import _arguments, _candidates
from capqa.commands._glossary._json import dumped
from capqa.commands._glossary._printing import shown_example
from capqa.errors import ConfigurationError
from capqa.visible import visible

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from capqa.glossary.suggesting.candidate import Candidate

VERSION = 1
"""The version of the JSON's shape; it grows when a reader of the old shape would fail."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes."""
    _candidates.add_sources(parser)
    parser.add_argument(
        "--lang",
        metavar="LANGUAGE",
        help="propose entries of this source language only, such as de",
    )
    _arguments.add_format(parser)
    _options.add_settings(parser)


def run(options: argparse.Namespace) -> int:
    """Print the proposed entries, most useful first, and return the exit code."""
    settings = _options.settings_of(options)
    language = _arguments.source_language(options)
    log = _candidates.log_of(options, settings)
    if log is None and not options.paths:
        raise ConfigurationError(
            "nothing to learn from", mend="name pages, or a decision log with --log"
        )
    found, passed_over, failed = _candidates.candidates(options, settings, log, language)
    for note in _candidates.notes((), passed_over):
        print(f"capqa: note: {note}", file=sys.stderr)
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
        yield f"    {shown_example(each.examples[0])}"


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
