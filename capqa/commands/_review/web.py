"""`capqa review --web`: the same screen in a browser, a process for each page that is open.

Such a process runs the command line it was started with again, and finds in its environment that a
page shows what it draws.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from capqa.commands import _options
from capqa.errors import CapqaError, ConfigurationError
from capqa.visible import visible

if TYPE_CHECKING:
    import argparse

_LOCAL = "127.0.0.1"
_ONLY_WITH_IT = ("host", "port", "token_file")
# Modules are found where this process finds them, not in the folder the pages are in.
_PROGRAM = "import sys; sys.path[:] = {path!r}; from capqa.__main__ import main; sys.exit(main())"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments serving takes."""
    group = parser.add_argument_group("in a browser")
    group.add_argument(
        "--web", action="store_true", help="review in a browser, at the address that is printed"
    )
    group.add_argument(
        "--host",
        metavar="ADDRESS",
        help=f"where to listen (default {_LOCAL}; elsewhere never without a token of yours)",
    )
    group.add_argument(
        "--port", type=int, metavar="NUMBER", help="the port (default 0: any free one)"
    )
    group.add_argument(
        "--token-file",
        type=Path,
        metavar="FILE",
        help="the file with the token for the address (default $CAPQA_TOKEN, else a new one)",
    )


def is_page() -> bool:
    """Return whether this process draws for a page, not for a terminal."""
    return "TEXTUAL_DRIVER" in os.environ and not sys.stdin.isatty()


def verify(options: argparse.Namespace) -> None:
    """Raise CapqaError when options contradict each other or there is nothing to serve with."""
    if not options.web:
        for name in _ONLY_WITH_IT:
            if getattr(options, name) is not None:
                raise ConfigurationError(
                    "is for a browser", where=f"--{name.replace('_', '-')}", mend="add --web"
                )
        return
    if options.plain:
        raise ConfigurationError("has no screen to serve", where="--plain", mend="leave out --web")
    _options.verify_port(options.port or 0)
    if is_page():
        return
    _token(options)
    from importlib.util import find_spec

    for package in ("textual_serve", "aiohttp"):
        if find_spec(package) is None:
            raise CapqaError(
                f"the browser needs {package}", mend="install it with `pip install 'capqa[web]'`"
            )


def run(options: argparse.Namespace, reviewer: str) -> None:
    """Serve until a signal to end comes. Raises CapqaError when that cannot be."""
    import secrets

    from capqa.serving.addresses import is_loopback
    from capqa.serving.options import TOKEN_VARIABLE
    from capqa.tui.web.serving import WebReview, serve

    review = WebReview(
        command=(
            sys.executable,
            "-P",
            "-c",
            _PROGRAM.format(path=sys.path),
            *options.arguments,
        ),
        # What decides need not know the token.
        environment={name: value for name, value in os.environ.items() if name != TOKEN_VARIABLE},
        token=_token(options) or secrets.token_urlsafe(24),
        host=options.host or _LOCAL,
        port=options.port or 0,
    )

    def said(address: str) -> None:
        print(f"Review at {address}")
        if not is_loopback(review.host):
            print("What is sent is not encrypted; through `ssh -L` it is, without --host.")
        told = f"Whoever has this address decides as {visible(reviewer)}. Ctrl-C ends it."
        print(told, flush=True)

    serve(review, said, lambda line: print(f"capqa: {line}", file=sys.stderr))


def _token(options: argparse.Namespace) -> str | None:
    from capqa.serving.addresses import is_loopback
    from capqa.serving.options import TOKEN_VARIABLE, token_from

    token = token_from(options.token_file, os.environ)
    host = options.host or _LOCAL
    if token is None and not is_loopback(host):
        raise ConfigurationError(
            f"without a token of yours nobody is let in from beyond {host}",
            where="--host",
            mend=f"give --token-file or ${TOKEN_VARIABLE}, or listen at {_LOCAL}",
        )
    return token
