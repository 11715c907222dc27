"""`capqa review --export`: the decisions of a log into a file, without a terminal."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from capqa import config
from capqa.errors import CapqaError
from capqa.visible import visible

if TYPE_CHECKING:
    import argparse


def run(options: argparse.Namespace) -> int:
    """Write the file and say what it holds; 0 when done. Raises CapqaError when it cannot be."""
    from capqa.glossary.exchange import _glossary_file
    from capqa.review.exporting import format_of
    from capqa.review.exporting._rows import rows
    from capqa.review.session_place import log_at, session_place
    from capqa.review.store import events_of

    output = Path(options.export)
    form = format_of(str(output))
    place = session_place(config.find(Path.cwd()), options.session)
    # One that is not there has nothing to export, whoever named it.
    events = events_of(log_at(place._replace(is_named=True)))
    found = rows(events, _Wanted(options.paths))
    held = [row for row in found if form.holds(row)]
    try:
        before = output.read_bytes() if output.exists() else None
    except OSError as error:
        raise CapqaError(
            f"cannot be written: {error.strerror}", where=str(output), mend="name another file"
        ) from error
    _glossary_file.save(output, form.write(held), before)
    left_out = f" of {len(found)}" if len(held) < len(found) else ""
    what = "decision" if len(held) == 1 and not left_out else "decisions"
    print(f"exported {len(held)}{left_out} {what} to {visible(str(output))}")
    return 0


class _Wanted:
    """Tells by its name whether a file is one of those named, or in a folder named; or any."""

    def __init__(self, paths: list[str]) -> None:
        self._paths = [os.path.abspath(path) for path in paths]

    def __call__(self, file: str) -> bool:
        absolute = os.path.abspath(file)
        return not self._paths or any(
            absolute == path or absolute.startswith(os.path.join(path, "")) for path in self._paths
        )
