"""Audit an archive: millions of records to findings in Parquet and a summary, to go on if stopped.

INPUT is JSON lines (also .gz, .bz2, .xz, .zst), Parquet, WARC, or folders of these and of pages.
DIR gets findings/*.parquet, summary.html, summary.json and corrupt.jsonl; what was done stays done.
Exit code 0: audited, whatever was found. 2: something could not be audited.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from capqa.commands import _options
from capqa.commands._audit import arguments

if TYPE_CHECKING:
    import argparse

    from capqa.audit.folder import AuditFolder
    from capqa.audit.running import Audit
    from capqa.audit.summary.content import Summary
    from capqa.commands._audit.progress import AuditProgress


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes."""
    _options.add_paths(parser)
    arguments.add(parser)
    _options.add_quiet(parser)
    _options.add_settings(parser)


def run(options: argparse.Namespace) -> int:
    """Audit the inputs, write the summary and return the exit code."""
    from capqa.audit.folder import AuditFolder
    from capqa.audit.running import Audit, alone_in
    from capqa.commands._audit.progress import AuditProgress

    arguments.verify(options)
    choices = arguments.choices_of(options, _options.settings_of(options))
    folder = AuditFolder(options.out)
    quiet = options.quiet or options.no_progress
    progress = None if quiet or not sys.stderr.isatty() else AuditProgress(sys.stderr)
    with alone_in(folder):
        try:
            return _audited(options, folder, Audit(folder, choices), progress)
        finally:
            if progress is not None:
                progress.clear()


def _audited(
    options: argparse.Namespace, folder: AuditFolder, audit: Audit, progress: AuditProgress | None
) -> int:
    from capqa.audit.engines import EngineOptions
    from capqa.audit.inputs import found
    from capqa.commands._audit import outcome
    from capqa.gate.running import default_jobs

    if progress is not None:
        progress.planning()
    inputs = found(
        options.paths,
        audit.choices,
        exclude=((Path.cwd(), tuple(options.exclude)),),
        obey_ignore_files=not options.no_ignore,
    )
    planned = audit.plan(inputs, options.paths, restart=options.restart)
    if progress is not None:
        progress.clear()
    if not options.quiet:
        outcome.print_plan(planned)
    if progress is not None:
        progress.planned(planned)
    errors: list[str] = []
    engine = EngineOptions(options.jobs or default_jobs(), options.scheduler)
    for each in audit.run(options.engine, engine):
        if each.error:
            errors.append(each.error)
        if progress is not None:
            progress.noted(each)
    if progress is not None:
        progress.summing_up()
    summary = audit.sum_up()
    _write_report(folder, summary)
    if progress is not None:
        progress.clear()
    errors = [*summary.errors, *errors]
    errors += [
        f"{path}: no texts were found; name fields with --text" for path in summary.silent_inputs
    ]
    if not summary.texts and not errors:
        errors.append("no texts were found in any input; name fields with --text")
    outcome.print_errors(errors)
    for line in outcome.lines(summary, folder):
        print(line)
    return 2 if errors or summary.missing else 0


def _write_report(folder: AuditFolder, summary: Summary) -> None:
    from capqa.commands._check import output
    from capqa.reports._audit.page import render

    output.write(folder.report, render(summary))
