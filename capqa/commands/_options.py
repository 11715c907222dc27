"""The arguments several commands share, and the settings they amount to."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from capqa import config
from capqa.errors import ConfigurationError
from capqa.model import Severity
from capqa.review import DEFAULT_LOG
from capqa.visible import visible

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from capqa.config import Settings
    from capqa.files.inputs import Input
    from capqa.pipeline import CheckedFile
    from capqa.review.pairs import DecisionPairs
    from capqa.review.store import AnyLog
    from capqa.translation.suggestions import Suggester

_HIGHEST_PORT = 65_535


def add_paths(parser: argparse.ArgumentParser, *, count: str = "+") -> None:
    """Add the files and folders to work on, and what to pass over in them."""
    parser.add_argument(
        "paths",
        nargs=count,
        metavar="PATH",
        help="a file, a folder to search, or a quoted pattern such as 'pages/**/*.html'",
    )
    parser.add_argument(
        "--exclude",
        action="append",
        default=[],
        metavar="GLOB",
        help="pass over what matches, written as in .gitignore; may be repeated",
    )
    parser.add_argument(
        "--no-ignore",
        action="store_true",
        help="search what .gitignore, .ignore and .capqaignore pass over, too",
    )


def parted_audits(paths: list[str]) -> tuple[list[Path], list[str]]:
    """Return which paths are folders of audits, and the other ones."""
    # As `capqa.audit.folder` calls it, which is not loaded for this: nearly no path is one.
    audits = [path for path in paths if os.path.isfile(os.path.join(path, "audit.json"))]
    return [Path(path) for path in audits], [path for path in paths if path not in audits]


def add_standard_input(parser: argparse.ArgumentParser) -> None:
    """Add the name of what comes on standard input."""
    parser.add_argument(
        "--stdin-filename",
        metavar="NAME",
        help="what to call standard input, the path -; its ending tells the format",
    )


def add_quiet(parser: argparse.ArgumentParser) -> None:
    """Add what keeps standard error quiet."""
    parser.add_argument(
        "--no-progress", action="store_true", help="show no progress, on a terminal either"
    )
    parser.add_argument(
        "-q", "--quiet", action="store_true", help="show neither progress nor notes"
    )


def verify_port(port: int) -> None:
    """Raise ConfigurationError where there is no such port; 0 is any free one."""
    if not 0 <= port <= _HIGHEST_PORT:
        raise impossible("--port", port, f"choose 0 to {_HIGHEST_PORT}")


def impossible(option: str, value: object, mend: str) -> ConfigurationError:
    """Return the error that an option cannot have a value."""
    return ConfigurationError(f"{value} is not possible", where=option, mend=mend)


def inputs_of(options: argparse.Namespace, settings: Settings) -> Iterator[Input]:
    """Return the inputs that the command line means. Raises ConfigurationError."""
    from capqa import pipeline
    from capqa.files.inputs import STANDARD_INPUT, UNNAMED

    stdin_name = getattr(options, "stdin_filename", None)
    if stdin_name is not None and STANDARD_INPUT not in options.paths:
        raise ConfigurationError(
            "standard input is named, but it is not to be read",
            where="--stdin-filename",
            mend="add - to the paths",
        )
    return pipeline.inputs(
        options.paths,
        settings,
        stdin_name=stdin_name or UNNAMED,
        exclude=((Path.cwd(), tuple(options.exclude)),),
        obey_ignore_files=not options.no_ignore,
    )


def add_settings(parser: argparse.ArgumentParser) -> None:
    """Add what overrides the project's settings."""
    group = parser.add_argument_group("settings (override capqa.toml)")
    group.add_argument(
        "--target", metavar="LANGUAGE", help='the language of the pages (default "en")'
    )
    group.add_argument(
        "--min-confidence",
        type=float,
        metavar="NUMBER",
        help="report findings from this confidence on, 0 to 1",
    )
    group.add_argument(
        "--glossary",
        action="append",
        default=[],
        type=Path,
        metavar="PATH",
        help="a glossary file or folder that overrides the shipped ones; may be repeated",
    )


def add_session(parser: argparse.ArgumentParser) -> None:
    """Add where the decisions of reviews are."""
    parser.add_argument(
        "--session",
        metavar="FILE",
        help=f"the file with the decisions of reviews (default $CAPQA_SESSION, session in the "
        f"settings, or {DEFAULT_LOG}), or a database that a desk shares, as "
        "postgresql://user@server/name",
    )


def session_log(options: argparse.Namespace, settings: Settings) -> AnyLog:
    """Return the log of the session that the command line or the settings name, to be read.

    Raises CapqaError for one that was named and is not there.
    """
    from capqa.review.session_place import log_at, session_place

    log = log_at(session_place(settings, getattr(options, "session", None)))
    if not isinstance(log, Path):
        # At once: the memory would make a note of what fails, and go on without.
        log.look()
    return log


def settings_of(options: argparse.Namespace) -> Settings:
    """Return the project's settings with the command line's on top. Raises ConfigurationError."""
    project = config.find(Path.cwd())
    if project.engine_tables:
        from capqa.translation.engine import ENGINES
        from capqa.translation.options import verify

        verify(
            ENGINES,
            {name: dict(values) for name, values in project.engine_tables},
            str(project.file),
        )
    return config.overridden(
        project,
        target=options.target,
        min_confidence=options.min_confidence,
        glossaries=options.glossary,
        fail_on=Severity(fail_on) if (fail_on := getattr(options, "fail_on", None)) else None,
        baseline=getattr(options, "baseline", None),
    )


def decisions(settings: Settings, log: AnyLog) -> DecisionPairs | None:
    """Return what reads the decisions for the memory, None where there are none.

    They are in the log the settings name for the memory, else in the default one, and in ``log``,
    that of the session. Where a decision does not say which language its page is in, it is taken to
    be that of the project, so that a run told otherwise is not offered another one.
    """
    logs = dict.fromkeys((_memory_path(settings) or DEFAULT_LOG, log))
    if not any(not isinstance(each, Path) or each.is_file() for each in logs):
        return None
    from capqa.review.pairs import DecisionPairs

    project = config.find(settings.file.parent) if settings.file else config.Settings()
    return DecisionPairs(tuple(logs), target_language=project.target)


def _memory_path(settings: Settings) -> Path | None:
    values = dict(settings.engine_tables).get("memory")
    if not values:
        return None
    from capqa.translation.options import EngineOptions

    return EngineOptions("memory", dict(values), tuple(dict(values)), settings.folder).path("path")


def print_notes(suggester: Suggester) -> None:
    """Print on standard error which engines failed and what they passed over, a line each."""
    for note in suggester.notes:
        print(f"capqa: {visible(note)}", file=sys.stderr)


def add_color(parser: argparse.ArgumentParser) -> None:
    """Add the choice of colours."""
    parser.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="colour the output (default: on a terminal, unless NO_COLOR is set)",
    )


def color_wanted(options: argparse.Namespace) -> bool:
    """Return whether standard output is to be coloured."""
    if options.color != "auto":
        return bool(options.color == "always")
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout.isatty()


def errors_printed(
    files: Iterable[CheckedFile], failed: list[str], *, notes: bool = True
) -> Iterator[CheckedFile]:
    """Pass files on, their errors and notes printed; keep the names of those that failed."""
    for file in files:
        if file.error:
            failed.append(file.name)
            print(f"capqa: {visible(file.error)}", file=sys.stderr)
        elif file.note and notes:
            print(f"capqa: note: {visible(file.note)}", file=sys.stderr)
        yield file
