"""What `check` knows before a run, and says after it beside the report."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from capqa.errors import CapqaError, ConfigurationError
from capqa.review import DEFAULT_LOG
from capqa.visible import visible

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from capqa.config import Settings
    from capqa.files.inputs import Input
    from capqa.gate.baseline import Baseline
    from capqa.gate.dismissals import Dismissals
    from capqa.gate.gating import Gate
    from capqa.review.store import AnyLog

_MOST_STALE: Final = 5
_REASONS: Final = {
    "comment": "passed over by comments",
    "dismissal": "dismissed in review",
    "baseline": "known",
}
DEFAULT_BASELINE: Final = Path("capqa-baseline.json")
"""Where --update-baseline writes where neither settings nor command line name a file."""


def gate_of(
    options: argparse.Namespace, settings: Settings, engines: tuple[str, ...], log: AnyLog
) -> tuple[Gate, Baseline | None]:
    """Return the gate for a run with the decisions of a log, and the baseline if there is one.

    Raises CapqaError.
    """
    from capqa.gate.gating import Gate

    baseline = None
    if settings.baseline is not None or options.update_baseline:
        from capqa.gate.baseline import Baseline as Known

        path = settings.baseline or DEFAULT_BASELINE
        is_new = options.update_baseline and not path.exists()
        baseline = Known(path) if is_new else Known.read(path)
    dismissals: Dismissals | None = None
    if not isinstance(log, Path) or log.is_file():
        from capqa.gate import dismissals as reading

        try:
            dismissals = reading.Dismissals(log, (Path(), settings.folder))
        except CapqaError as error:
            if log != DEFAULT_LOG:
                raise
            # Then nothing was dismissed, which makes the gate stricter. The memory says so too.
            if "memory" not in engines:
                print(f"capqa: note: {visible(str(error))}", file=sys.stderr)
    gate = Gate(
        settings.fail_on,
        dismissals=dismissals,
        baseline=baseline,
        remembers=options.update_baseline,
    )
    return gate, baseline


def changed(inputs: Iterable[Input], revision: str) -> Iterator[Input]:
    """Pass on the inputs that differ from a revision. Raises CapqaError."""
    from capqa.gate.revisions import changed_since

    names = changed_since(revision, Path.cwd())
    for each in inputs:
        if not isinstance(each, Path) or os.path.realpath(each) in names:
            yield each


def update(gate: Gate, baseline: Baseline, settings: Settings) -> None:
    """Write what was found as what is known from now on. Raises CapqaError."""
    from capqa.gate import baseline as writing

    path = settings.baseline or DEFAULT_BASELINE
    known = baseline.updated(gate.found)
    writing.write(path, known)
    are = "finding is" if len(known) == 1 else "findings are"
    advice = "" if settings.baseline else f'; add baseline = "{path}" to the settings'
    print(f"capqa: {path}: {len(known)} {are} known{advice}", file=sys.stderr)


def print_notes(gate: Gate, baseline: Baseline | None) -> None:
    """Say on standard error what was passed over, and what is known but not there any more."""
    if gate.suppressed:
        said = ", ".join(
            f"{count} {_REASONS[why]}" for why, count in sorted(gate.suppressed.items())
        )
        print(f"capqa: note: not counted: {said}", file=sys.stderr)
    stale = baseline.stale() if baseline is not None else []
    if stale:
        count = f"{len(stale)} known {'finding is' if len(stale) == 1 else 'findings are'}"
        print(
            f"capqa: note: {count} not there any more; forget them with --update-baseline",
            file=sys.stderr,
        )
        for each in stale[:_MOST_STALE]:
            print(f"    {visible(each.file)}: {visible(each.text[:60])}", file=sys.stderr)


def refuse_standard_input(options: argparse.Namespace) -> None:
    """Raise ConfigurationError where standard input has no place in a baseline."""
    if options.update_baseline and "-" in options.paths:
        raise ConfigurationError(
            "standard input cannot be known", where="--update-baseline", mend="name files"
        )
