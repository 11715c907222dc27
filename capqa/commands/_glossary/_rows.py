"""Printing the entries a search or a listing found."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from capqa.commands._glossary import _printing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from capqa.commands._glossary._scope import Scope
    from capqa.glossary.entry import Entry


def print_rows(
    scope: Scope, chosen: Callable[[Iterable[Entry]], Iterable[Entry]], form: str, nothing: str
) -> int:
    """Print the entries chosen of each layer, as text or JSON, and return the exit code.

    ``nothing`` says, safe to print, what was not found where there are none.
    """
    found = [
        (language, entry, layer.in_force(entry))
        for language, layers in scope.layers.items()
        for layer in layers
        for entry in chosen(layer.entries)
    ]
    if form == "json":
        entries = [
            {
                "source_language": language,
                "target_language": scope.target_language,
                **_printing.content(entry, in_force=in_force),
            }
            for language, entry, in_force in found
        ]
        _printing.print_json({"entries": entries})
    for _, entry, in_force in found if form == "text" else ():
        print(f"{_printing.place(entry)}: {_printing.line(entry, in_force=in_force)}")
    if not found:
        print(f"capqa: {nothing}", file=sys.stderr)
    return 0 if found else 1
