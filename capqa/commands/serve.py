"""Answer over HTTP: a CMS posts a document and gets its findings.

It listens on this machine only unless told otherwise, and elsewhere never without a token.
Exit code 0: ended by a signal, all that was asked before answered. 2: it could not start.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from capqa.commands import _options
from capqa.errors import CapqaError

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument(
        "--host", default="127.0.0.1", metavar="ADDRESS", help="where to listen (default 127.0.0.1)"
    )
    parser.add_argument(
        "--port",
        type=int,
        default=8377,
        metavar="NUMBER",
        help="the port (default 8377; 0: any free one)",
    )
    parser.add_argument(
        "--token-file",
        type=Path,
        metavar="FILE",
        help="the file with the token that clients must send (default $CAPQA_TOKEN)",
    )
    parser.add_argument(
        "--max-bytes",
        type=int,
        default=10_000_000,
        metavar="NUMBER",
        help="how large a document may be (default 10000000)",
    )
    parser.add_argument(
        "--max-waiting",
        type=int,
        default=64,
        metavar="NUMBER",
        help="how many documents may be on their way or be checked at once (default 64)",
    )
    parser.add_argument(
        "--body-timeout",
        type=float,
        default=30.0,
        metavar="SECONDS",
        help="how long a document may take to arrive (default 30)",
    )
    parser.add_argument(
        "--jobs",
        type=int,
        metavar="NUMBER",
        help="how many processes check (default: one a processor)",
    )
    parser.add_argument(
        "--allow-origin",
        action="append",
        default=[],
        metavar="ORIGIN",
        help="let scripts of pages from here ask: https://cms.example; may be repeated",
    )
    _options.add_session(parser)
    _options.add_settings(parser)


def run(options: argparse.Namespace) -> int:
    """Serve until a signal comes, and return the exit code."""
    _verify(options)
    try:
        import starlette.applications  # noqa: F401
        import uvicorn  # noqa: F401
    except ImportError as error:
        raise CapqaError(
            f"serving needs {error.name}", mend="install it with `pip install 'capqa[serve]'`"
        ) from error
    from capqa import pipeline
    from capqa.gate.forgiving import Forgiven
    from capqa.gate.running import Run, default_jobs
    from capqa.review.session_place import log_at, session_place
    from capqa.serving.checking import Project
    from capqa.serving.listening import serve
    from capqa.serving.options import TOKEN_VARIABLE, ServerOptions, token_from

    settings = _options.settings_of(options)
    place = session_place(settings, options.session)
    pairs = _options.decisions(settings, log_at(place))
    told = ServerOptions(
        host=options.host,
        port=options.port,
        token=token_from(options.token_file, os.environ),
        most_bytes=options.max_bytes,
        most_waiting=options.max_waiting,
        body_seconds=options.body_timeout,
        origins=tuple(options.allow_origin),
    )
    # What checks documents need not know it.
    os.environ.pop(TOKEN_VARIABLE, None)
    checked_with = Run(settings, pipeline.embedded_engines(settings, pairs), pairs)
    project = Project(checked_with, Forgiven(settings, place))
    serve(told, project, jobs=options.jobs or default_jobs())
    return 0


def _verify(options: argparse.Namespace) -> None:
    _options.verify_port(options.port)
    for name in ("max_bytes", "max_waiting", "body_timeout", "jobs"):
        value = getattr(options, name)
        if value is not None and not value > 0:
            raise _options.impossible(
                f"--{name.replace('_', '-')}", value, "choose a number above 0"
            )
    for origin in options.allow_origin:
        scheme, separator, host = origin.partition("://")
        if scheme not in ("http", "https") or not separator or not host or set(host) & set("/*?# "):
            raise _options.impossible("--allow-origin", origin, "write it as https://cms.example")
