"""Checking a document that was sent, as the processes do that a server has for it."""

from __future__ import annotations

import signal
import traceback
from http import HTTPStatus
from typing import TYPE_CHECKING, NamedTuple

from capqa import config, pipeline
from capqa.errors import CapqaError, ConfigurationError, UnreadableError
from capqa.gate.children import end_with_parent
from capqa.reports import ReportOptions, json

if TYPE_CHECKING:
    from capqa.gate.forgiving import Forgiven
    from capqa.gate.running import Run
    from capqa.serving.submissions import Submission

_WARMING = b"Irak | Befreiungsaktion Mossul\nImage: AFP\n"


class Outcome(NamedTuple):
    """What became of a document: the report for 200, else one line saying what is wrong.

    ``logged`` is what only the server's operator is told.
    """

    status: HTTPStatus
    body: str
    logged: str = ""


class Project(NamedTuple):
    """How documents are checked, and what is passed over in them."""

    run: Run
    forgiven: Forgiven


def check(submitted: Submission, project: Project) -> Outcome:
    """Return the report on a document, or why there is none. Raises nothing."""
    run, forgiven = project
    try:
        # Before the check: what was decided counts for proposals, too.
        forgiven.look()
    except CapqaError as error:
        what = "what the gate passes over cannot be read; see the server's log"
        return Outcome(HTTPStatus.SERVICE_UNAVAILABLE, what, str(error))
    try:
        settings = config.overridden(
            run.settings,
            target=submitted.target,
            min_confidence=submitted.min_confidence,
        )
        if submitted.target is not None:
            # Nothing may be known of this language.
            pipeline.detector_for(settings)
    except ConfigurationError as error:
        return Outcome(HTTPStatus.BAD_REQUEST, _without_place(error))
    try:
        document = pipeline.read_data(submitted.data, submitted.name, settings)
        file = pipeline.check_document(
            document, settings, engines=run.engines, read_pairs=run.read_pairs
        )
        left = forgiven.left(file, is_marked=submitted.is_marked)
        return Outcome(HTTPStatus.OK, "".join(json.render([left], ReportOptions())))
    except UnreadableError as error:
        return Outcome(HTTPStatus.UNPROCESSABLE_ENTITY, str(error))
    except CapqaError as error:
        what = "the server's settings are broken; see its log"
        return Outcome(HTTPStatus.INTERNAL_SERVER_ERROR, what, str(error))
    except Exception as error:
        what = "a defect in capqa; see the server's log"
        return Outcome(HTTPStatus.INTERNAL_SERVER_ERROR, what, defect(error))


def defect(error: BaseException) -> str:
    """Return one line on an error that should not be, and where it is."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "somewhere"
    return f"a defect in capqa, at {place}: {type(error).__name__}: {error}"


def warm(project: Project) -> None:
    """Load what checking needs.

    Raises CapqaError for broken settings, plugins and glossaries, and for a baseline or a log of
    decisions that cannot be read.
    """
    run, forgiven = project
    forgiven.look()
    document = pipeline.read_data(_WARMING, "document.txt", run.settings)
    pipeline.check_document(document, run.settings, engines=run.engines, read_pairs=run.read_pairs)


_projects: list[Project] = []


def start_process(project: Project) -> None:
    """Prepare a process that checks."""
    # It ends when the server does, which finishes what it has first: whoever signals the group
    # means that.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    end_with_parent()
    _projects[:] = [project]


def check_in_process(submitted: Submission) -> Outcome:
    """Check a document in a process that `start_process` has prepared."""
    (project,) = _projects
    return check(submitted, project)


def _without_place(error: ConfigurationError) -> str:
    return f"{error.what}; {error.mend}" if error.mend else error.what
