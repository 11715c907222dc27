"""Mark findings in an editor as you write: a language server on standard input and output.

Exit code 0: the editor ended it. 1: the editor went away. 2: it could not start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.commands import _options
from capqa.errors import CapqaError

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from capqa.config import Settings
    from capqa.review.pairs import DecisionPairs


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes."""
    # Many editors add it; there is nothing else that it could be.
    parser.add_argument("--stdio", action="store_true", help="as always (editors add this)")


def run(options: argparse.Namespace) -> int:
    """Serve an editor and return the exit code."""
    try:
        import pygls.lsp.server  # noqa: F401
    except ImportError as error:
        raise CapqaError(
            f"serving editors needs {error.name}",
            mend="install it with `pip install 'capqa[lsp]'`",
        ) from error
    from capqa.language_server.server import serve

    return serve(_decisions)


def _decisions(settings: Settings, folder: Path) -> DecisionPairs | None:
    from capqa.review.session_place import log_at, session_place

    return _options.decisions(settings, log_at(session_place(settings, folder=folder)))
