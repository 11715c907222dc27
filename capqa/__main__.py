"""The command line: ``capqa COMMAND``, each command a module of `capqa.commands`."""

from __future__ import annotations

import argparse
import errno
import gc
import os
import sys
from typing import TYPE_CHECKING, cast

from capqa import __version__, plugins
from capqa.commands import REQUIRED
from capqa.errors import CapqaError
from capqa.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.commands import CommandModule

DESCRIPTION = "Finds what was left untranslated on finished pages and proposes the mended text."
INTERRUPTED = 130
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)

_OBJECTS_BETWEEN_COLLECTIONS = 50_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code: 0 fine, 1 findings, 2 could not do it."""
    # Classes and tables stay; looking for garbage among them takes 4 ms of a check of one page.
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            # It was closed before we started; nobody wants to know, but the exit code.
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
        # A terminal in another encoding shows what it lacks escaped rather than failing midway.
        getattr(sys, name).reconfigure(errors="backslashreplace")
    try:
        arguments = sys.argv[1:] if arguments is None else arguments
        options = _parser(arguments).parse_args(arguments)
        options.arguments = tuple(arguments)
        command = cast("CommandModule", options.command)
        code = command.run(options)
        sys.stdout.flush()
    except CapqaError as error:
        sys.stdout.flush()
        print(f"capqa: {visible(str(error))}", file=sys.stderr)  # noqa: T201 - the error itself
        return 2
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader (head, a pager) has seen enough; Python must not complain when it closes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    except OSError as error:
        if error.errno not in _FULL or error.filename is not None:
            return _told(error)
        print(f"capqa: cannot be printed: {error.strerror}", file=sys.stderr)  # noqa: T201
        # Python would try again when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    except Exception as error:
        return _told(error)
    return code


def _told(error: Exception) -> int:
    if os.environ.get("CAPQA_TRACEBACK"):
        raise error
    # Python's own exit code for this is 1, which the gate would read as findings.
    print(f"capqa: {_defect(error)}", file=sys.stderr)  # noqa: T201 - the error itself
    return 2


def _defect(error: Exception) -> str:
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    place = f"{frame.tb_frame.f_code.co_filename}:{frame.tb_lineno}" if frame else "somewhere"
    what = visible(f"{type(error).__name__}: {error}")
    return f"a defect in capqa, at {place}: {what}; report it with CAPQA_TRACEBACK=1 set"


class _HelpFormatter(argparse.RawDescriptionHelpFormatter):
    """Formats help for the terminal's width, without loading shutil as argparse does for that."""

    def __init__(self, prog: str) -> None:
        columns = os.environ.get("COLUMNS", "")
        if columns.isdecimal() and int(columns):
            width = int(columns)
        else:
            try:
                width = os.get_terminal_size(sys.__stdout__.fileno()).columns  # type: ignore[union-attr]
            except (AttributeError, ValueError, OSError):
                width = 0
        super().__init__(prog, width=(width or 80) - 2)


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="capqa", description=DESCRIPTION, allow_abbrev=False, formatter_class=_HelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"capqa {__version__}")
    # With prog given argparse need not make up a usage line, which costs it 2 ms of imports.
    commands = parser.add_subparsers(
        title="commands", metavar="COMMAND", required=True, prog="capqa"
    )
    names = plugins.names("capqa.commands")
    # A command that is named needs no other one loaded.
    for name in arguments[:1] if arguments and arguments[0] in names else names:
        module = cast("CommandModule", plugins.load("capqa.commands", name, REQUIRED))
        summary = (module.__doc__ or "").partition("\n")[0]
        subparser = commands.add_parser(
            name,
            help=summary[:1].lower() + summary[1:].rstrip("."),
            description=module.__doc__,
            formatter_class=_HelpFormatter,
            allow_abbrev=False,
        )
        module.add_arguments(subparser)
        subparser.set_defaults(command=module)
    return parser


if __name__ == "__main__":
    sys.exit(main())
