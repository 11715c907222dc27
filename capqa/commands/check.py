"""Find what was left untranslated, for people and for the gate.

Exit code 0: nothing found. 1: findings at or above --fail-on. 2: something could not be checked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from capqa import plugins
from capqa.commands import _options
from capqa.commands._check import arguments
from capqa.commands._checked import CheckedInputs

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from capqa.pipeline import CheckedFile
    from capqa.reports import ReportModule


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes."""
    _options.add_paths(parser)
    _options.add_standard_input(parser)
    arguments.add(parser)
    _options.add_color(parser)
    _options.add_quiet(parser)
    _options.add_session(parser)
    _options.add_settings(parser)


def run(options: argparse.Namespace) -> int:
    """Check the inputs, print the report and return the exit code."""
    from capqa import pipeline
    from capqa.commands._check import gate as gating
    from capqa.reports import REQUIRED

    arguments.verify(options)
    gating.refuse_standard_input(options)
    settings = _options.settings_of(options)
    # Loaded first: a run whose report cannot be made must not take its time before it says so.
    report = cast("ReportModule", plugins.load("capqa.reports", options.format, REQUIRED))
    log = _options.session_log(options, settings)
    pairs = _options.decisions(settings, log)
    engines = pipeline.embedded_engines(settings, pairs)
    inputs = CheckedInputs(options, settings, engines, pairs, in_parallel=True)
    gate, baseline = gating.gate_of(options, settings, engines, log)
    mending = inputs.mending
    files: Iterable[CheckedFile] = inputs
    if options.format != "text" or mending is not None:
        files = inputs.with_documents(files)
    if mending is None:
        files = gate.passed(files)
    elif options.diff:
        # Nothing is written, so that what would be mended fails the run.
        files = mending.mended(gate.watched(files))
    else:
        files = gate.passed(mending.mended(gate.undismissed(files)))
    if options.diff:
        found = sum(len(file.findings) for file in files)
    else:
        found = _report(report, inputs.counted(files), inputs, options)
    if mending is not None:
        mending.print_summary()
        inputs.failed += mending.failed
    # The glossary alone never has anything to say, and may not have been asked: results are kept.
    if found and not options.quiet and engines != pipeline.EMBEDDED_ENGINES:
        _options.print_notes(pipeline.suggester_for(settings, engines, pairs))
    if options.update_baseline and baseline is not None:
        gating.update(gate, baseline, settings)
        return 2 if inputs.failed else 0
    inputs.print_not_checked()
    if not options.quiet:
        gating.print_notes(gate, baseline)
    if inputs.failed:
        return 2
    return 1 if gate.has_failed else 0


def _report(
    report: ReportModule,
    files: Iterable[CheckedFile],
    inputs: CheckedInputs,
    options: argparse.Namespace,
) -> int:
    """Print the report of files, and their statistics if wanted; return the number of findings."""
    from capqa.reports import ReportOptions

    statistics = None
    if options.statistics:
        from capqa.reports._statistics import Statistics

        statistics = Statistics()
        files = statistics.counted(files)
    color = options.output is None and _options.color_wanted(options)
    pieces = report.render(files, ReportOptions(color=color))
    if options.output is not None:
        from capqa.commands._check import output

        output.write(options.output, pieces)
    else:
        if options.format != "text":
            from capqa.commands._check import output

            output.use_utf8()
        inputs.print(pieces)
    if statistics is not None:
        inputs.print_beside(statistics.table(), is_report=options.format == "text")
    return inputs.findings
