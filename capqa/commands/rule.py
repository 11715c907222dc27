"""Tell what a rule does, why, and how it is mended.

Exit code 0: told. 2: there is no such rule.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("name", metavar="NAME", help="the rule, as `capqa rules` lists it")


def run(options: argparse.Namespace) -> int:
    """Print the rule's documentation."""
    from capqa.rules._catalogue import rule

    found = rule(options.name)
    state = found.severity.value if found.is_on else f"off unless set; {found.severity.value}"
    print(f"# {found.name} ({state}; {found.applies_to})\n\n{found.documentation}")
    return 0
