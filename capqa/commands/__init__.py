"""The commands of the command line, one thin module each: parse, call the library, print.

The first line of a command's docstring is its line in ``capqa --help``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import argparse

REQUIRED = ("add_arguments", "run")
"""The attributes the plugin loader asks of a command's module."""


class CommandModule(Protocol):
    """The shape of a command's module."""

    __doc__: str | None

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Say which arguments the command takes."""

    def run(self, options: argparse.Namespace) -> int:
        """Do what was asked and return the exit code. Raises CapqaError."""
