"""`capqa review --export`: the decisions of a log into a file, without a terminal."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from capqa.errors import CapqaError
from capqa.visible import visible

if TYPE_CHECKING:
    import argparse

    from capqa.review.events import Event


def run(options: argparse.Namespace) -> int:
    """Write the file and say what it holds; 0 when done. Raises CapqaError when it cannot be."""
    from capqa.glossary.exchange import _glossary_file
    from capqa.review.exporting import format_of
    from capqa.review.exporting._rows import rows

    output = Path(options.export)
    form = format_of(str(output))
    found = rows(_events(options.session), _Wanted(options.paths))
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


def _events(address: str) -> list[Event]:
    from capqa.review.log_reading import read_events
    from capqa.review.store import is_url, open_store

    if is_url(address):
        store = open_store(address)
        try:
            return [each.event for each in store.logged()]
        finally:
            store.close()
    if not Path(address).is_file():
        raise CapqaError(
            "there is no decision log", where=address, mend="name the log with --session"
        )
    return read_events(Path(address))
