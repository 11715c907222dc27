"""The output formats of findings, one module each.

A report is a module with a function ``render(files, options)`` that yields text piece by piece, so
that long runs show their first findings at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from capqa.pipeline import CheckedFile

REQUIRED = ("render",)
"""The attributes the plugin loader asks of a report's module."""


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """How a report may look: with ANSI colours, and with every word's origin shown."""

    color: bool = False
    details: bool = False


class ReportModule(Protocol):
    """The shape of a report's module."""

    def render(self, files: Iterable[CheckedFile], options: ReportOptions) -> Iterator[str]:
        """Yield the report piece by piece, as the files come."""
